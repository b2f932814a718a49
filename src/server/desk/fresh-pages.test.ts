// The real server with the real guide: pages are given out as bytes that were made before, and yet what an editor or an author
// changes is there at once.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { newFolder, removeFolders } from '../../../test/databases.ts';
import { makeEditor, signIn } from '../../../test/durability/kills.ts';
import { configurationFrom } from '../configuration.ts';
import { type Running, serve } from '../serve.ts';

const PAGE = '/guide/warm-up';
const [CLAIM, VERDICT] = ['tight-without-warm-up', 'partly'];
let running: Running;
let editor: string;

beforeAll(async () => {
  const folder = newFolder();
  const code = await makeEditor({ folder }, ['moderator', 'reviewer']);
  const read = configurationFrom({ PORT: '0', BACKSTRIDE_DATA: folder });
  if (!read.ok) throw new Error(read.refusal.join('\n'));
  running = await serve({ ...read.value, tries: 0, log: () => {} });
  editor = await signIn(Number(new URL(running.url).port), code);
});
afterAll(async () => {
  await running?.stop();
  removeFolders();
});

/** Asks until it is given out as bytes. */
async function prepared(path: string): Promise<string> {
  for (let turn = 0; turn < 500; turn++) {
    const reply = await fetch(running.url + path);
    const text = await reply.text();
    if (reply.headers.get('etag') !== null) return text;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${path} was never prepared.`);
}

const now = async (path: string) => (await fetch(running.url + path)).text();

async function fill(path: string, action: string, fields: Record<string, string>, cookie = '') {
  const page = await fetch(running.url + path, { headers: { cookie } });
  const kept = page.headers.getSetCookie().map((one) => one.split(';')[0]);
  const form = new RegExp(`<form method="post" action="${action}"[^>]*>([\\s\\S]*?)</form>`).exec(
    await page.text(),
  );
  const hidden = [...(form?.[1] ?? '').matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  const body = new URLSearchParams([
    ...hidden.map(([, name = '', value = '']): [string, string] => [name, value]),
    ...Object.entries(fields),
  ]);
  const headers = {
    cookie: [cookie, ...kept].filter((one) => one).join('; '),
    'sec-fetch-site': 'same-origin',
  };
  const reply = await fetch(running.url + action, { method: 'POST', body, headers, redirect: 'manual' });
  return { status: reply.status, text: await reply.text() };
}

test('a comment is there as soon as it is approved, edited, rejected or taken back', async () => {
  const text = 'Bridges helped me more than stretching did.';
  const sent = await fill('/comments/warm-up', '/comments/warm-up', {
    name: 'Ann',
    email: 'a@example.org',
    text,
  });
  const mine = /href="(\/my-comment\/[^"]+)"/.exec(sent.text)?.[1] ?? '';
  const id = /my-comment\/([^.]+)\./.exec(mine)?.[1] ?? '';
  expect(await prepared(PAGE)).not.toContain(text);
  const decide = (fields: Record<string, string>) =>
    fill(`/desk/comments/${id}`, `/desk/comments/${id}`, fields, editor);

  expect((await decide({ do: 'approve' })).status).toBe(303);
  expect(await now(PAGE)).toContain(text);
  expect(await prepared(PAGE)).toContain(text);

  expect((await decide({ do: 'edit', text: 'Bridges helped me.' })).status).toBe(303);
  expect(await now(PAGE)).toContain('Bridges helped me.');
  await prepared(PAGE);

  expect((await decide({ do: 'reject', reason: 'Off the subject.' })).status).toBe(303);
  expect(await now(PAGE)).not.toContain('Bridges helped me.');

  expect((await decide({ do: 'approve' })).status).toBe(303);
  expect(await prepared(PAGE)).toContain('Bridges helped me.');
  expect((await fill(mine, mine, { do: 'delete' })).status).toBe(200);
  expect(await now(PAGE)).not.toContain('Bridges helped me.');
});

test('a claim says at once by whom it was reviewed', async () => {
  const path = `/claims/${CLAIM}`;
  expect(await prepared(path)).not.toContain('Dr Ann');
  const signed = await fill(`/desk${path}`, `/desk${path}`, { do: 'sign', verdict: VERDICT }, editor);
  expect(signed.status).toBe(303);
  expect(await now(path)).toContain('Dr Ann');
});
