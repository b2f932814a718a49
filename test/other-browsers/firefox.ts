// Firefox over WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), which it speaks by itself: no driver beside it.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OtherBrowser, pressing } from './browser.ts';

type Json = Record<string, unknown>;

/** @param command the program, as `firefox` or `firefox-esr` */
export async function openFirefox(command: string, width: number, height: number): Promise<OtherBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'backstride-firefox-'));
  const child = spawn(
    command,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: profile } },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const socket = new WebSocket(`${await addressOf(child.stderr)}/session`);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`${command} does not answer.`));
  });
  let sent = 0;
  const waiting = new Map<number, { resolve: (found: Json) => void; reject: (error: Error) => void }>();
  const complaints: string[] = [];
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Json & { id?: number; params?: Json; result?: Json };
    if (message.method === 'log.entryAdded') {
      const { level, text } = message.params as { level: string; text: string };
      if (level === 'error' || level === 'warn') complaints.push(text);
    }
    const asked = waiting.get(message.id ?? -1);
    if (!asked) return;
    waiting.delete(message.id ?? -1);
    if (message.type === 'error') asked.reject(new Error(`${message.error}: ${message.message}`));
    else asked.resolve(message.result ?? {});
  };
  const ask = (method: string, params: Json = {}) =>
    new Promise<Json>((resolve, reject) => {
      sent += 1;
      waiting.set(sent, { resolve, reject });
      socket.send(JSON.stringify({ id: sent, method, params }));
    });

  const { capabilities } = (await ask('session.new', { capabilities: {} })) as { capabilities: Json };
  const { contexts } = (await ask('browsingContext.getTree')) as { contexts: readonly { context: string }[] };
  const context = contexts[0]?.context;
  await ask('session.subscribe', { events: ['log.entryAdded'] });
  await ask('browsingContext.setViewport', { context, viewport: { width, height } });
  return {
    name: `Firefox ${capabilities.browserVersion}`,
    open: async (url) => void (await ask('browsingContext.navigate', { context, url, wait: 'complete' })),
    run: async (inPage, ...given) => {
      const found = await ask('script.callFunction', {
        functionDeclaration: `async (given) => JSON.stringify((await (${inPage})(...JSON.parse(given))) ?? null)`,
        arguments: [{ type: 'string', value: JSON.stringify(given) }],
        target: { context },
        awaitPromise: true,
      });
      if (found.type === 'exception') throw new Error((found.exceptionDetails as { text: string }).text);
      return JSON.parse((found.result as { value: string }).value);
    },
    press: async (x, y) => void (await ask('input.performActions', { context, actions: pressing(x, y) })),
    picture: async () => {
      const { data } = (await ask('browsingContext.captureScreenshot', { context })) as { data: string };
      return Buffer.from(data, 'base64');
    },
    complaints: () => complaints,
    close: async () => {
      child.kill('SIGKILL');
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    output.on('data', (part: Buffer) => {
      said += part.toString();
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    output.once('close', () => reject(new Error(`Firefox ended:\n${said}`)));
  });
}
