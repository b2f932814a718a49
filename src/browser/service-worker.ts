// The application in the browser: every page of this site is answered here, on the device, by the same handler that the
// server runs. What a runner answers is written to the device's own store and goes nowhere.
//
// A new release waits until no interview is under way: it takes over when the last page is closed, or at the start page.

import type { Notes } from '../knowledge/index.ts';
import type { Guide } from '../learn/index.ts';
import { openDevice } from '../store/indexeddb/index.ts';
import type { readRunFiles } from '../train/index.ts';
import { isLookAhead, type LookAhead, type PageAhead, TURN_HEADER } from './ahead.ts';
import { handingOver } from './hand-over.ts';
import { openHouses, SHOWS_NOTES } from './houses.ts';
import type { RunReaderLent } from './import-worker.ts';
import { laterFile } from './later.ts';
import { clearOldReleases, fileOf, type Release, stock } from './release.ts';
import { openToday, remind } from './reminder.ts';
import { openTurns } from './turns.ts';

declare const self: ServiceWorkerGlobalScope &
  RunReaderLent & {
    /** Written above this code by the server. */
    readonly backstrideRelease: Release;
  };

const { backstrideRelease: release, location } = self;
const device = openDevice();
const guide = laterFile<Guide>('guide-of-backstride', release.guide);
const notes = laterFile<Notes>('notes-of-backstride', release.notes);
const houses = openHouses({
  device,
  release,
  origin: location.origin,
  guide: guide.read,
  notes: notes.read,
  runReader: borrowRunReader,
});
const handOver = handingOver(device, release.edition);
const turns = openTurns(() => crypto.randomUUID());

/** What only the server can answer. */
const OF_THE_SERVER =
  /^\/(device\/|fg-ai4h\/|health$|sw\.js$|passkey\.js$|(comments|my-comment|replies|my-report|contact|desk)(\/|$)|robots\.txt$|sitemap\.xml$|guide\/changes\.atom$|claims\/[^/]+\/)/;
const OF_THE_GUIDE = /^\/(guide|claims)(\/|$)/;
const TAKE_OVER = 'take over';
/**
 * After the start page, before a new release is let in. A request that comes while Chromium is ending this worker wakes it again, and
 * then the new one waits until this one has been idle for half a minute; by now the page has its pictures.
 */
const SETTLED_MS = 1000;

self.addEventListener('install', (event) => {
  // Borrowed once while installing: a browser lets no other script in later. It is in the browser's cache by then.
  event.waitUntil(Promise.all([stock(release).then(borrowRunReader), probe()]));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      await handOver.copy();
      await clearOldReleases(release, await houses.inUse());
    })(),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) void self.skipWaiting();
  const { data, ports, source } = event;
  if (isLookAhead(data) && source instanceof WindowClient)
    event.waitUntil(lookAhead(data, source.url).then((page) => ports[0]?.postMessage(page)));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin || OF_THE_SERVER.test(pathname)) return;
  if (request.method !== 'GET' && request.method !== 'POST') return;
  const answered = answer(request, pathname);
  event.respondWith(answered);
  event.waitUntil(
    answered.then(
      () => afterwards(request, pathname),
      () => {},
    ),
  );
});

// Not in the standard types yet: the event of periodic background sync.
self.addEventListener('periodicsync' as 'activate', (event) => {
  event.waitUntil(remind(self.registration, houses, location.origin));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openToday(self.clients));
});

async function answer(request: Request, path: string): Promise<Response> {
  const file = request.method === 'GET' ? await fileOf(release, path) : undefined;
  if (file) return file;
  try {
    await handOver.finish();
    if (await isYetToCome(path)) {
      const fromServer = await fetch(request).catch(() => undefined);
      if (fromServer) return fromServer;
    }
    const house = await houses.for(request);
    const known = request.headers.get(TURN_HEADER);
    return known === null
      ? asNavigation(await house.fetch(await plain(request)))
      : await turns.now(house.fetch, await plain(request), known);
  } catch (error) {
    console.error(error);
    return sorry();
  }
}

/** What would follow a form, were it sent; undefined where that cannot be told. Nothing is written. */
async function lookAhead({ ahead, said }: LookAhead, referrer: string): Promise<PageAhead | undefined> {
  try {
    await handOver.finish();
    const form = new Request(new URL(ahead, location.origin), {
      method: 'POST',
      body: new URLSearchParams(said),
      referrer,
    });
    const house = await houses.for(form);
    return await turns.ahead(house.fetch, await plain(form));
  } catch {
    // Whatever it is, it will be said when the form is sent.
    return undefined;
  }
}

/** Whether a page shows what is not here yet. Without a connection it is shown without it. */
async function isYetToCome(path: string): Promise<boolean> {
  const file = OF_THE_GUIDE.test(path) ? guide : SHOWS_NOTES.test(path) ? notes : undefined;
  return file !== undefined && (await file.read()) === undefined;
}

/** The request of a navigation cannot be copied with its mode; this has all that the application looks at. */
async function plain(request: Request): Promise<Request> {
  const headers = new Headers({ 'accept-language': navigator.languages.join(',') });
  const type = request.headers.get('content-type');
  if (type !== null) headers.set('content-type', type);
  const { url, method, referrer } = request;
  return method === 'GET'
    ? new Request(url, { headers, referrer })
    : new Request(url, { method, headers, referrer, body: await request.arrayBuffer() });
}

/** A redirect must say where to in full. */
function asNavigation(response: Response): Response {
  const to = response.headers.get('location');
  return to === null ? response : Response.redirect(new URL(to, location.origin).href, response.status);
}

/** What may happen once the page has been answered. */
async function afterwards(request: Request, path: string): Promise<void> {
  await handOver.clear();
  await guide.stock();
  await notes.stock();
  if (request.mode !== 'navigate' || path !== '/' || !self.registration.waiting) return;
  if (await houses.isInterviewUnderWay()) return;
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  // It may have begun meanwhile.
  if (!(await houses.isInterviewUnderWay())) self.registration.waiting?.postMessage(TAKE_OVER);
}

/** The reader of run files, which is the script of another worker; each start of this one reads it anew when it is needed. */
function borrowRunReader(): typeof readRunFiles {
  if (!self.backstrideReadRunFiles) self.importScripts('/import-worker.js');
  if (!self.backstrideReadRunFiles) throw new Error('The reader of run files is not on this device.');
  return self.backstrideReadRunFiles;
}

/** Refuses to be installed where the browser lets nothing be kept; then the server goes on. */
async function probe(): Promise<void> {
  const trial = openDevice('backstride-probe');
  await trial.change(['notes'], (change) => change.put('notes', 'probe', 1));
  await trial.close();
  indexedDB.deleteDatabase('backstride-probe');
}

/** When not even a page of the application can be made. */
function sorry(): Response {
  return new Response(
    `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Something went wrong – Backstride</title><link rel="stylesheet" href="${release.stylesheets.common}"><main class="width"><h1>Something went wrong on this device</h1><p>Everything you said before is kept. Close this page and open it again; if you can, with a connection.</p><p>If you need help now, do not wait for this page: call your emergency number.</p><div lang="fr-CA"><h2>Quelque chose a mal tourné sur cet appareil</h2><p>Tout ce que vous avez dit avant est gardé. Fermez cette page et rouvrez-la; si vous le pouvez, avec une connexion.</p><p>Si vous avez besoin d’aide maintenant, n’attendez pas cette page : appelez votre numéro d’urgence.</p></div></main></html>`,
    {
      status: 503,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; style-src 'self'",
      },
    },
  );
}
