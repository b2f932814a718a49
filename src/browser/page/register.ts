// Brings the service worker, from which on this device answers its own pages. Everything works without it.

// Undefined where the page is not served securely, and in some private windows.
const { serviceWorker, storage } = navigator as Partial<Navigator>;

serviceWorker?.register('/sw.js', { updateViaCache: 'none' }).catch(() => {
  // The server goes on answering.
});

// From the first answer on there is something to keep: ask the browser not to clear it away when room is short.
addEventListener('submit', () => void storage?.persist?.().catch(() => {}), { once: true });
