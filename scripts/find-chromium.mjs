// Where a Chromium is that the browser journeys can drive. A path that somebody set on purpose comes first, then the
// system's own browser (it is patched by the system), then the one that Playwright may have downloaded earlier.

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { root } from './find-node.mjs';

/** Also the name of Debian's package. */
export const HEADLESS_SHELL = 'chromium-headless-shell';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const { ProgramFiles, 'ProgramFiles(x86)': ProgramFiles32, LOCALAPPDATA } = process.env;

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[ProgramFiles, ProgramFiles32, LOCALAPPDATA].flatMap((folder) =>
    folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : [],
  ),
];

/** Finds a Chromium's executable; undefined when there is none. Refuses a BACKSTRIDE_CHROMIUM that does not exist. */
export function findChromium() {
  const chosen = process.env.BACKSTRIDE_CHROMIUM;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`BACKSTRIDE_CHROMIUM names ${chosen}, which does not exist. Mend it or unset it.`);
  }
  return systemChromium() ?? playwrightChromium();
}

/**
 * Finds the same browser without its window: each context costs it a third of the time. It has no profile, so what must
 * outlive the browser needs findChromium. Where there is none, it is findChromium.
 */
export function findHeadlessShell() {
  const shell = process.env.BACKSTRIDE_CHROMIUM
    ? undefined
    : onPath([HEADLESS_SHELL]).find((path) => existsSync(path));
  return shell ?? findChromium();
}

export function systemChromium() {
  return [...onPath(NAMES), ...PLACES].find((path) => existsSync(path));
}

/** @param {readonly string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return process.platform === 'win32' ? [] : folders.flatMap((f) => names.map((name) => join(f, name)));
}

function playwrightChromium() {
  // Asked first, because Node remembers that a package was missing even after it has been installed.
  if (!existsSync(join(root, 'node_modules', 'playwright-core', 'package.json'))) return undefined;
  /** @type {typeof import('playwright-core')} */
  const playwright = createRequire(import.meta.url)('playwright-core');
  const path = playwright.chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}
