// The frame of every page: title, skip link, header, main, footer with what this is not and the other languages.

import { html, raw } from 'hono/html';
import { LANGUAGES } from '../../vocabulary/index.ts';
import type { KeptIn } from '../kept-in.ts';
import type { SheetName, Stylesheets } from '../stylesheets.ts';
import { LANGUAGE_NAMES, type Words } from '../words/index.ts';
import type { Html } from './html.ts';
import { keptLine } from './kept-line.ts';

/** What the application hands to every page. */
export interface Frame {
  /** The texts of the interface in the language of the request. */
  readonly words: Words;
  readonly stylesheets: Stylesheets;
}

/**
 * Times holds and runs; puts the next page in place of this one; offers to remind; reads files of runs; asks for a
 * passkey.
 */
export type PageScript = 'timer' | 'turn' | 'remind' | 'import' | 'passkey';

export interface Layout extends Frame {
  /** Says where the runner is; the name of the product is added. */
  readonly title: string;
  readonly main: Html;
  /** Pages on which nothing may distract have no links in header and footer. */
  readonly quiet?: boolean;
  /** The stylesheet that the page needs beside the common one. */
  readonly sheet?: Exclude<SheetName, 'common'> | undefined;
  /** What makes it handier; it works without. */
  readonly scripts?: readonly PageScript[];
  /** For search engines and links elsewhere; that of the product without it. */
  readonly description?: string;
  /** Pages of the guide are for everybody to find, all others are not. */
  readonly isIndexed?: boolean;
  /**
   * For short pages: nothing is painted before all of the main part is there. Browsers that know `expect` paint once and not
   * twice, which spares a slow phone a tenth of a second; the others paint as ever.
   */
  readonly inOnePiece?: boolean;
  /** What else stands in the head. */
  readonly head?: Html;
  /** Where the runner's answers are kept, on pages that show or ask any. */
  readonly keptIn?: KeptIn | undefined;
}

export function layout(page: Layout): Html {
  const { words, title, main, stylesheets, sheet, quiet = false, scripts = [], keptIn, head } = page;
  const { frame } = words;
  const { description = frame.description, isIndexed = false, inOnePiece = false } = page;
  const sheets: readonly SheetName[] = ['common', ...(sheet ? [sheet] : [])];
  return html`<!doctype html>
<html lang="${words.tongue}">
<head>
<meta charset="utf-8">
<title>${title} – Backstride</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${isIndexed ? '' : html`<meta name="robots" content="noindex">\n`}<meta name="description" content="${description}">
${inOnePiece ? html`<link rel="expect" href="#main" blocking="render">\n` : ''}${sheets.map((name) => rulesOf(stylesheets, name))}<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="/assets/icon-192.png">
<link rel="manifest" href="/manifest.webmanifest">
<meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#10171d" media="(prefers-color-scheme: dark)">
${['register', ...scripts].map(
  (name) => html`<script type="module" async src="/${name}.js"></script>
`,
)}${
  head
    ? html`${head}
`
    : ''
}</head>
<body>
<a class="skip" href="#main">${frame.skip}</a>
<header class="site-header"><div class="width">${
    quiet ? html`<span class="brand">Backstride</span>` : html`<a class="brand" href="/">Backstride</a>`
  }</div></header>
<main id="main" class="width">${main}</main>
<footer class="site-footer"><div class="width">
<p>${frame.disclaimer}</p>
${frame.draft === '' ? '' : html`<p>${frame.draft}</p>\n`}${keptLine(words, keptIn)}${quiet ? '' : html`<p><a href="/about">${frame.about}</a></p>\n${otherLanguages(words)}`}
</div></footer>
${stylesheets.inline ? sheets.map((name) => broughtForLater(stylesheets[name])) : ''}</body>
</html>`;
}

function rulesOf(stylesheets: Stylesheets, name: SheetName): Html {
  const { [name]: path, inline } = stylesheets;
  // Between its tags is what the policy has the hash of, to the letter.
  return inline
    ? html`<style>${raw(inline[name].text)}</style>\n`
    : html`<link rel="stylesheet" href="${path}">\n`;
}

/** The next page links what this one carries. At the end, so that nothing on this page waits for it. */
function broughtForLater(path: string): Html {
  return html`<link rel="prefetch" href="${path}" as="style">\n`;
}

/** A button for each other language, in its own words. The page it was pressed on comes back. */
function otherLanguages({ tongue, frame }: Words): Html {
  return html`<form class="languages" method="post" action="/language" aria-label="${frame.language}">${LANGUAGES.filter(
    (one) => one !== tongue,
  ).map(
    (one) =>
      html`<button type="submit" name="language" value="${one}" lang="${one}">${LANGUAGE_NAMES[one]}</button>`,
  )}</form>`;
}
