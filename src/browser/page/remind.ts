// Offers a reminder for today's page, where a browser can wake the service worker now and then (periodic background sync: Chromium,
// and only for an installed app). No push service is in between, so nobody learns who is reminded of what. Elsewhere the offer
// stays hidden; the calendar file does the same there.

interface PeriodicSync {
  readonly register: (tag: string, options: { readonly minInterval: number }) => Promise<void>;
  readonly unregister: (tag: string) => Promise<void>;
  readonly getTags: () => Promise<readonly string[]>;
}

interface Words {
  readonly on: string;
  readonly off: string;
  readonly isOn: string;
  readonly isOff: string;
  readonly denied: string;
  readonly notInstalled: string;
}

/** The worker knows it by this name. */
const TAG = 'today';
/** A browser may take longer, never less. */
const HALF_A_DAY = 12 * 60 * 60 * 1000;

const offer = document.querySelector<HTMLElement>('[data-reminder]');
if (offer && 'Notification' in window && navigator.serviceWorker?.controller) void start(offer);

async function start(section: HTMLElement): Promise<void> {
  const { periodicSync } = (await navigator.serviceWorker.ready) as { readonly periodicSync?: PeriodicSync };
  const button = section.querySelector('button');
  const status = section.querySelector('[role=status]');
  if (!periodicSync || !button || !status) return;
  const words = JSON.parse(section.dataset.reminder ?? '{}') as Words;
  const isOn = async () =>
    Notification.permission === 'granted' && (await periodicSync.getTags()).includes(TAG);
  const label = async () => {
    button.textContent = (await isOn()) ? words.off : words.on;
  };
  button.addEventListener('click', async () => {
    if (await isOn()) {
      await periodicSync.unregister(TAG);
      status.textContent = words.isOff;
    } else {
      status.textContent = await turnOn(periodicSync, words);
    }
    await label();
  });
  await label();
  section.hidden = false;
}

/** What to tell the runner about it. */
async function turnOn(periodicSync: PeriodicSync, words: Words): Promise<string> {
  if ((await Notification.requestPermission()) !== 'granted') return words.denied;
  try {
    await periodicSync.register(TAG, { minInterval: HALF_A_DAY });
    return words.isOn;
  } catch {
    return words.notInstalled;
  }
}
