// The engine gives the same bits in Node, in a page and in a worker of a page.

import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { engineBits } from './engine-bits.ts';
import { engineCode } from './engine-code.ts';

test('probabilities and chosen questions are the same to the last bit in Node, a browser and its worker', async () => {
  const run = await engineCode();
  expect(run).toContain('engineBits');

  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found. npm test brings one in.');
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
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
