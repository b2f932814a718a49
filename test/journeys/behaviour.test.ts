// What browsers do to an interview: back, forward, reload, a second tab, a lost cookie. With and without JavaScript.

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Screen } from '../../src/knowledge/index.ts';
import type { Answers } from '../../src/vocabulary/index.ts';
import {
  answersSoFar,
  asked,
  COOKIE,
  expectAccessible,
  expectSound,
  go,
  goOn,
  interview,
  mark,
  openSite,
  type Persona,
  PLAIN_NAME,
  pathOf,
  type Site,
  start,
} from './browser.ts';
import { AFTER_A_FLIGHT, DESK_WORKER, EMERGENCY, everythingSaid } from './personas.ts';
import { testPrivacy } from './privacy.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const NOBODY: Persona = {};

const everything = (persona: Persona): Answers => everythingSaid(site.knowledge, persona);

/** Every screen with "none", save what the persona says yes to. */
function screensOf(persona: Persona): Answers {
  return Object.fromEntries(
    site.knowledge.screens.flatMap(({ findings }) => findings.map((id) => [id, persona[id] ?? 'no'])),
  );
}

const shortOf = (id: string): string => site.knowledge.findings.find((one) => one.id === id)?.short ?? '';
const labelOf = (id: string, state: string): string =>
  site.knowledge.findings.find((one) => one.id === id)?.states.find((one) => one.id === state)?.label ?? '';

const LOST = 'Your answers are not here any more';
const MOVED = 'Your answers had moved on in another tab';

/** Opens an address and returns its status. */
async function open(page: Page, path: string): Promise<number | undefined> {
  return (await page.goto(`${site.url}${path}`))?.status();
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  /** On the server scripts change nothing but where the focus is: what has no focus in it is looked at without them. */
  const once = javaScriptEnabled ? test.skip : test;
  let page: Page;
  const visit = async (at = '/') => {
    page = await site.visit({ javaScriptEnabled, at });
  };
  const examine = async (shown = page) => {
    await expectSound(shown);
    if (javaScriptEnabled) await expectAccessible(shown);
  };
  /** A window in which this has been answered already, at the page that comes next. */
  const visitAfter = async (answers: Answers) => {
    await visit();
    await site.sayAlready(page, answers);
    await open(page, '/assess');
  };
  afterEach(() => page?.context().close());

  test('back and forward show every earlier answer ticked', async () => {
    await visit();
    await start(page);
    const seen: { readonly ask: string | undefined; readonly marked: readonly string[] }[] = [];
    for (let step = 1; step <= 7; step++) {
      await mark(page, DESK_WORKER);
      const { ask, marked } = await asked(page);
      expect(marked.length).toBeGreaterThan(0);
      seen.push({ ask, marked });
      await goOn(page);
    }
    const last = (await asked(page)).ask;
    for (const before of seen.toReversed()) {
      await page.goBack();
      expect(await asked(page)).toMatchObject(before);
      // Written into the page by the server, not only remembered by the browser.
      expect(await page.locator('main form .choice input[checked]').count()).toBe(before.marked.length);
    }
    for (const again of seen.slice(1)) {
      await page.goForward();
      expect(await asked(page)).toMatchObject(again);
    }
    await page.goForward();
    expect((await asked(page)).ask).toBe(last);
    // The page's own link back does the same.
    await go(page, () => page.getByRole('link', { name: 'Back', exact: true }).click());
    expect(await asked(page)).toMatchObject(seen.at(-1) ?? {});
  });

  once('back never shows an old tick in place of an answer that was changed since', async () => {
    await visitAfter(screensOf(NOBODY));
    await mark(page, { age: '25-to-39' });
    await goOn(page);
    await open(page, '/assess/check');
    await go(page, () => page.getByRole('link', { name: `Change ${shortOf('age')}` }).click());
    await mark(page, { age: '40-to-49' });
    await goOn(page);
    for (let back = 0; back < 6 && (await asked(page)).ask !== 'age'; back++) await page.goBack();
    // Once more, to the page as it stood before the change.
    await page.goBack();
    await page.goBack();
    for (let back = 0; back < 6 && (await asked(page)).ask !== 'age'; back++) await page.goBack();
    expect(await asked(page)).toMatchObject({ ask: 'age', marked: ['answer=40-to-49'] });
  });

  once('an answer changed after going back keeps all later ones', async () => {
    await visitAfter(screensOf(NOBODY));
    for (let question = 0; question < 4; question++) {
      await mark(page, { ...DESK_WORKER, age: '25-to-39' });
      await goOn(page);
    }
    const before = await answersSoFar(page);
    const current = (await asked(page)).ask;
    expect(before.get(shortOf('age'))).toBe(labelOf('age', '25-to-39'));

    for (let question = 0; question < 4; question++) await page.goBack();
    await mark(page, { age: '40-to-49' });
    await goOn(page);
    expect((await asked(page)).marked, 'the next page is as it was answered').toHaveLength(1);
    const after = await answersSoFar(page);
    expect([...after]).toEqual(
      [...before].map(([short, said]) => [
        short,
        short === shortOf('age') ? labelOf('age', '40-to-49') : said,
      ]),
    );
    for (let question = 0; question < 3; question++) await goOn(page);
    expect((await asked(page)).marked, `the current question, perhaps no longer ${current}`).toEqual([]);
  });

  once('reloading changes nothing, on any page, also on one with an error', async () => {
    await visit();
    await start(page);
    for (let step = 1; step <= 6; step++) {
      const before = await asked(page);
      await page.reload();
      expect(await asked(page)).toEqual(before);
      await mark(page, AFTER_A_FLIGHT);
      await goOn(page);
    }
    const before = [...(await answersSoFar(page))];
    const { ask } = await asked(page);
    await goOn(page);
    expect(await page.title()).toMatch(/^Error: /);
    await page.reload();
    expect(await page.title()).toMatch(/^Error: /);
    expect((await asked(page)).ask).toBe(ask);
    expect([...(await answersSoFar(page))]).toEqual(before);
    for (const path of ['/assess/check', '/assess/result']) {
      await open(page, path);
      const title = await page.title();
      await page.reload();
      expect(await page.title()).toBe(title);
    }
    expect([...(await answersSoFar(page))]).toEqual(before);
  });

  once('a second tab that comes too late is led to the current question and told so', async () => {
    const known = { age: '25-to-39', sex: 'female', 'kind-of-running': 'mixed' };
    const pregnant = { ...screensOf(NOBODY), 'pregnant-or-birth': 'yes', ...known };
    await visitAfter(pregnant);
    const late = await page.context().newPage();
    await late.goto(`${site.url}/assess`);
    expect((await asked(late)).ask).toBe('pregnancy-warning');

    const screen = site.knowledge.screens.findIndex(({ findings }) => findings.includes('pregnant-or-birth'));
    await open(page, `/assess/step/${screen + 1}`);
    await page.locator('input[value=pregnant-or-birth]').uncheck();
    await page.locator('input[value=none]').check();
    await goOn(page);
    const before = [...(await answersSoFar(page))];

    await late.locator('input[name=answer][value=no]').check();
    await goOn(late);
    expect(await late.locator('.notice').innerText()).toContain(MOVED);
    const { ask, marked } = await asked(late);
    expect(ask).not.toBe('pregnancy-warning');
    expect(marked).toEqual([]);
    await examine(late);
    await open(page, '/assess');
    expect((await asked(page)).ask, 'both tabs now ask the same').toBe(ask);
    expect([...(await answersSoFar(page))]).toEqual(before);

    // It is said once: going on from there is as ever.
    await mark(late, NOBODY);
    await goOn(late);
    expect(await late.locator('.notice').count()).toBe(0);
  });

  once('a second tab that comes after a new start is led to the first page and told so', async () => {
    await visitAfter(screensOf(NOBODY));
    const late = await page.context().newPage();
    await late.goto(`${site.url}/assess`);
    await open(page, '/');
    await go(page, () => page.getByRole('button', { name: /^Start again/ }).click());

    await mark(late, { age: '25-to-39' });
    await goOn(late);
    expect(pathOf(late)).toBe('/assess/step/1');
    expect(await late.locator('.notice').innerText()).toContain(MOVED);
    await examine(late);
    expect([...(await answersSoFar(page))]).toEqual([]);
  });

  once('of two tabs with the same question the later answer counts, and nothing else is lost', async () => {
    await visitAfter(screensOf(NOBODY));
    const other = await page.context().newPage();
    await other.goto(`${site.url}/assess`);
    await mark(page, { age: '25-to-39' });
    await goOn(page);
    await mark(page, DESK_WORKER);
    await goOn(page);
    const before = await answersSoFar(page);
    await mark(other, { age: '40-to-49' });
    await goOn(other);
    expect(await other.locator('.notice').count(), 'it is a change, not a mistake').toBe(0);
    expect([...(await answersSoFar(other))]).toEqual(
      [...before].map(([short, said]) => [
        short,
        short === shortOf('age') ? labelOf('age', '40-to-49') : said,
      ]),
    );
  });

  once('an answer is changed from the list, which then shows it beside the others as they were', async () => {
    await visitAfter({ ...everything(DESK_WORKER), age: '25-to-39' });
    if (pathOf(page) !== '/assess/check') await interview(page, { ...DESK_WORKER, age: '25-to-39' });
    expect(pathOf(page)).toBe('/assess/check');
    const before = await answersSoFar(page);
    expect(before.size).toBeGreaterThan(40);
    await examine();

    const change = () => page.getByRole('link', { name: `Change ${shortOf('age')}` }).click();
    await go(page, change);
    expect(await asked(page)).toMatchObject({ ask: 'age', marked: ['answer=25-to-39'] });
    await go(page, () => page.getByRole('link', { name: 'Back', exact: true }).click());
    expect(pathOf(page)).toBe('/assess/check');

    await go(page, change);
    await mark(page, { age: '40-to-49' });
    await goOn(page);
    // What is asked because of the new answer comes first; then the list.
    await interview(page, DESK_WORKER);
    expect(pathOf(page)).toBe('/assess/check');
    const after = await answersSoFar(page);
    expect(after.get(shortOf('age'))).toBe(labelOf('age', '40-to-49'));
    for (const [short, said] of before)
      if (short !== shortOf('age')) expect(after.get(short), short).toBe(said);
    await go(page, () => page.getByRole('link', { name: 'See your result' }).click());
    expect(pathOf(page)).toBe('/assess/result');
  });

  once('a mistake on a form from the list is told, and the way still leads back to the list', async () => {
    await visitAfter(everything(NOBODY));
    await open(page, '/assess/check');
    await go(page, () => page.getByRole('link', { name: 'Change the answers to this list' }).first().click());
    await page.locator('input[value=none]').uncheck();
    await goOn(page);
    expect(await page.title()).toMatch(/^Error: /);
    await page.locator('input[value=not-sure]').check();
    await goOn(page);
    expect(new URL(page.url()).search).toContain('each=1');
    await mark(page, NOBODY);
    await goOn(page);
    await interview(page, NOBODY);
    expect(pathOf(page)).toBe('/assess/check');
  });

  test('“not sure” asks one by one, and what is missing is listed with links that move the focus', async () => {
    await visit();
    await start(page);
    const [{ findings }] = site.knowledge.screens as readonly [Screen];
    await page.locator('input[value=not-sure]').check();
    await goOn(page);
    expect(Object.keys((await asked(page)).choices)).toHaveLength(findings.length);
    expect((await asked(page)).marked).toEqual([]);
    await examine();

    await goOn(page);
    expect(await page.title()).toMatch(/^Error: /);
    await expect.poll(() => focusOf(page)).toMatchObject({ isSummary: true });
    const links = page.locator('.error-summary a');
    expect(await links.count()).toBe(findings.length);
    await examine();

    await page.locator('input[type=radio][value=no]').last().check();
    const [third] = [findings[2] ?? ''];
    await links.nth(2).click();
    await expect.poll(() => focusOf(page)).toMatchObject({ name: `answer-${third}`, hasError: true });
    await page.keyboard.press('ArrowDown');
    await goOn(page);
    expect(await links.count(), 'two were answered and stay').toBe(findings.length - 2);
    expect((await asked(page)).marked).toEqual([`answer-${third}=no`, `answer-${findings.at(-1)}=no`]);

    await mark(page, NOBODY);
    await page.locator(`input[name="answer-${findings[0]}"][value=unsure]`).check();
    await goOn(page);
    expect(pathOf(page)).toBe('/assess/step/2');
    const said = await answersSoFar(page);
    expect(said.get(shortOf(findings[0] ?? ''))).toBe('Not sure');
    expect(said.get(shortOf(findings.at(-1) ?? ''))).toBe('No');
  });

  test('a shared screen on which nothing or too much is ticked says so, and takes the focus there', async () => {
    await visit();
    await start(page);
    await goOn(page);
    await expect.poll(() => focusOf(page)).toMatchObject({ isSummary: true });
    await examine();
    await page.locator('.error-summary a').click();
    await expect.poll(() => focusOf(page)).toMatchObject({ name: 'found', hasError: true });

    await page.locator('input[value=none]').check();
    await page.locator('input[name=found]').last().check();
    await goOn(page);
    expect(await page.locator('.error-summary').innerText()).toContain('not both');
    expect((await asked(page)).marked).toEqual(['found=none', 'found=not-sure']);
  });

  once('an emergency shows at once also for somebody who is not sure about the rest', async () => {
    await visit();
    await start(page);
    await mark(page, EMERGENCY);
    await page.locator('input[value=not-sure]').check();
    await goOn(page);
    expect(pathOf(page)).toBe('/assess/result');
    expect(await page.locator('.call').innerText()).toContain('999');

    // Taken back, the interview goes on where it was.
    await go(page, () => page.getByRole('link', { name: /change an answer/ }).click());
    await examine();
    await go(page, () => page.getByRole('link', { name: `Change ${shortOf('saddle-numbness')}` }).click());
    await mark(page, NOBODY);
    await goOn(page);
    expect(pathOf(page)).toBe('/assess/step/2');
  });

  once('deleting the answers deletes the cookie, and the result says that they are gone', async () => {
    await visit();
    await start(page);
    expect(await page.context().cookies()).toMatchObject([
      { name: COOKIE, httpOnly: true, sameSite: 'Lax', path: '/' },
    ]);
    await site.sayAlready(page, everything(DESK_WORKER));
    await open(page, '/assess/result');
    await go(page, () => page.getByRole('button', { name: 'Delete my answers' }).click());
    expect(await page.locator('h1').innerText()).toBe('Your answers are deleted');
    await examine();
    expect(await page.context().cookies()).toEqual([]);
    expect(await open(page, '/assess/result')).toBe(410);
    expect(await page.locator('h1').innerText()).toBe(LOST);
    await examine();
    await go(page, () => page.evaluate(() => history.go(-2)));
    expect(pathOf(page)).toBe('/assess/result');
    expect(await page.locator('h1').innerText(), 'nor does the way back show them').toBe(LOST);
  });

  once.each([
    ['is older than two hours', 2 * 60 * 60 * 1000 + 1000, (value: string) => value],
    ['was tampered with', 0, (value: string) => `${value.slice(0, 40)}AAAA${value.slice(44)}`],
  ])('a cookie that %s leads to a page that says what to do', async (_, age, change) => {
    await visitAfter(everything(DESK_WORKER));
    expect(await open(page, '/assess/result'), 'a good cookie is taken').toBe(200);
    await site.sayAlready(page, everything(DESK_WORKER), Date.now() - age);
    const [cookie] = await page.context().cookies();
    await page.context().addCookies([{ name: COOKIE, value: change(cookie?.value ?? ''), url: site.url }]);
    for (const path of ['/assess/step/3', '/assess/check', '/assess/result']) {
      expect(await open(page, path)).toBe(410);
      expect(await page.locator('h1').innerText()).toBe(LOST);
    }
    await examine();
    await go(page, () => page.getByRole('link', { name: 'Go to the start' }).click());
    await start(page);
    expect(pathOf(page), 'and a new start works').toBe('/assess/step/1');
  });

  once('a browser that takes no cookies gets a page that says so, at any step', async () => {
    await visit();
    await page.context().route('**/assess/start', async (route) => {
      const response = await route.fetch({ maxRedirects: 0 });
      await page.context().clearCookies();
      const { 'set-cookie': _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    await start(page);
    expect(pathOf(page)).toBe('/assess/step/1');
    expect(await page.locator('h1').innerText()).toBe(LOST);
    expect(await page.locator('main').innerText()).toContain('does not accept cookies');
    await page.context().unrouteAll();

    await open(page, '/');
    await start(page);
    for (let step = 1; step <= 3; step++) {
      await mark(page, NOBODY);
      await goOn(page);
    }
    await mark(page, NOBODY);
    await page.context().clearCookies();
    await goOn(page);
    expect(await page.locator('h1').innerText()).toBe(LOST);
    await examine();
  });

  once('forms work over plain HTTP under another name, as on a phone in the same network', async () => {
    // Only names that browsers trust get Sec-Fetch-Site; elsewhere the server has to know its forms by their origin.
    await visit(`http://${PLAIN_NAME}:${site.port}/`);
    await start(page);
    await mark(page, NOBODY);
    await goOn(page);
    expect(pathOf(page)).toBe('/assess/step/2');
  });

  once('the pages around the interview are sound', async () => {
    await visit('/about');
    await examine();
    expect(await open(page, '/tea')).toBe(404);
    await examine();
    await site.sayAlready(page, screensOf(AFTER_A_FLIGHT));
    await open(page, '/');
    await examine();
    await go(page, () => page.getByRole('link', { name: 'Go on where you were' }).click());
    expect(await page.locator('.today').innerText()).toContain('be seen by a clinician today');
  });
});

/** What has the focus. A browser obeys `autofocus` at its next rendering, after the page has loaded: poll. */
function focusOf(page: Page) {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const described = focused?.closest('fieldset')?.getAttribute('aria-describedby') ?? '';
    return {
      isSummary: focused?.classList.contains('error-summary') ?? false,
      name: focused?.getAttribute('name') ?? undefined,
      hasError: described.split(' ').some((id) => document.getElementById(id)?.classList.contains('error')),
    };
  });
}

describe('privacy', () => {
  testPrivacy(() => site);
});
