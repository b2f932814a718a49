// A whole interview without a mouse: Tab, Space, arrows and Enter, and the focus always to be seen.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersOf, asked, go, openSite, type Persona, pathOf, type Site } from './browser.ts';
import { SPRINTER } from './personas.ts';
import { testPrivacy } from './privacy.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

interface Focused {
  readonly tag: string;
  readonly type: string;
  readonly name: string;
  readonly value: string;
  readonly text: string;
  readonly outline: number;
  readonly isOnScreen: boolean;
}

function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { top, bottom, width } = element.getBoundingClientRect();
    return {
      tag: element.tagName,
      type: element.type ?? '',
      name: element.name ?? '',
      value: element.value ?? '',
      text: element.textContent?.trim() ?? '',
      outline: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth),
      isOnScreen: width > 0 && bottom > 0 && top < window.innerHeight,
    };
  });
}

/** What must hold wherever the focus is; the page itself has it before the first Tab. */
function expectSeen(focus: Focused): void {
  if (focus.tag === 'BODY') return;
  expect(focus, 'the focus can be seen').toMatchObject({ isOnScreen: true });
  expect(focus.outline, `outline of ${JSON.stringify(focus)}`).toBeGreaterThanOrEqual(2);
}

const MOST_TABS = 60;

async function tabTo(page: Page, isWanted: (focus: Focused) => boolean): Promise<Focused> {
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    await page.keyboard.press('Tab');
    const focus = await focused(page);
    expectSeen(focus);
    if (isWanted(focus)) return focus;
  }
  throw new Error(`${MOST_TABS} tabs do not lead there on ${await page.title()}.`);
}

async function pressOn(page: Page, text: string): Promise<void> {
  await tabTo(page, (focus) => focus.text.includes(text));
  await go(page, () => page.keyboard.press('Enter'));
}

/** Chooses in a group of radios: Tab leads into the group, arrows inside it. */
async function choose(page: Page, name: string, value: string, values: readonly string[]): Promise<void> {
  let focus = await tabTo(page, (one) => one.type === 'radio' && one.name === name);
  expect(focus.value, 'Tab leads to the first of a group').toBe(values[0]);
  await page.keyboard.press('Space');
  for (let moves = 0; focus.value !== value && moves < values.length; moves++) {
    await page.keyboard.press('ArrowDown');
    focus = await focused(page);
    expectSeen(focus);
  }
  expect(focus.value).toBe(value);
}

async function answer(page: Page, persona: Persona): Promise<void> {
  const form = await asked(page);
  for (const [name, value] of answersOf(form, persona)) {
    if (name === 'found') {
      await tabTo(page, (focus) => focus.name === name && focus.value === value);
      await page.keyboard.press('Space');
    } else {
      await choose(page, name, value, form.choices[name] ?? []);
    }
  }
  const { marked } = await asked(page);
  expect(marked).toEqual(answersOf(form, persona).map(([name, value]) => `${name}=${value}`));
  await pressOn(page, 'Continue');
}

test('a whole interview by keyboard, and its result in the dark', async () => {
  const page = await site.visit();
  await pressOn(page, 'Start now');

  // First a mistake: nothing is ticked.
  await pressOn(page, 'Continue');
  const summary = await focused(page);
  expect(summary.text).toContain('There is a problem');
  expectSeen(summary);
  await tabTo(page, (focus) => focus.text.startsWith('Tick what applies'));
  await page.keyboard.press('Enter');
  const field = await focused(page);
  expect(field).toMatchObject({ name: 'found', value: site.knowledge.screens[0]?.findings[0] });
  expectSeen(field);

  // Then "not sure", and one by one.
  await tabTo(page, (focus) => focus.value === 'not-sure');
  await page.keyboard.press('Space');
  await pressOn(page, 'Continue');

  for (let pages = 0; (await asked(page)).ask !== undefined; pages++) {
    expect(pages).toBeLessThan(MOST_TABS);
    await answer(page, SPRINTER);
  }
  expect(pathOf(page)).toBe('/assess/check');
  await pressOn(page, 'See your result');
  expect(pathOf(page)).toBe('/assess/result');

  await page.emulateMedia({ colorScheme: 'dark' });
  // Everything on the result that can be opened or chosen can be reached, in the order of the page.
  const stops = new Set<string>();
  for (let tabs = 0; tabs < 400; tabs++) {
    await page.keyboard.press('Tab');
    const focus = await focused(page);
    expectSeen(focus);
    if (focus.tag === 'BODY') break;
    stops.add(focus.tag);
  }
  expect([...stops]).toEqual(expect.arrayContaining(['A', 'SELECT', 'BUTTON']));
  await page.context().close();
});

test('the skip link leads past the header, and a text that opens does so by keyboard', async () => {
  const page = await site.visit();
  await pressOn(page, 'Start now');
  const skip = await tabTo(page, () => true);
  expect(skip.text).toBe('Skip to main content');
  await page.keyboard.press('Enter');
  const next = await tabTo(page, () => true);
  expect(next.text, 'not the name of the site in the header').toBe('Back');

  await tabTo(page, (focus) => focus.tag === 'SUMMARY');
  expect(await page.locator('details').getAttribute('open')).toBeNull();
  await page.keyboard.press('Enter');
  expect(await page.locator('details').getAttribute('open')).not.toBeNull();
  await page.context().close();
});

describe('privacy', () => {
  testPrivacy(() => site);
});
