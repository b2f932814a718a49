// Comments from the form to the page, as a visitor without JavaScript meets them.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { removeFolders } from '../../../test/databases.ts';
import {
  atDesk,
  COMMENT,
  type DeskRehearsal,
  hiddenIn,
  rehearseDesk,
  secretLink,
  type Visitor,
  visitor,
} from '../../../test/desk-in-process.ts';
import { type Fields, realKnowledge } from '../../../test/in-process.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';

let knowledge: KnowledgeBase;
let house: DeskRehearsal;
let ann: Visitor;
const houses: DeskRehearsal[] = [];
beforeAll(async () => {
  knowledge = await realKnowledge();
});
beforeEach(async () => {
  house = await rehearseDesk(knowledge);
  houses.push(house);
  ann = visitor(house);
});
afterAll(async () => {
  for (const one of houses) await one.close();
  removeFolders();
});

const PAGE = '/comments/warm-up';
const withText = (text: string): Fields => [...COMMENT.filter(([name]) => name !== 'text'), ['text', text]];
const waiting = () => house.store.comments.waiting({ most: 100 });
const publish = async () => {
  const { editor } = await house.store.editors
    .create({
      login: `e${Math.random()}`,
      name: 'Ed',
      roles: [],
      passwordHash: '',
      codes: [],
      by: 't',
      at: 0,
    })
    .then((made) => ({ editor: made }));
  if (!editor) throw new Error('no editor');
  for (const { id, version } of await waiting()) {
    await house.store.comments.decide(id, { version, editor, at: 0, kind: 'approve' });
  }
};

describe('a comment', () => {
  test('waits for an editor; its author has a link, and nobody sees the e-mail', async () => {
    const sent = await ann.fill(PAGE, COMMENT);
    expect(sent.status).toBe(200);
    expect(sent.text).toContain('An editor will read it first.');
    expect(secretLink(sent)).toMatch(/^\/my-comment\/[0-9a-f-]{36}\.[\w-]{43}$/);
    expect((await ann.send(PAGE)).text).not.toContain('Bridges');
    await publish();
    const page = await ann.send(PAGE);
    expect(page.text).toContain('Bridges helped me');
    expect(page.text).not.toContain('ann@example.org');
  });

  test('sent twice by reload or by an impatient finger is there once, and its link is shown again', async () => {
    const page = await ann.send(PAGE);
    house.clock.now += 60_000;
    const fields = [...hiddenIn(page, PAGE), ...COMMENT];
    const [first, second] = [await ann.post(PAGE, fields), await ann.post(PAGE, fields)];
    expect(secretLink(second)).toBe(secretLink(first));
    expect(second.text).toContain('You had sent it already.');
    expect(await waiting()).toHaveLength(1);
  });

  test('keeps its paragraphs and lines, and is never more than text', async () => {
    await ann.fill(PAGE, withText('First line\nsecond <b>line</b>\n\nhttps://example.org & more'));
    await publish();
    const { text } = await ann.send(PAGE);
    expect(text).toContain('<p>First line<br>second &lt;b&gt;line&lt;/b&gt;</p>');
    expect(text).toContain('<p>https://example.org &amp; more</p>');
  });

  test.each([
    [
      'name',
      'Your name: this is empty',
      COMMENT.map(([name, value]) => [name, name === 'name' ? '' : value] as const),
    ],
    [
      'email',
      'name@example.org',
      COMMENT.map(([name, value]) => [name, name === 'email' ? 'nobody' : value] as const),
    ],
    ['text', 'Your comment: this is too long', withText('a'.repeat(4001))],
  ])('without a good %s comes back with what was typed and what to do', async (field, says, fields) => {
    const reply = await ann.fill(PAGE, fields);
    expect(reply.status).toBe(422);
    expect(reply.text).toContain(says);
    expect(reply.text).toContain(`id="${field}-error"`);
    expect(reply.text).toMatch(/<title>Error: /);
    if (field !== 'text') expect(reply.text).toContain('Bridges helped me');
    expect(await waiting()).toEqual([]);
  });

  test('of a form that was open for more than a day is asked for once more, not lost', async () => {
    const late = await ann.fill(PAGE, COMMENT, { seconds: 25 * 60 * 60 });
    expect(late.status).toBe(403);
    expect(late.text).toContain('Bridges helped me');
    const again = await ann.post(PAGE, [...hiddenIn(late, PAGE), ...COMMENT]);
    expect(again.status).toBe(200);
  });

  test('cannot be written where there is no such page', async () => {
    for (const id of ['emergency', 'nothing', '__proto__', 'constructor']) {
      expect((await ann.send(`/comments/${id}`)).status).toBe(404);
      expect((await ann.post(`/comments/${id}`, COMMENT)).status).toBe(404);
    }
  });

  test('too many from one network wait, with what was typed, whoever sends them', async () => {
    for (let nth = 0; nth < 5; nth++) {
      expect(
        (await visitor(house).fill(PAGE, withText(`Number ${nth} of mine`), { seconds: 0 })).status,
      ).toBe(200);
    }
    const reply = await ann.fill(PAGE, withText('One too many'), { seconds: 0 });
    expect(reply.status).toBe(429);
    expect(reply.headers.get('retry-after')).toBe('120');
    expect(reply.text).toContain('One too many');
    expect(reply.text).toContain('wait 2 minutes');
    house.network.address = '192.0.2.2';
    expect((await ann.fill(PAGE, withText('From elsewhere'))).status).toBe(200);
    house.network.address = '192.0.2.1';
    house.clock.now += 120_000;
    expect((await ann.fill(PAGE, withText('After a while'))).status).toBe(200);
  });

  test.each([
    ['the hidden field is filled in', 'honeypot', [...COMMENT, ['website', 'x']] as Fields, 60],
    ['it comes at once', 'too-quick', COMMENT, 1],
    ['it is full of links', 'links', withText('http://a.example http://b.example'), 60],
  ])(
    'is kept with a mark when %s, and the sender sees no difference',
    async (_, suspicion, fields, seconds) => {
      const reply = await ann.fill(PAGE, fields, { seconds });
      expect(reply.text).toContain('An editor will read it first.');
      expect((await waiting())[0]?.suspicions).toContain(suspicion);
    },
  );

  test('is marked when the same text comes again, in other clothes', async () => {
    await ann.fill(PAGE, withText('Buy the best pills now'));
    await ann.fill('/comments/cramp', withText('BUY the best... pills, now!'));
    expect((await waiting()).map(({ suspicions }) => suspicions)).toEqual([[], ['duplicate']]);
  });

  test('is shown at once where the operator wants so, if nothing is odd about it', async () => {
    const open = await rehearseDesk(knowledge, { premoderated: false });
    houses.push(open);
    const bob = visitor(open);
    expect((await bob.fill(PAGE, COMMENT)).text).toContain('It is on its page now.');
    await bob.fill(PAGE, withText('http://a.example http://b.example'));
    const { text } = await bob.send(PAGE);
    expect(text).toContain('Bridges helped me');
    expect(text).not.toContain('a.example');
  });
});

describe('a comment that reads like an emergency', () => {
  test.each([
    ['en-GB', "I can't pee since last night", 'Call', 'sounds like an emergency'],
    ['en-CA', 'My chest hurts and so does my leg', '911', 'sounds like an emergency'],
    ['fr-CA', 'Je ne peux plus uriner depuis hier', '911', 'ressemble à une urgence'],
  ])('gets the card at once and is kept (%s)', async (language, text, says, sounds) => {
    const reader = visitor(house, language);
    const reply = await reader.fill(PAGE, withText(text));
    expect(reply.status).toBe(200);
    expect(reply.text).toMatch(/<section class="care care-emergency"/);
    expect(reply.text).toContain(says);
    expect(reply.text).toContain(sounds);
    expect(reply.text.match(/<h1/g)).toHaveLength(1);
    expect(await waiting()).toHaveLength(1);
  });

  test('gets it also with a form that is refused, whatever the reason, and its text stays', async () => {
    const text = 'I cannot breathe';
    for (const reply of [
      await ann.fill(PAGE, [['text', text]]),
      await ann.fill(PAGE, withText(text), { seconds: 30 * 60 * 60 }),
      await ann.post(PAGE, withText(text)),
    ]) {
      expect(reply.status).toBeGreaterThanOrEqual(400);
      expect(reply.text).toContain('care-emergency');
      expect(reply.text).toContain(text);
    }
  });

  test('also gets it in a reply, an edit, a report and a letter', async () => {
    const sent = await ann.fill(PAGE, COMMENT);
    const text = 'I have chest pain';
    for (const [path, fields] of [
      [
        secretLink(sent),
        [
          ['text', text],
          ['do', 'change'],
        ],
      ],
      ['/claims/C1/report', [['text', text]]],
      ['/contact', [['text', text]]],
    ] as const) {
      expect((await ann.fill(path, fields)).text, path).toContain('care-emergency');
    }
  });
});

describe('a reply', () => {
  test('stands below what it answers, one level deep', async () => {
    await ann.fill(PAGE, COMMENT);
    await publish();
    const page = await ann.send(PAGE);
    const path = /href="(\/comments\/warm-up\/reply\/[^#"]+)/.exec(page.text)?.[1] ?? '';
    expect((await ann.send(path)).text).toContain('Your reply to Ann');
    await visitor(house).fill(path, withText('Same here.'));
    const [reply] = await waiting();
    await publish();
    const { text } = await ann.send(PAGE);
    expect(text).toMatch(/Bridges[\s\S]*<ol class="replies">[\s\S]*Same here\./);
    expect((await ann.send(`/comments/warm-up/reply/${reply?.id}`)).status, 'no reply to a reply').toBe(404);
    expect((await ann.send(path.replace('warm-up', 'cramp'))).status, 'not from another page').toBe(404);
  });

  test('is not possible to what nobody has published', async () => {
    await ann.fill(PAGE, COMMENT);
    const [one] = await waiting();
    expect((await ann.send(`/comments/warm-up/reply/${one?.id}`)).status).toBe(404);
  });
});

describe('the author', () => {
  test('can change it, and then an editor reads it again', async () => {
    const link = secretLink(await ann.fill(PAGE, COMMENT));
    await publish();
    const changed = await ann.fill(link, [
      ['text', 'Better words.'],
      ['do', 'change'],
    ]);
    expect(changed.status).toBe(200);
    expect(changed.text).toContain('It was saved.');
    expect((await ann.send(PAGE)).text).not.toMatch(/Bridges|Better words/);
    await publish();
    expect((await ann.send(PAGE)).text).toContain('Better words.');
  });

  test('can delete it: name, e-mail and text are in no table any more', async () => {
    const link = secretLink(await ann.fill(PAGE, COMMENT));
    await publish();
    expect((await ann.fill(link, [['do', 'delete']])).text).toContain('Your comment is deleted');
    expect((await ann.send(link)).status).toBe(404);
    const rows = JSON.stringify(await house.sql.read.selectFrom('comments').selectAll().execute());
    expect(rows).not.toMatch(/Ann|example\.org|Bridges/);
    expect((await ann.send(PAGE)).text).toContain('Nobody has written here yet.');
  });

  test('is told when an editor was faster, and nothing is overwritten', async () => {
    const link = secretLink(await ann.fill(PAGE, COMMENT));
    const page = await ann.send(link);
    await publish();
    const reply = await ann.post(link, [...hiddenIn(page, link), ['text', 'Late'], ['do', 'change']]);
    expect(reply.status).toBe(409);
    expect(reply.text).toContain('It has changed since you opened this page.');
    expect((await ann.send(PAGE)).text).toContain('Bridges');
  });

  test('reads why it was turned down', async () => {
    const link = secretLink(await ann.fill(PAGE, COMMENT));
    const editor = await atDesk(house, 'ed');
    const [one] = await waiting();
    const path = `/desk/comments/${one?.id}`;
    const done = await editor.fill(path, [
      ['reason', 'Please leave out brand names.'],
      ['do', 'reject'],
    ]);
    expect(done.location).toBe('/desk?done');
    const { text } = await ann.send(link);
    expect(text).toContain('It is not shown.');
    expect(text).toContain('Please leave out brand names.');
  });
});
