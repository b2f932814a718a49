// The application in-process, against what no page of ours would send: every refusal is a page with a clear message,
// keeps the answers as they were, and says nothing that was put into it.

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  askOf,
  type Fields,
  formFor,
  interviewed,
  markedOn,
  ORIGIN,
  OWN_SCRIPT,
  type Rehearsal,
  type Reply,
  type Runner,
  realKnowledge,
  rehearse,
  runnerOf,
  saysNo,
} from '../../test/in-process.ts';
import { assess } from '../assess/index.ts';
import type { KnowledgeBase, Screen } from '../knowledge/index.ts';

let knowledge: KnowledgeBase;
let house: Rehearsal;
let runner: Runner;
let firstScreen: Screen;

beforeAll(async () => {
  knowledge = await realKnowledge();
  firstScreen = knowledge.screens[0] as Screen;
});

beforeEach(() => {
  house = rehearse(knowledge);
  runner = runnerOf(house);
});

const nothing = (id: string) => saysNo(knowledge)(id);
const sheet = () =>
  house.keeper.read(new Request(`${ORIGIN}/assess`, { headers: { cookie: runner.cookie } }));

/** Starts, and answers every screen with "none"; returns the path of the question after them. */
async function pastTheScreens(): Promise<string> {
  let path = (await runner.post('/assess/start')).location ?? '';
  for (const screen of knowledge.screens) {
    path = (await runner.post(path, formFor(knowledge, screen.id, nothing))).location ?? '';
  }
  return path;
}

/** A page of ours that says what is wrong, without a word from the machine room. */
function expectErrorPage(reply: Reply, status: number, says: string | RegExp): void {
  expect(reply.status).toBe(status);
  expect(reply.headers.get('content-type')).toMatch(/^text\/html/);
  expect(reply.text).toMatch(/^<!doctype html>/);
  expect(reply.text.match(/<h1/g)).toHaveLength(1);
  expect(reply.text).toMatch(says);
  expect(reply.text).not.toMatch(/\n\s+at |\.ts:\d|node_modules|TypeError|SyntaxError|\[object /);
  expect(reply.headers.get('cache-control')).toBe('no-store');
}

describe('a form that names a question that does not exist', () => {
  test.each([
    ['an invented one', [['ask', 'tea']]],
    ['an empty one', [['ask', '']]],
    ['none', [['answer', 'yes']]],
    ['nothing at all', []],
    ['a name of every object', [['ask', '__proto__']]],
    ['another name of every object', [['ask', 'constructor']]],
    ['a function of every object', [['ask', 'hasOwnProperty']]],
    ['a very long one', [['ask', 'x'.repeat(20_000)]]],
    ['one with a null byte', [['ask', 'age\0']]],
  ] satisfies [string, Fields][])('%s: 400, and the answers stay', async (_, fields) => {
    await runner.post('/assess/start');
    await runner.post('/assess/step/1', formFor(knowledge, firstScreen.id, nothing));
    const before = await sheet();
    const reply = await runner.post('/assess/step/2', [...fields, ['found', 'none'], ['answer', 'yes']]);
    expectErrorPage(reply, 400, 'There is no such question');
    expect(reply.headers.has('set-cookie')).toBe(false);
    expect(await sheet()).toEqual(before);
  });
});

describe('a shared screen', () => {
  const ask = (): Fields[number] => ['ask', firstScreen.id];

  test.each([
    ['nothing ticked', () => [], /Tick what applies/],
    ['none together with something', () => ['none', firstScreen.findings[0] ?? ''], /not both/],
    ['none together with not sure', () => ['none', 'not-sure'], /not both/],
    ['an invented value', () => ['tea'], /only lines of this page/],
    ['a line of another screen', () => [knowledge.screens[1]?.findings[0] ?? ''], /only lines of this page/],
    ['a line of ours and an invented one', () => [firstScreen.findings[0] ?? '', 'tea'], /only lines/],
    ['a name of every object', () => ['__proto__'], /only lines of this page/],
    ['another name of every object', () => ['constructor'], /only lines of this page/],
  ] satisfies [string, () => string[], RegExp][])('with %s: 422 and what to do', async (_, found, says) => {
    await runner.post('/assess/start');
    const reply = await runner.post('/assess/step/1', [
      ask(),
      ...found().map((value) => ['found', value] as const),
    ]);
    expectErrorPage(reply, 422, says);
    expect(reply.text).toMatch(/<title>Error: /);
    expect(reply.text).toContain('role="alert"');
    expect(askOf(reply)).toBe(firstScreen.id);
    expect((await sheet())?.answers).toEqual({});
  });

  test('asked one by one: every line that was left out is an error of its own', async () => {
    await runner.post('/assess/start');
    const [first = '', ...others] = firstScreen.findings;
    const reply = await runner.post('/assess/step/1', [ask(), ['each', '1'], [`answer-${first}`, 'no']]);
    expectErrorPage(reply, 422, /choose yes, no or not sure/);
    expect(reply.text.match(/class="error"/g)).toHaveLength(others.length);
    expect((await sheet())?.answers).toEqual({});
  });

  test.each([
    ['an invented answer', (id: string) => [`answer-${id}`, 'tea']],
    ['a name of every object as answer', (id: string) => [`answer-${id}`, '__proto__']],
    ['a name of every object as field', () => ['answer-__proto__', 'yes']],
    ['another name of every object as field', () => ['answer-constructor', 'yes']],
  ] satisfies [string, (id: string) => [string, string]][])(
    'asked one by one, with %s: 422 and nothing kept',
    async (_, field) => {
      await runner.post('/assess/start');
      const [first = '', ...others] = firstScreen.findings;
      const rest = others.map((id) => [`answer-${id}`, 'no'] as const);
      const reply = await runner.post('/assess/step/1', [ask(), ['each', '1'], ...rest, field(first)]);
      expectErrorPage(reply, 422, /choose yes, no or not sure/);
      expect(reply.text.match(/class="error"/g)).toHaveLength(1);
      expect((await sheet())?.answers).toEqual({});
    },
  );

  test('shows what was said on a form that is refused, and keeps none of it', async () => {
    const [first = '', second = '', ...others] = firstScreen.findings;
    await runner.post('/assess/start');
    const both = await runner.post('/assess/step/1', [ask(), ['found', first], ['found', 'none']]);
    expect(markedOn(both)).toEqual([first, 'none']);

    const said: Fields = [
      [`answer-${first}`, 'no'],
      ...others.map((id) => [`answer-${id}`, 'unsure'] as const),
    ];
    const missing = await runner.post('/assess/step/1', [ask(), ['each', '1'], ...said]);
    expectErrorPage(missing, 422, /choose yes, no or not sure/);
    expect(markedOn(missing)).toEqual(['no', ...others.map(() => 'unsure')]);
    expect(missing.text).toMatch(/<a href="#answer-2">/);
    expect(missing.text).toContain(`id="answer-2" name="answer-${second}"`);
    expect((await sheet())?.answers).toEqual({});
  });

  test('a line ticked twice counts once', async () => {
    await runner.post('/assess/start');
    const last = firstScreen.findings.at(-1) ?? '';
    await runner.post('/assess/step/1', [ask(), ['found', last], ['found', last]]);
    expect((await sheet())?.answers[last]).toBe('yes');
  });

  test('an empty box is a "no" only where nobody said "not sure"', async () => {
    const second = knowledge.screens[1] as Screen;
    await runner.post('/assess/start');
    await runner.post('/assess/step/1', [ask(), ['found', 'none']]);
    const [first = '', ...others] = second.findings;
    const reply = await runner.post('/assess/step/2', [
      ['ask', second.id],
      ['found', first],
      ['found', 'not-sure'],
    ]);
    expect(reply.location).toBe('/assess/step/2?each=1');
    const { answers = {} } = (await sheet()) ?? {};
    expect(answers[first]).toBe('yes');
    for (const id of others) expect(answers, id).not.toHaveProperty([id]);
  });
});

describe('a single question', () => {
  let path: string;
  beforeEach(async () => {
    path = await pastTheScreens();
  });

  test.each([
    ['no answer', [], /Choose an answer/],
    ['an empty answer', [['answer', '']], /Choose one of the answers on this page/],
    ['an invented state', [['answer', 'tea']], /Choose one of the answers on this page/],
    ['a state of another question', [['answer', 'sprinting']], /Choose one of the answers on this page/],
    [
      'two answers',
      [
        ['answer', '25-to-39'],
        ['answer', '40-to-49'],
      ],
      /Choose one of the answers on this page/,
    ],
    ['a name of every object', [['answer', '__proto__']], /Choose one of the answers on this page/],
    ['another name of every object', [['answer', 'constructor']], /Choose one of the answers/],
    ['the answer under another name', [['answer-age', '25-to-39']], /Choose an answer/],
  ] satisfies [string, Fields, RegExp][])('with %s: 422 and what to do', async (_, fields, says) => {
    const before = await sheet();
    const reply = await runner.post(path, [['ask', 'age'], ...fields]);
    expectErrorPage(reply, 422, says);
    expect(reply.text).toMatch(/<title>Error: /);
    expect(reply.text).toContain('href="#answer"');
    expect(askOf(reply)).toBe('age');
    expect(await sheet()).toEqual(before);
  });

  test('takes a file for no answer', async () => {
    const form = new FormData();
    form.set('ask', 'age');
    form.set('answer', new File(['25-to-39'], '25-to-39'));
    const reply = await runner.send(path, { method: 'POST', body: form });
    expectErrorPage(reply, 422, 'Choose one of the answers on this page');
  });

  test('that is not its turn leads to the one that is, and says so', async () => {
    const reply = await runner.post('/assess/step/5', [
      ['ask', 'pregnancy-warning'],
      ['answer', 'yes'],
    ]);
    expect(reply).toMatchObject({ status: 303, location: `${path}?moved=1` });
    expect((await sheet())?.answers).not.toHaveProperty('pregnancy-warning');
    expect((await runner.send(reply.location ?? '')).text).toContain('had moved on in another tab');
  });

  test('says so as well when there is no question any more', async () => {
    const { path: last } = await interviewed(knowledge, runner, nothing);
    expect(last).toBe('/assess/check');
    const reply = await runner.post('/assess/step/5', [
      ['ask', 'pregnancy-warning'],
      ['answer', 'yes'],
    ]);
    expect(reply).toMatchObject({ status: 303, location: '/assess/check?moved=1' });
    expect((await runner.send('/assess/check?moved=1')).text).toContain('had moved on in another tab');
    expect((await runner.send('/assess/check')).text).not.toContain('had moved on in another tab');
  });

  test('says so as well when its turn is that of a shared screen', async () => {
    await runner.post('/assess/start');
    const reply = await runner.post(path, [
      ['ask', 'age'],
      ['answer', '25-to-39'],
    ]);
    expect(reply).toMatchObject({ status: 303, location: '/assess/step/1?moved=1' });
    expect((await runner.send(reply.location ?? '')).text).toContain('had moved on in another tab');
  });
});

describe('an emergency', () => {
  const alone = () =>
    firstScreen.findings.filter((id) => assess(knowledge, { [id]: 'yes' }).triage.floor === 'emergency');

  test('shows at once, also when something else on the page was not sure', async () => {
    expect(alone().length).toBeGreaterThan(3);
    for (const id of alone()) {
      for (const more of [[], [['found', 'not-sure']]] satisfies Fields[]) {
        await runner.post('/assess/start');
        const form: Fields = [['ask', firstScreen.id], ['found', id], ...more];
        const reply = await runner.post('/assess/step/1', form);
        expect(reply.location, `${id} ${more}`).toBe('/assess/result');
        expect((await runner.send('/assess/result')).text).toContain('care-emergency');
      }
    }
  });

  test('shows at once, also when other questions of the page are not answered yet', async () => {
    await runner.post('/assess/start');
    const [first = ''] = alone();
    const reply = await runner.post('/assess/step/1', [
      ['ask', firstScreen.id],
      ['each', '1'],
      [`answer-${first}`, 'yes'],
    ]);
    expect(reply).toMatchObject({ status: 303, location: '/assess/result' });
    // A form that says nothing is an error as ever, so that a tick can be taken back.
    const empty = await runner.post('/assess/step/1', [['ask', firstScreen.id]]);
    expectErrorPage(empty, 422, /Tick what applies/);
  });

  test('that was ticked by mistake can be taken back, also by "not sure"', async () => {
    const [first = ''] = alone();
    await runner.post('/assess/start');
    await runner.post('/assess/step/1', [
      ['ask', firstScreen.id],
      ['found', first],
    ]);
    const reply = await runner.post('/assess/step/1', [
      ['ask', firstScreen.id],
      ['found', 'not-sure'],
    ]);
    expect(reply.location).toBe('/assess/step/1?each=1');
    expect((await sheet())?.answers[first]).not.toBe('yes');
    const none = formFor(knowledge, firstScreen.id, nothing);
    expect((await runner.post('/assess/step/1', none)).location).toBe('/assess/step/2');
  });

  test.each([
    ['en-GB,en;q=0.9', 'GB'],
    ['en-CA', 'CA'],
    ['fr-FR,fr;q=0.9', 'FR'],
    ['fr-CA', 'CA'],
    ['de-AT', 'AT'],
    ['en-US;q=0.9', 'US'],
    ['en-AU', 'AU'],
    ['', 'other'],
    ['*', 'other'],
    ['xx-YY', 'other'],
    [',;-,--,;q=', 'other'],
    ['"><script>alert(1)</script>-GB"', 'other'],
  ])('shows the number of the place that “%s” names', async (languages, place) => {
    runner = runnerOf(house, languages);
    await runner.post('/assess/start');
    const [first = ''] = alone();
    await runner.post('/assess/step/1', [
      ['ask', firstScreen.id],
      ['found', first],
    ]);
    const { emergency } = knowledge.places.find(({ id }) => id === place) ?? {};
    const { text } = await runner.send('/assess/result');
    // The language goes by the tongue, the number by the region.
    const [call, now] = languages.startsWith('fr') ? ['Appelez le', 'maintenant'] : ['Call', 'now'];
    expect(text).toContain(`${call} <a href="tel:${emergency}">${emergency}</a> ${now}`);
    expect(text).toContain(`<option value="${place}" selected>`);
  });

  test('keeps the place that was chosen, and no place that does not exist', async () => {
    await runner.post('/assess/start');
    await runner.post('/assess/step/1', [
      ['ask', firstScreen.id],
      ['found', alone()[0] ?? ''],
    ]);
    expect((await runner.send('/assess/result?place=US')).text).toContain('tel:911');
    expect((await runner.send('/assess/result')).text).toContain('tel:911');
    for (const place of ['tea', '__proto__', 'constructor', '']) {
      expect((await runner.send(`/assess/result?place=${place}`)).status).toBe(200);
      const kept = (await sheet())?.place;
      expect(knowledge.places.map(({ id }) => id)).toContain(kept);
    }
  });
});

describe('a step', () => {
  test.each(['0', '-1', '9999', '01', 'abc', '1.5', '1e1', '', '1/2', '%00', '%E0%A4%A', '%', '１'])(
    '“%s” is no page: 404, for reading and for answering',
    async (step) => {
      await runner.post('/assess/start');
      expectErrorPage(await runner.send(`/assess/step/${step}`), 404, 'Page not found');
      const form = formFor(knowledge, firstScreen.id, nothing);
      expectErrorPage(await runner.post(`/assess/step/${step}`, form), 404, 'Page not found');
      expect((await sheet())?.answers).toEqual({});
    },
  );

  test.each([2, 50, 999])('%i, which is not reached yet, leads to the current one', async (step) => {
    await runner.post('/assess/start');
    const reply = await runner.send(`/assess/step/${step}`);
    expect(reply).toMatchObject({ status: 303, location: '/assess/step/1' });
  });

  test('answered twice in the same way is as if it were answered once', async () => {
    let path = (await runner.post('/assess/start')).location ?? '';
    for (let step = 1; step <= 8; step++) {
      const page = await runner.send(path);
      const form = formFor(knowledge, askOf(page) ?? '', nothing);
      const first = await runner.post(path, form);
      const after = await sheet();
      const again = await runner.post(path, form);
      expect(again).toMatchObject({ status: 303, location: first.location });
      expect(JSON.stringify(await sheet())).toBe(JSON.stringify(after));
      path = first.location ?? '';
    }
    const before = JSON.stringify(await sheet());
    const early = await runner.post('/assess/step/1', formFor(knowledge, firstScreen.id, nothing));
    expect(early.location).toBe('/assess/step/2');
    expect(JSON.stringify(await sheet())).toBe(before);
  });

  test('shows what was answered on it, and reading it changes nothing', async () => {
    await pastTheScreens();
    for (let step = 1; step <= knowledge.screens.length; step++) {
      const page = await runner.send(`/assess/step/${step}`);
      expect(page.headers.has('set-cookie')).toBe(false);
      expect(markedOn(page)).toEqual(['none']);
    }
  });
});

describe('a body', () => {
  const form = () =>
    new URLSearchParams([
      ['ask', firstScreen.id],
      ['found', 'none'],
    ]);
  const post = (body: NonNullable<RequestInit['body']>, type: string | undefined) =>
    runner.send('/assess/step/1', {
      method: 'POST',
      body,
      ...(type ? { headers: { 'content-type': type } } : {}),
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    });

  beforeEach(async () => {
    await runner.post('/assess/start');
  });

  test('as multipart is read like any form', async () => {
    const multipart = new FormData();
    for (const [name, value] of form()) multipart.set(name, value);
    expect(await post(multipart, undefined)).toMatchObject({ status: 303, location: '/assess/step/2' });
  });

  test.each([
    ['JSON', 'application/json', () => JSON.stringify(Object.fromEntries(form()))],
    ['JSON that is none', 'application/json', () => '{"'],
    ['plain text', 'text/plain', () => form().toString()],
    ['bytes without a type', undefined, () => new TextEncoder().encode(form().toString())],
    ['an unknown type', 'application/x-tea', () => form().toString()],
    ['a type that is none', ';;;', () => form().toString()],
    ['multipart without a boundary', 'multipart/form-data', () => form().toString()],
    ['multipart that breaks off', 'multipart/form-data; boundary=x', () => '--x\r\nContent-Dispo'],
  ] satisfies [string, string | undefined, () => NonNullable<RequestInit['body']>][])(
    'as %s is refused as unreadable',
    async (_, type, body) => {
      const reply = await post(body(), type);
      expectErrorPage(reply, 400, 'That could not be read');
      expect((await sheet())?.answers).toEqual({});
      expect(house.bugs).toEqual([]);
    },
  );

  test('with broken percent signs is read as far as it goes, and refused', async () => {
    const reply = await post('ask=%E0%A4%A&found=%&%%%=%zz', 'application/x-www-form-urlencoded');
    expectErrorPage(reply, 400, 'There is no such question');
    expect(house.bugs).toEqual([]);
  });

  test('of 10 MB is refused, whether or not it says its size', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(64 * 1024));
    let sent = 0;
    const endless = () =>
      new ReadableStream({
        pull: (controller) => {
          sent += chunk.length;
          if (sent > 10 * 1024 * 1024) controller.close();
          else controller.enqueue(chunk);
        },
      });
    const type = 'application/x-www-form-urlencoded';
    expectErrorPage(await post(endless(), type), 413, 'That was too much at once');
    expect(sent, 'it does not read what it will not take').toBeLessThan(1024 * 1024);

    const said = await runner.send('/assess/step/1', {
      method: 'POST',
      body: 'x'.repeat(10 * 1024 * 1024),
      headers: { 'content-type': type, 'content-length': String(10 * 1024 * 1024) },
    });
    expectErrorPage(said, 413, 'That was too much at once');
    expect(house.bugs).toEqual([]);
  });

  test('of 30 kB is still read', async () => {
    const large = new URLSearchParams([...form(), ['filler', 'x'.repeat(30_000)]]);
    expect((await post(large, undefined)).status).toBe(303);
  });
});

describe('a form from another site', () => {
  const paths = ['/assess/start', '/assess/forget', '/assess/step/1'];
  const post = (path: string, headers: Readonly<Record<string, string>>, body: BodyInit | null = null) =>
    house.app.request(path, { method: 'POST', headers: { cookie: runner.cookie, ...headers }, body });
  const urlencoded = 'application/x-www-form-urlencoded';

  test.each([
    ['that says where it is from', { origin: 'https://elsewhere.example' }],
    ['on another port', { origin: 'http://localhost:8080' }],
    ['with the same name and another scheme', { origin: 'https://localhost' }],
    ['that hides where it is from', { origin: 'null' }],
    ['that says nothing', {}],
    ['according to the browser', { 'sec-fetch-site': 'cross-site' }],
    ['next door', { 'sec-fetch-site': 'same-site', origin: 'http://other.localhost' }],
    ['as plain text', { origin: 'https://elsewhere.example', 'content-type': 'text/plain' }],
    ['with a name of every object as origin', { origin: '__proto__' }],
  ] satisfies [string, Record<string, string>][])('%s: 403, and nothing changes', async (_, headers) => {
    await runner.post('/assess/start');
    for (const path of paths) {
      const body = new URLSearchParams(formFor(knowledge, firstScreen.id, nothing).map(([n, v]) => [n, v]));
      const typed = { 'content-type': urlencoded, ...headers };
      const response = await post(path, typed, body.toString());
      const text = await response.text();
      expectErrorPage(
        { status: response.status, headers: response.headers, text, location: undefined },
        403,
        'That form came from another site',
      );
      expect(response.headers.has('set-cookie')).toBe(false);
    }
    expect((await sheet())?.answers).toEqual({});
  });

  test('is not what a browser sends that only says the origin', async () => {
    const response = await post('/assess/start', { origin: ORIGIN });
    expect(response.status).toBe(303);
  });

  test('is told apart by the origin, so pages must let browsers send it', async () => {
    // Under `no-referrer` browsers send `Origin: null` with our own forms; over plain HTTP nothing else is sent.
    expect((await runner.send('/')).headers.get('referrer-policy')).toBe('same-origin');
  });
});

describe('text put in by a stranger', () => {
  const PAYLOADS = [
    '"><script>alert(1)</script>',
    `'"--><img src=x onerror=alert(1)>`,
    '</title></textarea><svg/onload=alert(1)>',
    '{{7*7}}',
  ];

  test.each(PAYLOADS)('%s comes back nowhere', async (payload) => {
    const encoded = encodeURIComponent(payload);
    const replies: [string, Reply][] = [];
    const keep = async (name: string, reply: Promise<Reply>) => replies.push([name, await reply]);
    const path = await pastTheScreens();

    await keep('ask', runner.post(path, [['ask', payload]]));
    await keep(
      'answer',
      runner.post(path, [
        ['ask', 'age'],
        ['answer', payload],
      ]),
    );
    await keep(
      'from',
      runner.post(path, [
        ['ask', 'age'],
        ['from', payload],
      ]),
    );
    await keep(
      'field',
      runner.post(path, [
        ['ask', 'age'],
        [payload, payload],
      ]),
    );
    await keep(
      'found',
      runner.post('/assess/step/1', [
        ['ask', firstScreen.id],
        ['found', payload],
      ]),
    );
    await keep(
      'each',
      runner.post('/assess/step/1', [
        ['ask', firstScreen.id],
        ['each', payload],
        [`answer-${firstScreen.findings[0]}`, payload],
      ]),
    );
    await keep('place', runner.send(`/assess/result?place=${encoded}`));
    await keep('query', runner.send(`${path}?from=${encoded}&moved=${encoded}&each=${encoded}&${encoded}=1`));
    await keep('language', runnerWith(payload).send('/assess/result'));
    await keep('step', runner.send(`/assess/step/${encoded}`));
    await keep('path', runner.send(`/${encoded}`));
    await keep('asset', runner.send(`/assets/${encoded}`));
    runner.cookie = `backstride=${encoded}`;
    await keep('cookie', runner.send('/assess/result'));

    for (const [name, { text, headers }] of replies) {
      expect(text, name).not.toContain(payload);
      expect(text.replaceAll(OWN_SCRIPT, ''), name).not.toMatch(/<script|onerror|onload=|7\*7|alert\(/i);
      expect([...headers.values()].join('\n'), name).not.toContain('alert');
    }
    expect(replies.map(([name, { status }]) => `${name} ${status}`)).toEqual([
      'ask 400',
      'answer 422',
      'from 422',
      'field 422',
      'found 422',
      'each 422',
      'place 200',
      'query 200',
      'language 200',
      'step 404',
      'path 404',
      'asset 404',
      'cookie 410',
    ]);
    expect(house.bugs).toEqual([]);
  });

  /** The same runner with another language. */
  function runnerWith(languages: string): Runner {
    const other = runnerOf(house, languages);
    other.cookie = runner.cookie;
    return other;
  }
});

describe('a cookie that is not ours any more', () => {
  const LOST = 'Your answers are not here any more';

  const expectLost = async () => {
    for (const path of ['/assess/step/1', '/assess/step/7', '/assess/check', '/assess/result']) {
      expectErrorPage(await runner.send(path), 410, LOST);
    }
    const form = formFor(knowledge, firstScreen.id, nothing);
    expectErrorPage(await runner.post('/assess/step/1', form), 410, LOST);
    expect(await runner.send('/assess')).toMatchObject({ status: 303, location: '/' });
    expect((await runner.send('/')).text).not.toContain('Go on where you were');
  };

  test('is missing: the page says what to do', async () => {
    await expectLost();
  });

  test.each(['', 'tea', '__proto__', 'constructor', '%E0%A4%A', '"', '{}'])(
    'holds “%s”: the page says what to do',
    async (token) => {
      runner.cookie = `backstride=${token}`;
      await expectLost();
    },
  );

  test('bears names of every object: they are not taken for it', async () => {
    await pastTheScreens();
    const mine = runner.cookie;
    runner.cookie = `__proto__=1; constructor=2; ${mine}`;
    expect((await runner.send('/assess/check')).status).toBe(200);
    expect(Object.keys({})).toEqual([]);
  });

  test('is older than two hours: the page says what to do, and a new start works', async () => {
    const path = await pastTheScreens();
    house.clock.now += 2 * 60 * 60 * 1000;
    expect((await runner.send(path)).status).toBe(200);
    house.clock.now += 1;
    await expectLost();
    expect((await runner.post('/assess/start')).location).toBe('/assess/step/1');
    expect((await runner.send('/assess/step/1')).status).toBe(200);
  });

  test('was deleted: the answers are gone', async () => {
    await pastTheScreens();
    const reply = await runner.post('/assess/forget');
    expect(reply.status).toBe(200);
    expect(reply.text).toContain('Your answers are deleted');
    expect(runner.cookie).toBe('');
    await expectLost();
  });
});

describe('every page', () => {
  test('of an interview on which everything is "not sure" fits into the cookie', async () => {
    const sizes: number[] = [];
    const { path, steps } = await interviewed(
      knowledge,
      runner,
      () => undefined,
      () => void sizes.push(runner.cookie.length),
    );
    expect(path).toBe('/assess/check');
    expect(steps).toBeGreaterThan(knowledge.screens.length);
    expect(Math.max(...sizes)).toBeLessThan(4000);
    expect(house.bugs).toEqual([]);
  });

  test('is not stored by anybody, runs no script but ours and belongs into no frame', async () => {
    const path = await pastTheScreens();
    const pages = [
      await runner.send('/'),
      await runner.send('/about'),
      await runner.send('/assess'),
      await runner.send(path),
      await runner.send('/assess/check'),
      await runner.send('/assess/result'),
      await runner.send('/assess/nothing-here'),
      await runner.post(path, [['ask', 'age']]),
      await runner.post(path, [['ask', 'tea']]),
      await runner.send(path, { method: 'PUT' }),
      await runner.post('/assess/forget'),
      await runner.send('/assess/result'),
    ];
    for (const { headers, text } of pages) {
      expect(headers.get('cache-control')).toBe('no-store');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe/);
      expect(policy).toMatch(/script-src 'self'(;|$)/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(text.replaceAll(OWN_SCRIPT, '')).not.toMatch(/<script|<style| style="| on[a-z]+="/);
    }
  });

  test('that does not exist is a page of ours, also for names of every object', async () => {
    for (const path of [
      '/tea',
      '/assets/__proto__',
      '/assets/constructor',
      '/__proto__',
      '/%',
      '/%E0%A4%A',
    ]) {
      expectErrorPage(await runner.send(path), 404, 'Page not found');
    }
  });

  test('says so in plain words when the mistake is ours, and tells no one what was answered', async () => {
    const { app, bugs } = rehearse({ ...knowledge, places: [] });
    const response = await app.request('/assess/start', {
      method: 'POST',
      headers: { origin: ORIGIN },
    });
    const reply = { status: response.status, headers: response.headers, text: await response.text() };
    expectErrorPage({ ...reply, location: undefined }, 500, 'Something went wrong on our side');
    expect(bugs).toHaveLength(1);
  });
});
