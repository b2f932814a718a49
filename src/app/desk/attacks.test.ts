// Attacks, each of a well-known class: every one is refused, and nothing of it shows unescaped. The payloads are our own, after
// the classes of the OWASP cheat sheets on cross-site scripting, injection, request forgery and direct references.

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
  visitor,
} from '../../../test/desk-in-process.ts';
import { type Fields, OWN_SCRIPT, type Reply, realKnowledge } from '../../../test/in-process.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import { networkOf } from './visit.ts';

let knowledge: KnowledgeBase;
let house: DeskRehearsal;
const houses: DeskRehearsal[] = [];
beforeAll(async () => {
  knowledge = await realKnowledge();
});
beforeEach(async () => {
  house = await rehearseDesk(knowledge, { canMail: true });
  houses.push(house);
});
afterAll(async () => {
  for (const one of houses) await one.close();
  removeFolders();
});

const PAGE = '/comments/warm-up';
const SCRIPTING: readonly string[] = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example/x.js></ScRiPt>',
  '</textarea><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '" autofocus onfocus="alert(1)',
  "' onmouseover='alert(1)",
  '<svg/onload=alert(1)>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '<form action=//evil.example><button>Sign in</button></form>',
  '<base href="//evil.example/">',
  '<meta http-equiv="refresh" content="0;url=//evil.example">',
  '<style>@import "//evil.example/x.css"</style>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
  '+ADw-script+AD4-alert(1)+ADw-/script+AD4-',
  `\${alert(1)}{{constructor.constructor("alert(1)")()}}<%= 7*7 %>`,
  '<details open ontoggle=alert(1)>',
  '<input type=image src onerror=alert(1)>',
  '\u202e<script>\u202calert(1)</script>',
  '<scr\0ipt>alert(1)</scr\0ipt>',
];
const INJECTION: readonly string[] = [
  "'; drop table comments; --",
  "' or '1'='1",
  '1; select pg_sleep(10)',
  "x'||(select password from editors limit 1)||'",
  '" union select secret from sessions --',
  '%00',
  '../../../../etc/passwd',
  '\r\nSet-Cookie: backstride-desk=stolen',
  '$(id)`id`',
];

/** No element, attribute or script that we have not written. */
function expectHarmless(reply: Reply, where: string): void {
  const markup = reply.text
    .replace(OWN_SCRIPT, '')
    .replaceAll('<script type="module" async src="/passkey.js"></script>', '');
  expect(markup, where).not.toMatch(/<(script|iframe|base|math|animate|style|img)\b/i);
  // An event handler would have to stand within a tag of ours.
  for (const [tag] of markup.matchAll(/<[a-z][^>]*>/gi)) {
    expect(tag.replace(/"[^"]*"/g, '""'), where).not.toMatch(/\son\w+\s*=|javascript:|evil\.example/i);
  }
  expect(markup.match(/<form /g)?.every((one) => one === '<form ') ?? true).toBe(true);
  for (const [, action = ''] of markup.matchAll(/<form [^>]*action="([^"]*)"/g))
    expect(action, where).toMatch(/^\/[a-z]/);
  const csp = reply.headers.get('content-security-policy') ?? '';
  expect(csp, where).toContain("script-src 'self'");
  expect(csp, where).not.toMatch(/unsafe|\*/);
  expect(reply.headers.get('x-content-type-options'), where).toBe('nosniff');
}

describe('scripting', () => {
  test('in every field of a comment, shown to readers and to editors', async () => {
    for (const [nth, payload] of SCRIPTING.entries()) {
      house.network.address = `203.0.113.${nth}`;
      const fields: Fields = [
        ['name', payload.slice(0, 60)],
        ['email', 'a@example.org'],
        ['text', `${payload} (${nth})`],
      ];
      expectHarmless(await visitor(house).fill(PAGE, fields), payload);
      const bad: Fields = [
        ['name', payload],
        ['email', payload],
        ['text', payload],
        ['mail', payload],
      ];
      expectHarmless(await visitor(house).fill(PAGE, bad), `refused: ${payload}`);
    }
    const editor = await atDesk(house, 'ed');
    const waiting = await house.store.comments.waiting({ most: 100 });
    expect(waiting.length).toBe(SCRIPTING.length);
    expectHarmless(await editor.send('/desk'), 'the queue');
    for (const { id } of waiting) {
      expectHarmless(await editor.send(`/desk/comments/${id}`), 'one at the desk');
      await editor.fill(`/desk/comments/${id}`, [['do', 'approve']], { seconds: 1 });
    }
    const page = await visitor(house).send(PAGE);
    expectHarmless(page, 'the page');
    expect(page.text).toContain('&lt;svg/onload=alert(1)&gt;');
  });

  test('in every field of reports, letters, sign-ins, reasons, answers, notes and names of passkeys', async () => {
    const editor = await atDesk(house, 'ed');
    const report = /my-report\/([^.]+)/.exec(
      secretLink(await visitor(house).fill('/claims/C1/report', [['text', 'x']])),
    )?.[1];
    const own = secretLink(await visitor(house).fill(PAGE, COMMENT));
    const comment = (await house.store.comments.waiting({ most: 1 }))[0]?.id;
    for (const [nth, payload] of SCRIPTING.entries()) {
      house.network.address = `203.0.113.${nth}`;
      const everything = (...names: readonly string[]): Fields =>
        names.map((name) => [name, payload] as const);
      expectHarmless(await visitor(house).fill('/contact', everything('name', 'email', 'text')), payload);
      expectHarmless(
        await visitor(house).fill('/claims/C1/report', everything('name', 'email', 'text')),
        payload,
      );
      const login = everything('login', 'password', 'code', 'credential');
      // A password costs its hash: a few will do.
      for (const by of ['code', 'passkey', ...(nth % 9 === 0 ? ['password'] : [])]) {
        expectHarmless(await visitor(house).fill('/desk/sign-in', [...login, ['by', by]]), payload);
      }
      const reject: Fields = [...everything('reason', 'text'), ['do', 'reject']];
      expect((await editor.fill(`/desk/comments/${comment}`, reject, { seconds: 1 })).location).toBe(
        '/desk?done',
      );
      expectHarmless(await editor.send(`/desk/comments/${comment}`), payload);
      expectHarmless(await visitor(house).send(own), payload);
      const answer: Fields = [...everything('answer'), ['state', 'looking']];
      expect((await editor.fill(`/desk/reports/${report}`, answer, { seconds: 1 })).location).toBe(
        '/desk/reports?done',
      );
      expectHarmless(await editor.send(`/desk/reports/${report}`), payload);
      const note: Fields = [...everything('note'), ['verdict', 'supported'], ['do', 'sign']];
      expect((await editor.fill('/desk/claims/C1', note, { seconds: 1 })).location).toBe(
        '/desk/claims/C1?done',
      );
      const account = everything('passkey-name', 'old', 'new', 'passkey', 'do', 'credential');
      expectHarmless(await editor.fill('/desk/account', account, { seconds: 1 }), payload);
    }
    expectHarmless(await editor.send('/desk/claims/C1'), 'the notes');
    expectHarmless(await editor.send('/desk/log'), 'the log');
  });

  test('in addresses, queries and headers comes back nowhere', async () => {
    const editor = await atDesk(house, 'ed');
    for (const payload of [...SCRIPTING, ...INJECTION]) {
      const part = encodeURIComponent(payload);
      const headers = {
        referer: `http://localhost/${part}`,
        'user-agent': payload.replace(/[^ -~]/g, ''),
        'accept-language': 'en-GB',
      };
      for (const path of [
        `/comments/${part}`,
        `${PAGE}?reply=${part}`,
        `/my-comment/${part}`,
        `/claims/${part}/report`,
        `/replies/${part}`,
      ]) {
        const reply = await visitor(house).send(path, { headers });
        expectHarmless(reply, path);
        expect(reply.text, path).not.toContain(payload);
      }
      for (const path of [
        `/desk?after=${part}`,
        `/desk/log?before=${part}`,
        `/desk/comments/${part}`,
        `/desk/claims/${part}`,
      ]) {
        const reply = await editor.send(path);
        expectHarmless(reply, path);
        expect(reply.text, path).not.toContain(payload);
        expect([200, 404], path).toContain(reply.status);
      }
    }
    expect(house.bugs).toEqual([]);
  });
});

describe('injection', () => {
  test('into SQL: whatever is typed is text, and the tables are still there', async () => {
    for (const [nth, payload] of INJECTION.entries()) {
      house.network.address = `203.0.113.${nth}`;
      const typed = payload.trim();
      const reply = await visitor(house).fill(PAGE, [
        ['name', payload],
        ['email', 'a@example.org'],
        ['text', payload],
      ]);
      expect(reply.status).toBe(200);
      const kept = (await house.store.comments.waiting({ most: 100 })).at(-1);
      expect(kept?.text).toBe(typed.replaceAll('\r\n', '\n'));
      if (nth % 3 === 0) {
        await visitor(house).fill('/desk/sign-in', [
          ['login', payload],
          ['password', payload],
          ['by', 'password'],
        ]);
      }
      await visitor(house).fill('/desk/sign-in', [
        ['login', payload],
        ['code', payload],
        ['by', 'code'],
      ]);
    }
    expect(await house.store.comments.countWaiting()).toBe(INJECTION.length);
    expect(house.bugs).toEqual([]);
  });

  test('into letters: an address with a line or a second address is none', async () => {
    for (const email of [
      'a@example.org\r\nBcc: b@example.org',
      'a@example.org, b@example.org',
      'a@example.org\nSubject: x',
      '<a@example.org>',
    ]) {
      const reply = await visitor(house).fill(PAGE, [
        ['name', 'A'],
        ['email', email],
        ['text', 'x'],
      ]);
      // A line break becomes a space, and an address has no space.
      expect(reply.status, email).toBe(422);
    }
    expect(await house.store.letters.take(10, house.clock.now + 1e9)).toEqual([]);
  });

  test('into headers: nothing that is typed becomes one', async () => {
    const reply = await visitor(house).fill(PAGE, [
      ['name', 'A\r\nSet-Cookie: backstride-desk=x'],
      ['email', 'a@example.org'],
      ['text', 'x'],
    ]);
    expect(reply.headers.getSetCookie().join()).not.toContain('backstride-desk');
  });
});

describe('request forgery', () => {
  const attempts = async () => {
    const editor = await atDesk(house, 'ed');
    const link = secretLink(await visitor(house).fill(PAGE, COMMENT));
    const comment = (await house.store.comments.waiting({ most: 1 }))[0]?.id;
    const paths: readonly (readonly [string, Fields])[] = [
      [PAGE, COMMENT],
      ['/contact', [['text', 'x']]],
      ['/claims/C1/report', [['text', 'x']]],
      [
        link,
        [
          ['do', 'delete'],
          ['version', '1'],
        ],
      ],
      [
        `/desk/comments/${comment}`,
        [
          ['do', 'approve'],
          ['version', '1'],
        ],
      ],
      [
        '/desk/claims/C1',
        [
          ['do', 'sign'],
          ['verdict', 'supported'],
          ['edition', 'e1'],
        ],
      ],
      ['/desk/account', [['do', 'new-codes']]],
      ['/desk/sign-out', []],
      [
        '/desk/sign-in',
        [
          ['login', 'ed'],
          ['password', PASSWORD],
          ['by', 'password'],
        ],
      ],
    ];
    return { editor, paths };
  };
  const nothingDone = async () => {
    expect(await house.store.comments.countWaiting()).toBe(1);
    expect(await house.store.reports.countOpen()).toBe(0);
    expect(await house.store.signOffs.all()).toEqual([]);
    const done = (await house.store.audit.read(100)).map(({ action }) => action);
    expect(done).toEqual(['session.start', 'editor.create']);
  };

  test('from another site is refused by where it comes from, even with a token that is right', async () => {
    const { editor, paths } = await attempts();
    for (const [path, fields] of paths) {
      const page = await editor.send(path.replace('sign-out', 'account'));
      const reply = await editor.send(path, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
        body: new URLSearchParams([...hiddenIn(page, path), ...fields].map(([name, value]) => [name, value])),
      });
      expect(reply.status, path).toBe(403);
    }
    await nothingDone();
  });

  test('is refused without the token of the form, also where nobody says where it comes from', async () => {
    const { editor, paths } = await attempts();
    for (const [path, fields] of paths) {
      for (const token of [undefined, '', 'x', 'a.b.c', `${'0'.repeat(36)}.0.${'A'.repeat(43)}`]) {
        const all = token === undefined ? fields : [...fields, ['token', token] as const];
        const reply = await editor.post(path, all);
        expect([303, 403], `${path} ${token}`).toContain(reply.status);
      }
    }
    await nothingDone();
  });

  test('is refused with a token of another form, of another browser, or of a session that has ended', async () => {
    const { editor, paths } = await attempts();
    const stranger = visitor(house);
    const foreign = hiddenIn(await stranger.send(PAGE), PAGE);
    const otherForm = hiddenIn(await editor.send('/contact'), '/contact');
    for (const [path, fields] of paths) {
      expect([303, 403], path).toContain((await editor.post(path, [...foreign, ...fields])).status);
      if (path === '/contact') continue;
      expect([303, 403], path).toContain((await editor.post(path, [...otherForm, ...fields])).status);
    }
    await nothingDone();
    const old = hiddenIn(await editor.send('/desk/account'), '/desk/account');
    const page = await editor.send('/desk');
    await editor.post('/desk/sign-out', hiddenIn(page, '/desk/sign-out'));
    await editor.fill('/desk/sign-in', [
      ['login', 'ed'],
      ['password', PASSWORD],
      ['by', 'password'],
    ]);
    expect((await editor.post('/desk/account', [...old, ['do', 'new-codes']])).status).toBe(403);
  });
});

describe('references to what is somebody else’s', () => {
  test('an id without its secret, or with another one’s, opens nothing', async () => {
    const [mine, theirs] = [
      secretLink(await visitor(house).fill(PAGE, COMMENT)),
      secretLink(await visitor(house).fill(PAGE, COMMENT)),
    ];
    const [, id = '', secret = ''] = /\/my-comment\/([^.]+)\.(.+)/.exec(mine) ?? [];
    const [, otherId = '', otherSecret = ''] = /\/my-comment\/([^.]+)\.(.+)/.exec(theirs) ?? [];
    const report = secretLink(await visitor(house).fill('/claims/C1/report', [['text', 'x']]));
    const [, reportId = '', reportSecret = ''] = /\/my-report\/([^.]+)\.(.+)/.exec(report) ?? [];
    for (const path of [
      `/my-comment/${id}`,
      `/my-comment/${id}.`,
      `/my-comment/${id}.${otherSecret}`,
      `/my-comment/${otherId}.${secret}`,
      `/my-comment/${id}.${'A'.repeat(43)}`,
      `/my-comment/${reportId}.${reportSecret}`,
      `/my-report/${id}.${secret}`,
      `/my-report/${reportId}.${secret}`,
      `/replies/${id}.${secret}`,
      `/replies/${reportId}.${reportSecret}`,
    ]) {
      expect((await visitor(house).send(path)).status, path).toBe(404);
      expect(
        (
          await visitor(house).post(path, [
            ['do', 'delete'],
            ['version', '1'],
          ])
        ).status,
        path,
      ).toBe(404);
    }
    expect(await house.store.comments.countWaiting()).toBe(2);
  });

  test('an editor removes no passkey of another one, and takes back no signature of theirs', async () => {
    const ann = (await makeEditor(house, 'ann')).editor;
    await house.store.editors.addPasskey(ann, { id: 'key-1', name: 'phone', publicKey: 'AA', counter: 0 }, 0);
    const sign = {
      claim: 'C1',
      edition: 'e1',
      verdict: 'supported',
      note: '',
      state: 'signed',
      at: 0,
    } as const;
    await house.store.signOffs.add({ ...sign, id: 'sign-1', editor: ann });
    const bob = await atDesk(house, 'bob');
    await bob.fill('/desk/account', [
      ['passkey', 'key-1'],
      ['do', 'remove-passkey'],
    ]);
    expect(await house.store.editors.passkeys(ann.id)).toHaveLength(1);
    const reply = await bob.fill('/desk/claims/C1', [
      ['sign-off', 'sign-1'],
      ['version', '1'],
      ['do', 'withdraw'],
    ]);
    expect(reply.status).toBe(409);
    expect((await house.store.signOffs.ofClaim('C1'))[0]?.state).toBe('signed');
  });

  test('which e-mails are known shows nowhere: a new one and a known one get the same answer', async () => {
    const shape = ({ status, text }: Reply) => [status, text.replace(/[0-9a-f-]{36}\.[\w-]{43}/g, '')];
    const first = await visitor(house).fill(PAGE, COMMENT);
    const known = await visitor(house).fill('/comments/cramp', [
      ...COMMENT.slice(0, 2),
      ['text', 'Other words.'],
    ]);
    expect(shape(known)).toEqual(
      shape({ ...first, text: first.text.replaceAll('/guide/warm-up', '/guide/cramp') }),
    );
  });
});

test('a body that is too large, or no form at all, is refused with a page', async () => {
  const one = visitor(house);
  expect((await one.post(PAGE, [['text', 'x'.repeat(70_000)]])).status).toBe(413);
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"text":"x"}' };
  expect((await one.send(PAGE, json)).status).toBe(400);
  const broken = {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--y',
  };
  expect((await one.send(PAGE, broken)).status).toBe(400);
  expect(house.bugs).toEqual([]);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('%s is counted with the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
