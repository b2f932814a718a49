// Turns the page of the interview in place. Opening a new document is most of the time from a tap to the next question; where
// the device answers, the next page is there long before. So its body takes the place of this one's, and title, address, focus
// and the back button do what they would have done. Whatever is not as expected is left to the browser, which can do it all.

import { choosePressedSide } from './side.ts';

interface Turned {
  readonly url: string;
  readonly next: Document;
}

/** The page that is shown, without the part after `#`, which is only a place on it. */
const pageOf = ({ pathname, search }: Location | URL): string => pathname + search;

choosePressedSide();

let shown = pageOf(location);
let turning = false;

addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches('form.asks')) return;
  if (!navigator.serviceWorker?.controller || event.defaultPrevented) return;
  event.preventDefault();
  // As in a browser, a second press while the page turns changes nothing.
  if (turning) return;
  const said = new URLSearchParams();
  for (const [name, value] of new FormData(form, event.submitter)) said.append(name, String(value));
  void turn(form.action, { method: 'POST', body: said }).then((turned) => {
    // Said again it means the same.
    if (!turned) return form.submit();
    show(turned);
    if (pageOf(new URL(turned.url)) !== pageOf(location)) history.pushState(null, '', turned.url);
    shown = pageOf(location);
    scrollTo(0, 0);
  });
});

addEventListener('popstate', () => {
  if (pageOf(location) === shown) return;
  shown = pageOf(location);
  void turn(location.href, {}).then((turned) => {
    if (!turned || pageOf(new URL(turned.url)) !== pageOf(location)) return location.reload();
    show(turned);
  });
});

/** Asks for a page; undefined when it does not come, or is not one that this document can show. */
async function turn(url: string, how: RequestInit): Promise<Turned | undefined> {
  turning = true;
  try {
    const response = await fetch(url, how);
    const next = new DOMParser().parseFromString(await response.text(), 'text/html');
    return canShow(next) ? { url: response.url, next } : undefined;
  } catch {
    return undefined;
  } finally {
    turning = false;
  }
}

/** A page of the same release, in the same language, that brings no script which is not here. */
function canShow(next: Document): boolean {
  const linked = (page: Document) =>
    [...page.querySelectorAll('link[rel=stylesheet]')].map((link) => link.getAttribute('href')).join();
  const scripts = (page: Document) =>
    [...page.querySelectorAll('script')].map((script) => script.getAttribute('src'));
  const here = scripts(document);
  return (
    next.querySelector('main h1') !== null &&
    linked(next) === linked(document) &&
    next.documentElement.lang === document.documentElement.lang &&
    scripts(next).every((source) => here.includes(source))
  );
}

/** Shows a page; whoever hears it hears the heading, or what went wrong, as after opening it. */
function show({ next }: Turned): void {
  document.title = next.title;
  document.body.replaceWith(document.adoptNode(next.body));
  const start = document.querySelector<HTMLElement>('[autofocus], main h1');
  if (!start) return;
  if (!start.matches('a, input, button')) start.tabIndex = -1;
  start.focus({ preventScroll: true });
}
