// The editors' desk: signing in and out, deciding, signing claims, and what is refused.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { removeFolders } from '../../../test/databases.ts';
import {
  atDesk,
  COMMENT,
  type DeskRehearsal,
  hiddenIn,
  makeEditor,
  PASSWORD,
  rehearseDesk,
  secretLink,
  type Visitor,
  visitor,
} from '../../../test/desk-in-process.ts';
import { realKnowledge } from '../../../test/in-process.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';

let knowledge: KnowledgeBase;
let house: DeskRehearsal;
const houses: DeskRehearsal[] = [];
beforeAll(async () => {
  knowledge = await realKnowledge();
});
beforeEach(async () => {
  house = await rehearseDesk(knowledge);
  houses.push(house);
});
afterAll(async () => {
  for (const one of houses) await one.close();
  removeFolders();
});

const PAGE = '/comments/warm-up';
const waiting = () => house.store.comments.waiting({ most: 100 });
const SIGN_IN = '/desk/sign-in';
const tryPassword = (who: Visitor, login: string, password: string) =>
  who.fill(SIGN_IN, [
    ['login', login],
    ['password', password],
    ['by', 'password'],
  ]);
const tryCode = (who: Visitor, login: string, code: string) =>
  who.fill(SIGN_IN, [
    ['login', login],
    ['code', code],
    ['by', 'code'],
  ]);
const sessionOf = (who: Visitor) => /backstride-desk=([^;]*)/.exec(who.cookie)?.[1];

describe('signing in', () => {
  test('lets nobody in from the start: there is no account', async () => {
    for (const login of ['admin', 'root', 'editor', '']) {
      expect((await tryPassword(visitor(house), login, 'admin')).status).toBe(422);
    }
    expect(await house.store.editors.all()).toEqual([]);
  });

  test('sends everybody else away from every page of the desk', async () => {
    const stranger = visitor(house);
    for (const path of [
      '',
      '/comments/x',
      '/reports',
      '/reports/x',
      '/claims',
      '/claims/C1',
      '/log',
      '/account',
    ]) {
      expect((await stranger.send(`/desk${path}`)).location, path).toBe(SIGN_IN);
      expect((await stranger.post(`/desk${path}`, [['do', 'approve']])).location, path).toBe(SIGN_IN);
    }
  });

  test('answers a wrong password and an unknown name alike', async () => {
    await makeEditor(house, 'ann');
    const plain = (text: string) => text.replace(/value="[^"]*"|data-options="[^"]*"/g, '');
    const wrong = await tryPassword(visitor(house), 'ann', 'not the password');
    const unknown = await tryPassword(visitor(house), 'nobody', 'not the password');
    expect([unknown.status, plain(unknown.text)]).toEqual([wrong.status, plain(wrong.text)]);
    const wrongCode = await tryCode(visitor(house), 'ann', '0000-0000-0000-0000');
    const unknownCode = await tryCode(visitor(house), 'nobody', '0000-0000-0000-0000');
    expect([unknownCode.status, plain(unknownCode.text)]).toEqual([wrongCode.status, plain(wrongCode.text)]);
  });

  test('takes the right password and gives a session that no script reads and no other site sends', async () => {
    await makeEditor(house, 'ann');
    const ann = visitor(house);
    const reply = await tryPassword(ann, ' ANN ', PASSWORD);
    expect(reply.location).toBe('/desk');
    const cookie = reply.headers.getSetCookie().find((one) => one.startsWith('backstride-desk='));
    expect(cookie).toMatch(/^backstride-desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await ann.send('/desk')).text).toContain('Signed in as Dr ann');
    const kept = JSON.stringify(await house.sql.read.selectFrom('sessions').selectAll().execute());
    expect(kept, 'the store has its hash alone').not.toContain(sessionOf(ann));
  });

  test('binds its cookies to the host where the site has HTTPS', async () => {
    const safe = await rehearseDesk(knowledge, { origin: 'https://backstride.example' });
    houses.push(safe);
    await makeEditor(safe, 'ann');
    const reply = await tryPassword(visitor(safe), 'ann', PASSWORD);
    const cookies = reply.headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) expect(cookie).toMatch(/^__Host-backstride-\w+=.*; Path=\/; .*; Secure$/);
  });

  test('makes a new session each time, and the one before is worth nothing (fixation)', async () => {
    await makeEditor(house, 'ann');
    const ann = visitor(house);
    ann.cookie = `backstride-desk=${'A'.repeat(43)}`;
    await tryPassword(ann, 'ann', PASSWORD);
    const first = sessionOf(ann);
    expect(first).not.toBe('A'.repeat(43));
    expect((await ann.send(SIGN_IN)).location, 'is in already').toBe('/desk');
    const again = visitor(house);
    const page = await again.send(SIGN_IN);
    again.cookie += `; backstride-desk=${first}`;
    const fields = [
      ['login', 'ann'],
      ['password', PASSWORD],
      ['by', 'password'],
    ] as const;
    expect((await again.post(SIGN_IN, [...hiddenIn(page, SIGN_IN), ...fields])).location).toBe('/desk');
    expect(sessionOf(again)).not.toBe(first);
    expect((await ann.send('/desk')).location, 'the one before has ended').toBe(SIGN_IN);
    const planted = visitor(house);
    planted.cookie = `backstride-desk=${'A'.repeat(43)}`;
    expect((await planted.send('/desk')).location).toBe(SIGN_IN);
  });

  test('ends after half an hour of nothing, after twelve hours, and when it is signed out', async () => {
    const ann = await atDesk(house, 'ann');
    house.clock.now += 29 * 60_000;
    expect((await ann.send('/desk')).status).toBe(200);
    house.clock.now += 29 * 60_000;
    expect((await ann.send('/desk')).status).toBe(200);
    house.clock.now += 30 * 60_000;
    expect((await ann.send('/desk')).location).toBe(SIGN_IN);
    await tryPassword(ann, 'ann', PASSWORD);
    const stolen = visitor(house);
    stolen.cookie = ann.cookie;
    const page = await ann.send('/desk');
    await ann.post('/desk/sign-out', hiddenIn(page, '/desk/sign-out'));
    expect((await stolen.send('/desk')).location, 'also for who has a copy').toBe(SIGN_IN);
  });

  test('a recovery code works once, however it is written', async () => {
    const { codes } = await makeEditor(house, 'ann');
    const code = (codes[0] ?? '').toUpperCase().replaceAll('-', ' ');
    expect((await tryCode(visitor(house), 'ann', code)).location).toBe('/desk/account');
    expect((await tryCode(visitor(house), 'ann', code)).status).toBe(422);
    await makeEditor(house, 'bob');
    expect((await tryCode(visitor(house), 'bob', codes[1] ?? '')).status, 'nor for somebody else').toBe(422);
  });
});

describe('brute force', () => {
  test('on one name stops after ten tries, from wherever they come, and the right one waits too', async () => {
    await makeEditor(house, 'ann');
    const statuses: number[] = [];
    for (let nth = 0; nth < 13; nth++) {
      house.network.address = `198.51.100.${nth}`;
      const reply = await visitor(house).fill(
        SIGN_IN,
        [
          ['login', 'ann'],
          ['password', 'x'],
          ['by', 'password'],
        ],
        { seconds: 0 },
      );
      statuses.push(reply.status);
    }
    expect(statuses).toEqual([...Array(10).fill(422), 429, 429, 429]);
    const right = await visitor(house).fill(
      SIGN_IN,
      [
        ['login', 'ann'],
        ['password', PASSWORD],
        ['by', 'password'],
      ],
      { seconds: 0 },
    );
    expect(right.status).toBe(429);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
    house.clock.now += 15 * 60_000;
    expect((await tryPassword(visitor(house), 'ann', PASSWORD)).location).toBe('/desk');
  });

  test('with many names from one network stops too, for names that are there and names that are not', async () => {
    await makeEditor(house, 'ann');
    const statuses: number[] = [];
    for (let nth = 0; nth < 22; nth++) {
      const reply = await visitor(house).fill(
        SIGN_IN,
        [
          ['login', `user${nth}`],
          ['code', 'x'],
          ['by', 'code'],
        ],
        { seconds: 0 },
      );
      statuses.push(reply.status);
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });
});

describe('deciding', () => {
  const send = async (text: string) => {
    const reply = await visitor(house).fill(PAGE, [...COMMENT.slice(0, 2), ['text', text]], { seconds: 200 });
    return secretLink(reply);
  };

  test('a comment is approved, changed with a mark, or turned down, and the log says by whom', async () => {
    for (const text of ['One of three.', 'Two of three.', 'Three of three.']) await send(text);
    const [one, two, three] = await waiting();
    const editor = await atDesk(house, 'ed');
    const queue = await editor.send('/desk');
    for (const part of ['One of three.', 'Two of three.', 'ann@example.org', '3 comments wait.'])
      expect(queue.text).toContain(part);
    const decide = (id: string | undefined, ...fields: readonly (readonly [string, string])[]) =>
      editor.fill(`/desk/comments/${id}`, fields);
    expect((await decide(one?.id, ['do', 'approve'])).location).toBe('/desk?done');
    expect((await decide(two?.id, ['text', 'Two, shorter.'], ['do', 'edit'])).location).toBe('/desk?done');
    expect((await decide(three?.id, ['reason', ''], ['do', 'reject'])).status, 'not without a reason').toBe(
      422,
    );
    expect((await decide(three?.id, ['reason', 'Off topic.'], ['do', 'reject'])).location).toBe('/desk?done');
    const { text } = await visitor(house).send(PAGE);
    expect(text).toContain('One of three.');
    expect(text).toMatch(/Two, shorter\.[\s\S]*Changed by the editor Dr ed on 28 November 2026\./);
    expect(text).not.toContain('Three of three.');
    const log = await editor.send('/desk/log');
    for (const line of [
      'put a comment on its page',
      'changed a comment',
      'turned a comment down',
      'signed in',
    ]) {
      expect(log.text).toContain(line);
    }
    expect(log.text).toMatch(/All \d+ lines fit together/);
    expect(log.text, 'nothing of the public').not.toMatch(/three|example\.org|Off topic/);
  });

  test('of two editors with the same page open one wins and the other is told', async () => {
    await send('Contested.');
    const [one] = await waiting();
    const [ann, bob] = [await atDesk(house, 'ann'), await atDesk(house, 'bob')];
    const path = `/desk/comments/${one?.id}`;
    const [annsPage, bobsPage] = [await ann.send(path), await bob.send(path)];
    const first = await ann.post(path, [...hiddenIn(annsPage, path), ['do', 'approve']]);
    expect(first.location).toBe('/desk?done');
    const second = await bob.post(path, [...hiddenIn(bobsPage, path), ['reason', 'No.'], ['do', 'reject']]);
    expect(second.status).toBe(409);
    expect(second.text).toContain('Somebody else was faster');
    expect((await visitor(house).send(PAGE)).text).toContain('Contested.');
  });

  test('suspicious ones stand apart, and an emergency has its mark', async () => {
    await visitor(house).fill(PAGE, [...COMMENT, ['website', 'http://spam.example']]);
    await send('I cannot breathe, help');
    const { text } = await (await atDesk(house, 'ed')).send('/desk');
    expect(text).toMatch(
      /Sounds like an emergency:[\s\S]*These look like spam[\s\S]*The hidden field was filled in\./,
    );
  });

  test('is the part of moderators alone, and claims that of reviewers', async () => {
    await send('Waits.');
    const [one] = await waiting();
    const reviewer = await atDesk(house, 'rev', ['reviewer']);
    expect((await reviewer.send('/desk')).location).toBe('/desk/claims');
    expect((await reviewer.send(`/desk/comments/${one?.id}`)).status).toBe(403);
    expect((await reviewer.post(`/desk/comments/${one?.id}`, [['do', 'approve']])).status).toBe(403);
    const moderator = await atDesk(house, 'mod', ['moderator']);
    for (const path of ['/desk/claims', '/desk/claims/C1'])
      expect((await moderator.send(path)).status, path).toBe(403);
    expect((await moderator.post('/desk/claims/C1', [['do', 'sign']])).status).toBe(403);
    const report = secretLink(await visitor(house).fill('/claims/C1/report', [['text', 'Wrong.']]));
    const id = /my-report\/([^.]+)/.exec(report)?.[1];
    const page = await moderator.send(`/desk/reports/${id}`);
    const forced = [...hiddenIn(page, `/desk/reports/${id}`), ['state', 'stands']] as const;
    expect((await moderator.post(`/desk/reports/${id}`, forced)).status).toBe(403);
    expect((await house.store.reports.byId(id ?? ''))?.state).toBe('received');
    expect(await waiting()).toHaveLength(1);
  });
});

describe('reports', () => {
  test('go from the reader to the reviewer and back to the reader, by the secret link alone', async () => {
    const reader = visitor(house);
    const sent = await reader.fill('/claims/C1/report', [
      ['text', 'The trial was withdrawn.'],
      ['email', 'r@example.org'],
    ]);
    const link = secretLink(sent);
    expect((await reader.send(link)).text).toContain('Nobody has looked at it yet.');
    const id = /my-report\/([^.]+)/.exec(link)?.[1];
    const reviewer = await atDesk(house, 'rev');
    expect((await reviewer.send('/desk/reports')).text).toContain('1 is open.');
    expect((await reviewer.send('/desk/claims/C1')).text).toContain(`/desk/reports/${id}`);
    expect(
      (await reviewer.fill(`/desk/reports/${id}`, [['state', 'answered']])).status,
      'not for a claim',
    ).toBe(422);
    const done = await reviewer.fill(`/desk/reports/${id}`, [
      ['state', 'corrected'],
      ['answer', 'Thank you, you are right.'],
    ]);
    expect(done.location).toBe('/desk/reports?done');
    const { text } = await reader.send(link);
    expect(text).toContain('You were right.');
    expect(text).toContain('Thank you, you are right.');
    expect((await reviewer.send('/desk/reports')).text).toContain('Nothing is open.');
  });

  test('a letter needs neither name nor e-mail; one that a program sent is closed from the start', async () => {
    expect(secretLink(await visitor(house).fill('/contact', [['text', 'Hello.']]))).toMatch(/^\/my-report\//);
    expect(await house.store.reports.countOpen()).toBe(1);
    await visitor(house).fill('/contact', [
      ['text', 'Buy.'],
      ['website', 'x'],
    ]);
    expect(await house.store.reports.countOpen()).toBe(1);
  });
});

describe('signing a claim', () => {
  const sign = (who: Visitor, verdict: string) =>
    who.fill('/desk/claims/C1', [
      ['verdict', verdict],
      ['note', 'Read both trials.'],
      ['do', 'sign'],
    ]);

  test('goes by name, at once where the verdict stays', async () => {
    const ann = await atDesk(house, 'ann');
    expect((await ann.send('/desk/claims/C1')).text).toContain('Nobody has signed it as it stands.');
    expect((await sign(ann, 'invented')).status).toBe(422);
    expect((await sign(ann, 'supported')).location).toBe('/desk/claims/C1?done');
    expect((await ann.send('/desk/claims')).text).toContain('Signed by Dr ann on 28 November 2026.');
  });

  test('another verdict waits for a second reviewer, who cannot be the first', async () => {
    const [ann, bob] = [await atDesk(house, 'ann'), await atDesk(house, 'bob')];
    await sign(ann, 'partly');
    const [proposal] = await house.store.signOffs.ofClaim('C1');
    const second = async (who: Visitor) => {
      const page = await who.send('/desk/claims/C1');
      const [token] = hiddenIn(page, '/desk/claims/C1');
      return who.post('/desk/claims/C1', [
        ['token', token?.[1] ?? ''],
        ['edition', 'e1'],
        ['sign-off', proposal?.id ?? ''],
        ['version', '1'],
        ['do', 'second'],
      ]);
    };
    expect((await ann.send('/desk/claims/C1')).text).not.toContain('value="second"');
    expect((await second(ann)).status).toBe(409);
    expect((await ann.send('/desk/claims')).text).toContain('Nobody has signed it');
    expect((await bob.send('/desk/claims/C1')).text).toContain('value="second"');
    expect((await second(bob)).location).toBe('/desk/claims/C1?done');
    expect((await ann.send('/desk/claims')).text).toContain('Signed by Dr ann and Dr bob on');
  });
});

describe('the account', () => {
  test('changes its password with the old one, and signs out everywhere else', async () => {
    const ann = await atDesk(house, 'ann');
    const elsewhere = visitor(house);
    await tryPassword(elsewhere, 'ann', PASSWORD);
    const change = (old: string, next: string) =>
      ann.fill('/desk/account', [
        ['old', old],
        ['new', next],
        ['do', 'password'],
      ]);
    expect((await change('wrong', 'a new and long password')).text).toContain('that is not it');
    expect((await change(PASSWORD, 'short')).text).toContain('at least 15 letters');
    expect((await change(PASSWORD, 'twelve slow blue tractors')).text).toContain('Your password is changed.');
    expect((await elsewhere.send('/desk')).location).toBe(SIGN_IN);
    expect((await ann.send('/desk')).status).toBe(200);
    expect((await tryPassword(visitor(house), 'ann', PASSWORD)).status).toBe(422);
    expect((await tryPassword(visitor(house), 'ann', 'twelve slow blue tractors')).location).toBe('/desk');
  });

  test('makes new recovery codes, shown once, and the old ones end', async () => {
    const { codes } = await makeEditor(house, 'ann');
    const ann = visitor(house);
    await tryPassword(ann, 'ann', PASSWORD);
    const { text } = await ann.fill('/desk/account', [['do', 'new-codes']]);
    const shown = [...text.matchAll(/<code>([0-9a-z-]{19})<\/code>/g)].map(([, code = '']) => code);
    expect(new Set(shown).size).toBe(10);
    expect((await ann.send('/desk/account')).text).not.toContain('<code>');
    expect((await tryCode(visitor(house), 'ann', codes[0] ?? '')).status).toBe(422);
    expect((await tryCode(visitor(house), 'ann', shown[0] ?? '')).location).toBe('/desk/account');
  });
});
