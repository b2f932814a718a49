// Letters against a real, small SMTP server: what arrives, to whom, and what happens while it is away.

import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freePort, removeFolders } from '../../../test/databases.ts';
import { atDesk, COMMENT, type DeskRehearsal, rehearseDesk, visitor } from '../../../test/desk-in-process.ts';
import { realKnowledge } from '../../../test/in-process.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import { type Postman, postman } from './mail.ts';

interface Arrived {
  readonly to: readonly string[];
  readonly headers: string;
  readonly text: string;
}

/** Speaks as much of RFC 5321 as a client needs; refuses recipients at `refuse.example`. */
function smtpServer(arrived: Arrived[]): Server {
  return createServer((socket: Socket) => {
    let [buffer, isData, to] = ['', false, [] as string[]];
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 test');
    socket.on('error', () => {});
    socket.setEncoding('utf8').on('data', (part) => {
      buffer += part;
      for (;;) {
        if (isData) {
          const end = buffer.indexOf('\r\n.\r\n');
          if (end < 0) return;
          const [headers = '', ...body] = buffer.slice(0, end).split('\r\n\r\n');
          arrived.push({ to, headers, text: decoded(headers, body.join('\r\n\r\n')) });
          [buffer, isData, to] = [buffer.slice(end + 5), false, []];
          say('250 ok');
          continue;
        }
        const end = buffer.indexOf('\r\n');
        if (end < 0) return;
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        if (/^RCPT TO:.*refuse\.example/i.test(line)) say('550 no such person');
        else if (/^RCPT TO:<(.*)>/i.test(line)) {
          to.push(/<(.*)>/.exec(line)?.[1] ?? '');
          say('250 ok');
        } else if (/^DATA/i.test(line)) {
          isData = true;
          say('354 go on');
        } else if (/^QUIT/i.test(line)) {
          say('221 bye');
          socket.end();
        } else say('250 ok');
      }
    });
  });
}

function decoded(headers: string, body: string): string {
  if (/content-transfer-encoding: base64/i.test(headers)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(headers)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

let knowledge: KnowledgeBase;
let house: DeskRehearsal;
let server: Server;
let post: Postman;
let port: number;
const arrived: Arrived[] = [];
const lines: string[] = [];
const closing: (() => Promise<unknown>)[] = [];
const ORIGIN = 'http://localhost';
const PAGE = '/comments/warm-up';
const listen = () => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

beforeAll(async () => {
  [knowledge, port] = [await realKnowledge(), await freePort()];
  server = smtpServer(arrived);
  await listen();
});
beforeEach(async () => {
  arrived.length = 0;
  lines.length = 0;
  house = await rehearseDesk(knowledge, { canMail: true, origin: ORIGIN });
  post = postman(
    house.store.letters,
    { url: `smtp://127.0.0.1:${port}`, from: 'editors@example.org' },
    () => house.clock.now,
    (line) => lines.push(line),
  );
  closing.push(post.stop, house.close);
});
afterAll(async () => {
  for (const close of closing) await close();
  server.close();
  removeFolders();
});

const linkIn = (text: string | undefined, path: string) =>
  new RegExp(`${ORIGIN}(/${path}/[\\w.-]+)`).exec(text ?? '')?.[1] ?? '';
const left = async () => (await house.sql.read.selectFrom('letters').selectAll().execute()).length;

describe('a letter', () => {
  test('brings the author their link, and replies only after a yes from the address itself', async () => {
    const ann = visitor(house);
    const sent = await ann.fill(PAGE, [...COMMENT, ['mail', 'yes']]);
    expect(sent.text).toContain('We have sent it to your e-mail too.');
    await post.deliver();
    expect(arrived).toMatchObject([{ to: ['ann@example.org'] }]);
    expect(arrived[0]?.headers).toMatch(/^From: editors@example\.org$/m);
    expect(arrived[0]?.headers).toMatch(/^Subject: Your comment on Backstride$/m);
    expect((await ann.send(linkIn(arrived[0]?.text, 'my-comment'))).status).toBe(200);
    expect(await left(), 'nothing of it is kept').toBe(0);

    const editor = await atDesk(house, 'ed');
    const approveAll = async () => {
      for (const { id } of await house.store.comments.waiting({ most: 9 })) {
        await editor.fill(`/desk/comments/${id}`, [['do', 'approve']], { seconds: 1 });
      }
    };
    const reply = async (text: string) => {
      const page = await ann.send(PAGE);
      const path = /href="(\/comments\/warm-up\/reply\/[^#"]+)/.exec(page.text)?.[1] ?? '';
      await visitor(house).fill(
        path,
        [
          ['name', 'Bob'],
          ['email', 'bob@refuse.example'],
          ['text', text],
        ],
        { seconds: 600 },
      );
      await approveAll();
      await post.deliver();
    };
    await approveAll();
    const confirm = linkIn(arrived[0]?.text, 'replies');
    arrived.length = 0;
    await reply('Before the yes.');
    expect(arrived).toEqual([]);
    expect((await ann.fill(confirm, [['do', 'start']])).text).toContain('You get an e-mail');
    await reply('After the yes.');
    expect(arrived).toMatchObject([{ to: ['ann@example.org'] }]);
    expect(arrived[0]?.text).toContain(`${ORIGIN}/comments/warm-up#c-`);
    expect(arrived[0]?.text, 'neither who nor what').not.toMatch(/Bob|After the yes/);
    const stop = linkIn(arrived[0]?.text, 'replies');
    arrived.length = 0;
    await ann.fill(stop, [['do', 'stop']]);
    await reply('After the no.');
    expect(arrived).toEqual([]);
  });

  test('waits while the mail server is away, and is tried again later', async () => {
    await visitor(house).fill(PAGE, COMMENT);
    await new Promise((resolve) => server.close(resolve));
    await post.deliver();
    expect(await left()).toBe(1);
    expect(lines.join()).toMatch(/^letter [0-9a-f-]{36} failed \w+$/);
    await listen();
    house.clock.now += 59_000;
    await post.deliver();
    expect(arrived, 'not before its time').toEqual([]);
    house.clock.now += 2_000;
    await post.deliver();
    expect(arrived).toHaveLength(1);
    expect(await left()).toBe(0);
  });

  test('that nobody takes is given up after about a day', async () => {
    await visitor(house).fill(PAGE, [
      ['name', 'A'],
      ['email', 'a@refuse.example'],
      ['text', 'x'],
    ]);
    for (let tries = 0; (await left()) > 0; tries++) {
      if (tries > 20) throw new Error('never given up');
      await post.deliver();
      house.clock.now += 24 * 60 * 60 * 1000;
    }
    expect(lines.at(-1)).toMatch(/failed EENVELOPE for good$/);
    expect(lines.join()).not.toContain('refuse.example');
  });

  test('goes to one address no more than five times a day, whoever asks for it', async () => {
    for (let nth = 0; nth < 7; nth++) {
      house.network.address = `192.0.2.${nth}`;
      await visitor(house).fill(PAGE, [...COMMENT.slice(0, 2), ['text', `Number ${nth}`]]);
    }
    await post.deliver();
    expect(arrived).toHaveLength(5);
  });

  test('tells who has sent a report that there is news, with their link and nothing of what was said', async () => {
    const sent = await visitor(house).fill('/claims/C1/report', [
      ['text', 'Wrong.'],
      ['email', 'r@example.org'],
    ]);
    await post.deliver();
    const link = linkIn(arrived[0]?.text, 'my-report');
    expect(sent.text).toContain(link);
    const editor = await atDesk(house, 'ed');
    const id = link.split(/[/.]/)[2];
    arrived.length = 0;
    await editor.fill(`/desk/reports/${id}`, [
      ['state', 'stands'],
      ['answer', 'It stands, see the new source.'],
    ]);
    await post.deliver();
    expect(arrived).toMatchObject([{ to: ['r@example.org'] }]);
    expect(linkIn(arrived[0]?.text, 'my-report')).toBe(link);
    expect(arrived[0]?.text).not.toContain('It stands');
  });
});
