// Reminds of today's page when the browser wakes this worker for it: at most once a day, and only while there is something to do.

import type { Houses } from './houses.ts';

const TODAY = '/recover';
const DUE = '/recover/due';

/** Shows the reminder if it is due; an older one is replaced, not added to. */
export async function remind(
  registration: ServiceWorkerRegistration,
  houses: Houses,
  origin: string,
): Promise<void> {
  const request = new Request(origin + DUE, {
    headers: { 'accept-language': navigator.languages.join(',') },
  });
  const house = await houses.for(request);
  const { due, says } = (await (await house.fetch(request)).json()) as {
    readonly due: boolean;
    readonly says: string;
  };
  if (!due) return;
  await registration.showNotification('Backstride', {
    body: says,
    tag: 'today',
    icon: '/assets/icon-192.png',
  });
}

/** Leads to today's page, in a window that is there already if there is one. */
export async function openToday(clients: Clients): Promise<void> {
  const [open] = await clients.matchAll({ type: 'window' });
  if (!open) {
    await clients.openWindow(TODAY);
    return;
  }
  await open.navigate(TODAY);
  await open.focus();
}
