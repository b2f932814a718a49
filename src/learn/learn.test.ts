import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ClaimAtDesk,
  type Comment,
  canSecond,
  essenceOf,
  isAddress,
  paragraphsOf,
  passwordFault,
  plainText,
  readLogin,
  readReport,
  readWritten,
  type SignOff,
  signedReviews,
  signOffInForce,
  stateOfNew,
  suspicionsOf,
  threadsOf,
} from './index.ts';

const comment = (id: string, given: Partial<Comment> = {}): Comment => ({
  id,
  page: 'p',
  parent: undefined,
  name: 'Ann',
  email: 'a@example.org',
  text: 'Text',
  state: 'published',
  reason: undefined,
  edited: undefined,
  suspicions: [],
  mail: 'none',
  version: 1,
  createdAt: 0,
  ...given,
});

describe('what somebody writes', () => {
  test('is kept as plain letters, and reading it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const text = plainText(typed);
        expect(plainText(text)).toBe(text);
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(text).not.toContain('\n\n\n');
      }),
    );
  });

  test('loses what could disguise it: a turn of direction, a letter without width', () => {
    expect(plainText('safe\u202Etxt.exe \u200Bhidden\u0007')).toBe('safetxt.exe hidden');
  });

  test('needs a name, an address and a text, and says of each what is wrong', () => {
    expect(readWritten({ name: ' ', email: 'x', text: '\n' })).toEqual({
      ok: false,
      refusal: { name: 'missing', email: 'not-an-address', text: 'missing' },
    });
    expect(readWritten({ name: 'a'.repeat(61), email: 'a@b.org', text: 'b'.repeat(4001) })).toEqual({
      ok: false,
      refusal: { name: 'too-long', text: 'too-long' },
    });
    expect(readWritten({ name: ' Ann\nLee ', email: ' a@b.org ', text: ' One.\r\n\r\n\r\nTwo. ' })).toEqual({
      ok: true,
      value: { name: 'Ann Lee', email: 'a@b.org', text: 'One.\n\nTwo.' },
    });
  });

  test('of a report only the text is needed', () => {
    expect(readReport({ name: '', email: '', text: 'Wrong.' }).ok).toBe(true);
    expect(readReport({ name: '', email: 'nobody', text: '' })).toMatchObject({
      refusal: { email: 'not-an-address', text: 'missing' },
    });
  });

  test.each(['a@b.org', 'first.last+tag@sub.example.com', "o'neil@example.ca", 'é@exämple.fr'])(
    '%s has the form of an address',
    (address) => expect(isAddress(address)).toBe(true),
  );
  test.each([
    '',
    'a',
    '@b.org',
    'a@b',
    'a@@b.org',
    'a@b..org',
    'a b@c.org',
    'a@b.org,c@d.org',
    'a@b.org\nBcc: c@d.org',
    '<a@b.org>',
  ])('%j has not', (address) => expect(isAddress(address)).toBe(false));

  test('becomes paragraphs of lines', () => {
    expect(paragraphsOf('One\ntwo\n\nThree')).toEqual([['One', 'two'], ['Three']]);
  });
});

describe('threads', () => {
  test('are in the order of time, with replies below, and show what was deleted only where somebody replied', () => {
    const threads = threadsOf([
      comment('3', { parent: '1' }),
      comment('2', { state: 'deleted' }),
      comment('1', { state: 'deleted' }),
      comment('4', { parent: '1', state: 'deleted' }),
      comment('0'),
    ]);
    expect(threads.map(({ comment: { id }, replies }) => [id, replies.map((reply) => reply.id)])).toEqual([
      ['0', []],
      ['1', ['3']],
    ]);
  });

  test('never show what waits or was rejected', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            id: fc.string({ minLength: 1, maxLength: 3 }),
            parent: fc.option(fc.string({ minLength: 1, maxLength: 3 }), { nil: undefined }),
            state: fc.constantFrom('waiting', 'published', 'rejected', 'deleted' as const),
          }),
          { selector: ({ id }) => id },
        ),
        (some) => {
          const shown = threadsOf(some.map(({ id, ...given }) => comment(id, given)));
          for (const { comment: top, replies } of shown) {
            expect(['published', 'deleted']).toContain(top.state);
            for (const { state, parent } of replies) expect([state, parent]).toEqual(['published', top.id]);
          }
        },
      ),
    );
  });
});

describe('suspicion', () => {
  const usual = { honeypot: false, seconds: 60, isDuplicate: false };
  const written = { name: 'Ann', email: 'a@b.org', text: 'Bridges helped me more than stretching did.' };
  test.each([
    ['an honest comment', written, usual, []],
    ['one honest link', { ...written, text: 'See https://example.org/study for more.' }, usual, []],
    ['the hidden field', written, { ...usual, honeypot: true }, ['honeypot']],
    ['no time to read', written, { ...usual, seconds: 1 }, ['too-quick']],
    ['two links', { ...written, text: 'http://a.example http://b.example' }, usual, ['links']],
    ['a link as a name', { ...written, name: 'www.pills.example' }, usual, ['links']],
    ['the same again', written, { ...usual, isDuplicate: true }, ['duplicate']],
    [
      'shouting',
      { ...written, text: 'BUY NOW THE BEST PILLS FOR RUNNERS IN ALL THE WORLD' },
      usual,
      ['shouting'],
    ],
  ])('of %s', (_, one, about, found) => {
    expect(suspicionsOf(one, about)).toEqual(found);
  });

  test('the essence of a text is the same whatever its case, spaces and signs', () => {
    expect(essenceOf('Buy  NOW!!! (cheap)')).toBe(essenceOf('buy now, cheap'));
    expect(essenceOf('Éviter')).not.toBe(essenceOf('Eviter les'));
  });
});

describe('passwords and logins', () => {
  const ann = { login: 'ann', name: 'Ann Lee' };
  test.each([
    ['short', 'too-short'],
    ['x'.repeat(300), 'too-long'],
    ['aaaaaaaaaaaaaaaaaaaa', 'guessable'],
    ['annbackstridepassword', 'guessable'],
    ['backstridehamstring1', 'guessable'],
    ['seven grey herons walked', undefined],
  ])('%s: %s', (password, fault) => expect(passwordFault(password, ann)).toBe(fault));

  test.each([
    ['Ann', 'ann'],
    [' ann.lee@example.org ', 'ann.lee@example.org'],
    ['a', undefined],
    ['-x', undefined],
    ['ann lee', undefined],
    ["ann'--", undefined],
    ['a'.repeat(65), undefined],
  ])('%j is the login %s', (typed, login) => expect(readLogin(typed)).toBe(login));
});

describe('signing off a claim', () => {
  const claim: ClaimAtDesk = {
    id: 'C1',
    wording: 'w',
    verdict: 'supported',
    edition: 'e2',
    path: '/claims/C1',
  };
  const signed = (id: string, given: Partial<SignOff> = {}): SignOff => ({
    id,
    claim: 'C1',
    edition: 'e2',
    verdict: 'supported',
    note: '',
    by: 'Ann',
    editor: 'ann',
    secondBy: undefined,
    state: 'signed',
    version: 1,
    createdAt: 0,
    decidedAt: 1,
    ...given,
  });

  test('counts at once when it keeps the verdict, and waits for a second one when it changes it', () => {
    expect(stateOfNew(claim, 'supported')).toBe('signed');
    expect(stateOfNew(claim, 'partly')).toBe('proposed');
  });

  test('is not seconded by the same person, nor for an old wording, nor twice', () => {
    const proposal = signed('1', { state: 'proposed', verdict: 'partly' });
    expect(canSecond(proposal, claim, 'bob')).toBe(true);
    expect(canSecond(proposal, claim, 'ann')).toBe(false);
    expect(canSecond({ ...proposal, edition: 'e1' }, claim, 'bob')).toBe(false);
    expect(canSecond({ ...proposal, state: 'signed' }, claim, 'bob')).toBe(false);
  });

  test('only the newest one of this wording counts', () => {
    const some = [
      signed('1', { decidedAt: 5 }),
      signed('2', { decidedAt: 9, verdict: 'partly' }),
      signed('3', { decidedAt: 20, edition: 'e1' }),
      signed('4', { decidedAt: 30, state: 'withdrawn' }),
      signed('5', { decidedAt: 40, state: 'proposed' }),
      signed('6', { decidedAt: 50, claim: 'C2' }),
    ];
    expect(signOffInForce(claim, some)?.id).toBe('2');
    expect(signOffInForce({ ...claim, edition: 'e3' }, some)).toBeUndefined();
  });

  test('is shown over the claim: by whom, when, until when, and another verdict where there is one', () => {
    const decidedAt = Date.UTC(2026, 10, 28, 23, 59);
    const about = { on: '2026-11-28', nextReview: '2027-11-28' };
    expect(signedReviews([claim], [signed('1', { decidedAt })]).get('C1')).toEqual({ by: 'Ann', ...about });
    const two = signed('2', { decidedAt, verdict: 'partly', secondBy: 'Bob' });
    expect(signedReviews([claim], [two]).get('C1')).toEqual({ by: 'Ann, Bob', verdict: 'partly', ...about });
    expect(signedReviews([claim], [signed('3', { state: 'proposed' })]).size).toBe(0);
  });
});
