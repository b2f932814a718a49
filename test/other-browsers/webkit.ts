// WebKit, the engine of Safari, as its build for GTK, over WebDriver (https://www.w3.org/TR/webdriver2/). It needs a display, for
// which Xvfb stands in. It tells nothing of its console.

import { spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { killGroup } from '../journeys/device.ts';
import { type OtherBrowser, pressing } from './browser.ts';

/** @param program the browser that the driver starts, of the folder of WebKitGTK */
export async function openWebKit(program: string, width: number, height: number): Promise<OtherBrowser> {
  const port = await freePort();
  const child = spawn('xvfb-run', ['--auto-servernum', 'WebKitWebDriver', `--port=${port}`], {
    stdio: 'ignore',
    // So that all of them can be ended at once.
    detached: true,
    // As root, as in a container, its sandbox will not start.
    env: {
      ...process.env,
      ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
    },
  });
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null };
    if (value?.error !== undefined) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  // Whatever goes wrong from here on, nothing is left running.
  process.once('exit', () => killGroup(child));
  await untilUp(() => ask('GET', '/status'));
  const options = { binary: program, args: ['--automation'] };
  const begun = (await ask('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  })) as { sessionId: string; capabilities: { browserVersion: string } };
  const session = `/session/${begun.sessionId}`;
  await ask('POST', `${session}/timeouts`, { script: 60_000, pageLoad: 60_000 });
  // Its window has a least width of its own; the pages are told what they got.
  await ask('POST', `${session}/window/rect`, { width, height });
  return {
    name: `WebKitGTK ${begun.capabilities.browserVersion}`,
    open: async (url) => void (await ask('POST', `${session}/url`, { url })),
    run: async (inPage, ...given) => {
      const script = `const done = arguments[1];
        (async () => JSON.stringify((await (${inPage})(...JSON.parse(arguments[0]))) ?? null))()
          .then((found) => done({ found }), (error) => done({ failed: String(error) }));`;
      const told = (await ask('POST', `${session}/execute/async`, {
        script,
        args: [JSON.stringify(given)],
      })) as { found?: string; failed?: string };
      if (told.found === undefined) throw new Error(told.failed);
      return JSON.parse(told.found);
    },
    press: async (x, y) => void (await ask('POST', `${session}/actions`, { actions: pressing(x, y) })),
    picture: async () => Buffer.from((await ask('GET', `${session}/screenshot`)) as string, 'base64'),
    complaints: () => undefined,
    close: async () => {
      await ask('DELETE', session).catch(() => {});
      killGroup(child);
    },
  };
}

async function untilUp(look: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    const isUp = await look().then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await wait(200);
  }
  throw new Error('WebKitWebDriver does not answer. It needs xvfb-run beside it.');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
