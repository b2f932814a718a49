// Draws the icons of the installed app from src/pages/icon.svg with the Chromium of the tests: `node scripts/icons.mjs`. The
// maskable one fills its square, and keeps the drawing within the circle that every platform shows.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './find-chromium.mjs';
import { root } from './find-node.mjs';

const folder = join(root, 'src/pages');
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
const ground = /fill="(#[0-9a-f]{6})"/.exec(svg)?.[1] ?? '#000000';

/** @type {readonly { name: string, size: number, share: number, background: string }[]} */
const icons = [
  { name: 'icon-192.png', size: 192, share: 1, background: 'transparent' },
  { name: 'icon-512.png', size: 512, share: 1, background: 'transparent' },
  { name: 'icon-maskable-512.png', size: 512, share: 0.8, background: ground },
];

const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium was found. npm test brings one in.');
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath, args });
try {
  for (const { name, size, share, background } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const drawing = svg.replace('<svg ', `<svg width="${size * share}" height="${size * share}" `);
    await page.setContent(
      `<style>body{margin:0;height:100vh;display:grid;place-items:center;background:${background}}svg{display:block}</style>${drawing}`,
    );
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(join(folder, 'icons', name), png);
    console.log(`${name}: ${png.length} bytes`);
    await page.close();
  }
} finally {
  await browser.close();
}
