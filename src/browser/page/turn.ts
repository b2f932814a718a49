// Turns the page of the interview in place. Opening a new document is most of the time from a tap to the next question; where
// the device answers, the next page is there long before. So its body takes the place of this one's, and title, address, focus
// and the back button do what they would have done. Whatever is not as expected is left to the browser, which can do it all.
//
// What has been chosen tells what comes next. So the page is asked for before the press, and read; the press then waits only until
// the answer is kept.

import { type LookAhead, type PageAhead, TURN_HEADER } from '../ahead.ts';
import { choosePressedSide } from './side.ts';

interface Turned {
  readonly url: string;
  readonly title: string;
  readonly body: HTMLElement;
}

/** What is chosen, and the page that follows once it is here. */
interface Ahead extends LookAhead {
  found?: Turned & { readonly id: string };
}

/** Boxes are often ticked one after another, and a press may follow at once: neither should wait for this. */
const CHOSEN_MS = 100;

/** The page that is shown, without the part after `#`, which is only a place on it. */
const pageOf = ({ pathname, search }: Location | URL): string => pathname + search;

choosePressedSide();

let shown = pageOf(location);
let turning = false;
let looked: Ahead | undefined;
let looking: number | undefined;

addEventListener('change', ({ target }) => {
  const form = target instanceof HTMLInputElement ? target.form : null;
  if (!form?.matches('form.asks')) return;
  lookNoMore();
  looking = setTimeout(() => lookAhead(form), CHOSEN_MS);
});

/** A page that is still on its way then would only be in the way. */
function lookNoMore(): void {
  clearTimeout(looking);
  looked = undefined;
}

function lookAhead(form: HTMLFormElement): void {
  const worker = navigator.serviceWorker?.controller;
  if (!worker || turning) return;
  const ahead: Ahead = { ahead: new URL(form.action).pathname, said: String(saidIn(form)) };
  looked = ahead;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<PageAhead | undefined>) => {
    port1.close();
    const found = looked === ahead && data && pageIn(data.html, data.url);
    if (found) ahead.found = { id: data.id, ...found };
  };
  worker.postMessage(ahead, [port2]);
}

addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches('form.asks')) return;
  if (!navigator.serviceWorker?.controller || event.defaultPrevented) return;
  event.preventDefault();
  // As in a browser, a second press while the page turns changes nothing.
  if (turning) return;
  const said = saidIn(form, event.submitter);
  const found = looked?.said === String(said) ? looked.found : undefined;
  lookNoMore();
  const headers = { [TURN_HEADER]: found?.id ?? '' };
  void turn(form.action, { method: 'POST', body: said, headers }, found).then((turned) => {
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

function saidIn(form: HTMLFormElement, submitter?: HTMLElement | null): URLSearchParams {
  const said = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) said.append(name, String(value));
  return said;
}

/** A page; undefined when it is not one that this document can show. */
function pageIn(html: string, url: string): Turned | undefined {
  const next = new DOMParser().parseFromString(html, 'text/html');
  return canShow(next) ? { url, title: next.title, body: next.body } : undefined;
}

/**
 * Asks for a page; undefined when it does not come, or is not one that this document can show.
 * @param found the page that is here already, if there is one
 */
async function turn(url: string, how: RequestInit, found?: Turned): Promise<Turned | undefined> {
  turning = true;
  try {
    const response = await fetch(url, how);
    if (response.status === 204) return found;
    return pageIn(await response.text(), response.headers.get('content-location') ?? response.url);
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
function show({ title, body }: Turned): void {
  lookNoMore();
  document.title = title;
  document.body.replaceWith(body);
  const start = document.querySelector<HTMLElement>('[autofocus], main h1');
  if (!start) return;
  if (!start.matches('a, input, button')) start.tabIndex = -1;
  start.focus({ preventScroll: true });
}
