// The engine gives the same bits in Node, in a page and in a worker of a page.

import { chromium } from 'playwright-core';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { engineBits } from './engine-bits.ts';

test('probabilities and chosen questions are the same to the last bit in Node, a browser and its worker', async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: new URL('./engine-bits.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: 'engine',
      },
    },
  });
  const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const code = output.map((one) => (one.type === 'chunk' ? one.code : '')).join('\n');
  expect(code).toContain('engineBits');

  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found. npm test brings one in.');
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    // A function built as an iife with one export is an object with it, or the function itself.
    const run = `${code}\n;const bits = () => (engine.engineBits ?? engine)();`;
    const inPage = await page.evaluate(`(() => { ${run}; return bits(); })()`);
    const inWorker = await page.evaluate(
      (text) =>
        new Promise((resolve, reject) => {
          const worker = new Worker(URL.createObjectURL(new Blob([text])));
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = ({ message }) => reject(new Error(message));
        }),
      `${run}; postMessage(bits());`,
    );
    const here = engineBits();
    expect({ inPage, inWorker }).toEqual({ inPage: here, inWorker: here });
  } finally {
    await browser.close();
  }
});
