// The frame of every page: title, skip link, header, main, footer with what this is not.

import { html } from 'hono/html';
import type { Html } from './html.ts';
import { type KeptIn, keptLine } from './kept-line.ts';

export interface Layout {
  /** Says where the runner is; the name of the product is added. */
  readonly title: string;
  readonly main: Html;
  /** Path of the stylesheet. */
  readonly stylesheet: string;
  /** Pages on which nothing may distract have no links in header and footer. */
  readonly quiet?: boolean;
  /** Whether something on it can be timed. */
  readonly timer?: boolean;
  /** Where the runner's answers are kept, on pages that show or ask any. */
  readonly keptIn?: KeptIn | undefined;
}

export function layout({ title, main, stylesheet, quiet = false, timer = false, keptIn }: Layout): Html {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>${title} – Backstride</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="description" content="For runners with pain at the back of the thigh: how urgent it is, what it could be, what to do now.">
<link rel="stylesheet" href="${stylesheet}">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="/assets/icon-192.png">
<link rel="manifest" href="/manifest.webmanifest">
<meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#10171d" media="(prefers-color-scheme: dark)">
<script type="module" async src="/register.js"></script>${
    timer
      ? html`
<script type="module" async src="/timer.js"></script>`
      : ''
  }
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header class="site-header"><div class="width">${
    quiet ? html`<span class="brand">Backstride</span>` : html`<a class="brand" href="/">Backstride</a>`
  }</div></header>
<main id="main" class="width">${main}</main>
<footer class="site-footer"><div class="width">
<p>Research and education build. <strong>No clinician has reviewed it yet.</strong> It cannot examine you and does not replace a clinician.</p>
${keptLine(keptIn)}${quiet ? '' : html`<p><a href="/about">About, privacy and sources</a></p>`}
</div></footer>
</body>
</html>`;
}
