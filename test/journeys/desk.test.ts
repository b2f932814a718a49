// Comments, reports and the desk in a real browser against a real server with its own file: written, an emergency, moderated,
// changed with a mark, turned down, reported, signed, followed. With and without JavaScript; and a passkey, with a made-up key.

import { type ChildProcess, spawn } from 'node:child_process';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { root } from '../../scripts/find-node.mjs';
import { newFolder, removeFolders } from '../databases.ts';
import { expectAccessible, expectSound, go, PHONE } from './browser.ts';
import { untilReady } from './device.ts';
import { makeEditor, PASSWORD } from './editor.ts';

let server: ChildProcess;
let browser: Browser;
let url: string;
let log = '';
const codes: Record<string, readonly string[]> = {};

beforeAll(async () => {
  const BACKSTRIDE_DATA = newFolder();
  const env = {
    ...process.env,
    BACKSTRIDE_DATA,
    DATABASE_URL: '',
    BACKSTRIDE_COMMENTS: '',
    COMMENTS_MANY: '1',
    PORT: '0',
  };
  for (const login of ['ann', 'bob']) {
    codes[login] = await makeEditor(env, login);
  }
  server = spawn(process.execPath, ['test/journeys/desk-server.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  url = await new Promise<string>((resolve, reject) => {
    const listen = (part: Buffer) => {
      log += part.toString();
      const port = /is ready: http:\/\/127\.0\.0\.1:(\d+)/.exec(log)?.[1];
      // Passkeys want a name, and this one browsers trust without HTTPS.
      if (port) resolve(`http://localhost:${port}`);
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('close', () => reject(new Error(log)));
  });
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found. npm test brings one in.');
  browser = await chromium.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP localhost 127.0.0.1',
    ],
  });
});
afterAll(async () => {
  await browser?.close();
  server?.kill('SIGTERM');
  removeFolders();
});

const press = (page: Page, name: string) =>
  go(page, () => page.getByRole('button', { name, exact: true }).first().click());

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  const someone = async (at: string): Promise<Page> => {
    const context = await browser.newContext({
      viewport: PHONE,
      locale: 'en-GB',
      javaScriptEnabled,
      serviceWorkers: 'block',
    });
    context.setDefaultTimeout(30_000);
    contexts.push(context);
    const page = await context.newPage();
    page.on('console', (line) => {
      if (/Content Security|Refused/i.test(line.text())) complaints.push(line.text());
    });
    await page.goto(url + at);
    return page;
  };
  const examine = async (page: Page) => {
    await expectSound(page);
    if (javaScriptEnabled) await expectAccessible(page);
  };
  afterAll(async () => {
    for (const context of contexts) await context.close();
  });
  const write = async (page: Page, text: string) => {
    await page.goto(`${url}/comments/warm-up`);
    await page.getByLabel('Your name').fill('Reader One');
    await page.getByLabel('Your e-mail').fill('reader@example.org');
    await page.getByLabel('Your comment').fill(text);
    await press(page, 'Send');
  };
  const signIn = async (login: string): Promise<Page> => {
    const page = await someone('/desk');
    expect(new URL(page.url()).pathname).toBe('/desk/sign-in');
    await examine(page);
    await page.locator('#login').fill(login);
    await page.locator('#password').fill(PASSWORD);
    await press(page, 'Sign in');
    return page;
  };

  test('a comment, an emergency, the desk, and what its author sees', async () => {
    const mark = javaScriptEnabled ? 'script' : 'plain';
    const reader = await someone('/comments/warm-up');
    await examine(reader);
    await press(reader, 'Send');
    expect(await reader.locator('.error-summary li').count()).toBe(3);
    await examine(reader);
    await write(reader, `First ${mark}: I do the warm-up\non Mondays.\n\nIt <b>helps</b>.`);
    expect(await reader.locator('h1').innerText()).toContain('Your comment has come in.');
    await examine(reader);
    const firstLink = await reader.getByRole('link', { name: 'Open your comment' }).getAttribute('href');
    await write(reader, `Second ${mark}: I can't pee since last night, what should I do?`);
    expect(await reader.locator('.care-emergency').innerText()).toContain('sounds like an emergency');
    expect(await reader.locator('.call a').getAttribute('href')).toBe('tel:999');
    await examine(reader);
    const secondLink = await reader.getByRole('link', { name: 'Open your comment' }).getAttribute('href');
    await write(reader, `Third ${mark}: buy http://a.example and http://b.example`);
    const thirdLink = await reader.getByRole('link', { name: 'Open your comment' }).getAttribute('href');

    const editor = await signIn('ann');
    await examine(editor);
    const card = (text: string) => editor.locator('.queued', { hasText: text });
    expect(await card(`Second ${mark}`).innerText()).toContain('Sounds like an emergency');
    await go(editor, () =>
      card(`First ${mark}`)
        .getByRole('link', { name: /^Change/ })
        .click(),
    );
    await examine(editor);
    await editor.getByLabel('Your comment').fill(`First ${mark}: I do it on Mondays.`);
    await press(editor, 'Save and put on the page');
    expect(await editor.locator('.notice').innerText()).toBe('Done.');
    await card(`Third ${mark}`).locator('summary').click();
    await card(`Third ${mark}`).locator('textarea').fill('Please send no advertising.');
    await go(editor, () =>
      card(`Third ${mark}`)
        .getByRole('button', { name: /^Turn down/ })
        .click(),
    );
    await go(editor, () =>
      card(`Second ${mark}`)
        .getByRole('button', { name: /^Put on the page/ })
        .click(),
    );

    await reader.goto(`${url}/comments/warm-up`);
    await examine(reader);
    const shown = await reader.locator('main').innerText();
    expect(shown).toContain(`First ${mark}: I do it on Mondays.`);
    expect(shown).toContain('Changed by the editor Dr ann on');
    expect(shown).not.toMatch(/Third|reader@example/);
    await go(reader, () =>
      reader
        .getByRole('link', { name: /^Reply/ })
        .first()
        .click(),
    );
    await examine(reader);
    await reader.goto(url + thirdLink);
    expect(await reader.locator('main').innerText()).toContain('Please send no advertising.');
    await examine(reader);
    await reader.goto(url + firstLink);
    await reader.getByLabel('Your comment').fill(`First ${mark}: changed by me.`);
    await press(reader, 'Save');
    expect(await reader.locator('.notice').innerText()).toBe('It was saved.');
    await reader.goto(url + secondLink);
    await press(reader, 'Delete it');
    expect(await reader.locator('h1').innerText()).toBe('Your comment is deleted.');
    await examine(reader);
    await reader.goto(`${url}/comments/warm-up`);
    expect(await reader.locator('main').innerText()).not.toContain(mark);
  });

  test('a report, a sign-off by two names, the log, and what its sender sees', async () => {
    const reader = await someone('/claims/C1/report');
    await examine(reader);
    await reader.getByLabel('What is wrong with it?').fill('A newer trial found no effect.');
    await press(reader, 'Send');
    await examine(reader);
    await go(reader, () => reader.getByRole('link', { name: 'See how it stands' }).click());
    const followed = reader.url();
    expect(await reader.locator('main').innerText()).toContain('Nobody has looked at it yet.');
    await examine(reader);

    const ann = await signIn('ann');
    await ann.goto(`${url}/desk/claims/C1`);
    await examine(ann);
    await ann.getByLabel('Not supported').check();
    await press(ann, 'Sign as Dr ann');
    expect(await ann.locator('main').innerText()).toContain('Waits for a second name');
    const bob = await signIn('bob');
    await bob.goto(`${url}/desk/claims/C1`);
    await press(bob, 'Sign as the second one');
    expect(await bob.locator('main').innerText()).toContain('Signed by Dr ann and Dr bob on');
    await examine(bob);
    await bob.goto(`${url}/desk/claims`);
    await examine(bob);
    await go(bob, () => bob.getByRole('link', { name: 'Reports' }).click());
    await examine(bob);
    await go(bob, () => bob.locator('.log a').first().click());
    await examine(bob);
    await bob.getByLabel('Page was changed').check();
    await bob.getByLabel('What you say to it').fill('Thank you. Two reviewers have changed the verdict.');
    await press(bob, 'Save');
    await reader.goto(followed);
    expect(await reader.locator('main').innerText()).toContain('You were right.');
    expect(await reader.locator('main').innerText()).toContain('Two reviewers have changed the verdict.');
    await bob.goto(`${url}/desk/log`);
    await examine(bob);
    expect(await bob.locator('main').innerText()).toMatch(/All \d+ lines fit together/);
    // What was signed is taken back, so that the other run finds the claim as it was.
    await ann.goto(`${url}/desk/claims/C1`);
    await press(ann, 'Take it back');
    await press(bob, 'Sign out');
    expect(await bob.locator('.notice').innerText()).toBe('You are signed out.');
  });

  test('a page of the desk breaks no rule about scripts and styles', () => {
    expect(complaints).toEqual([]);
  });
});

test('a passkey is added with a touch and then signs in, and a recovery code does where it is lost', async () => {
  const context = await browser.newContext({ viewport: PHONE, locale: 'en-GB', serviceWorkers: 'block' });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  await wire.send('WebAuthn.addVirtualAuthenticator', { options });
  await page.goto(`${url}/desk/sign-in`);
  await page.locator('summary').click();
  await page.locator('#code-login').fill('bob');
  await page.getByLabel('Recovery code').fill(codes.bob?.[3] ?? '');
  await go(page, () => page.locator('details button').click());
  expect(await page.locator('main').innerText()).toContain('You have 9 recovery codes left.');
  await page.getByLabel('Name for it').fill('My phone');
  await go(page, () => page.getByRole('button', { name: 'Add a passkey' }).click());
  expect(await page.locator('main').innerText()).toContain('My phone');
  await expectAccessible(page);
  await go(page, () => page.getByRole('button', { name: 'Sign out' }).click());
  await go(page, () => page.getByRole('button', { name: 'Sign in with a passkey' }).click());
  expect(await page.locator('.desk-who').innerText()).toBe('Signed in as Dr bob');
  await page.goto(`${url}/desk/account`);
  await go(page, () => page.getByRole('button', { name: 'Remove My phone' }).click());
  await go(page, () => page.getByRole('button', { name: 'Sign out' }).click());
  await go(page, () => page.getByRole('button', { name: 'Sign in with a passkey' }).click());
  expect(await page.locator('.error-summary').innerText()).toContain('That passkey was not accepted.');
  await context.close();
});

test('a device that answers its own pages passes these on to the server', async () => {
  const context = await browser.newContext({ viewport: PHONE, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(url);
  await untilReady(page);
  // A page that was there before the worker is not its own; the next one is.
  await page.goto(url);
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  for (const path of ['/comments/warm-up', '/claims/C1/report', '/contact', '/desk/sign-in']) {
    expect((await page.goto(url + path))?.status(), path).toBe(200);
  }
  await page.goto(`${url}/knowledge`);
  expect(await page.locator('h1').count()).toBe(1);
  await context.close();
});

test('the log of the server has neither names nor e-mails, texts, links or what somebody read', () => {
  expect(log).toMatch(/POST \/comments\/- 200/);
  expect(log).toMatch(/GET \/my-comment\/- 200/);
  expect(log).not.toMatch(/Reader One|reader@example|Mondays|pee|warm-up|herons|bug|store /);
  for (const code of codes.bob ?? []) expect(log).not.toContain(code);
  expect(log).not.toMatch(/[\w-]{43}/);
});
