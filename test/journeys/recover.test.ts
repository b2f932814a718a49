// The way back in a real browser: from a result to the first check-in, a flare, a return, a danger sign; at 360 pixels, without
// JavaScript, by keyboard, read by axe. Stories that took weeks come in by the file, moved so that their day is today.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/find-node.mjs';
import { parseLog } from '../../src/cli/log-file.ts';
import { beliefOf, type EpisodeEvent, fold, logOf } from '../../src/episode/index.ts';
import { type Decision, planFor } from '../../src/recover/index.ts';
import { addDays, daysBetween, type LocalDate } from '../../src/vocabulary/index.ts';
import {
  expectAccessible,
  expectSound,
  go,
  openSite,
  PHONE,
  pathOf,
  type Site,
  toResult,
} from './browser.ts';
import { SPRINTER } from './personas.ts';
import { idsIn } from './privacy.ts';
import { checkIn, follow, press } from './way-back.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const TODAY = new Date().toISOString().slice(0, 10);

interface Story {
  readonly events: readonly EpisodeEvent[];
  readonly decisions: readonly Decision[];
}

/** A written story with the decision of each of its days. */
function storyOf(name: string): Story {
  const { knowledge } = site;
  const file = join(root, 'cases/stories', `${name}.jsonl`);
  const read = parseLog(readFileSync(file, 'utf8'), file, knowledge);
  if (!read.ok) throw new Error(`${name} cannot be read`);
  const { events } = read.value;
  const state = fold(knowledge, events);
  const log = logOf(state);
  const last =
    events
      .map(({ about }) => about)
      .sort()
      .at(-1) ?? '';
  if (!log || !state.plan) throw new Error(`${name} has no plan`);
  const plan = planFor(knowledge, beliefOf(knowledge, state), state.plan.runner, log, last);
  if (plan.kind === 'none') throw new Error(plan.because);
  return { events, decisions: plan.course.decisions };
}

/** Brings in the story up to the day before `day`, moved so that `day` is today; returns what that day's check-in said. */
async function untilToday(
  page: Page,
  { events }: Story,
  day: LocalDate,
): Promise<Readonly<Record<string, number>>> {
  const by = daysBetween(day, TODAY);
  const moved = events
    .filter(({ about }) => about < day)
    .map((event) => ({
      ...event,
      zone: 'Etc/GMT',
      about: addDays(event.about, by),
      recordedAt: `${addDays(event.recordedAt.slice(0, 10), by)}${event.recordedAt.slice(10)}`,
    }));
  const file = { format: 'backstride-episode', version: 1, events: moved };
  await page.goto(`${site.url}/recover/more`);
  await page.setInputFiles('#file', {
    name: 'backstride.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await press(page, 'Bring it in');
  expect(await page.getByRole('status').innerText()).toBe('The file is in.');
  const told = events.find((event) => event.about === day && event.type === 'checked-in');
  return told?.type === 'checked-in' ? told.checkIn.values : {};
}

describe('from a result to the first check-in', () => {
  test('on a phone without JavaScript', async () => {
    const page = await site.visit({ javaScriptEnabled: false, viewport: PHONE });
    await toResult(page, { ...SPRINTER, 'pain-severity': 'mild' });
    await follow(page, 'What to do now, day by day');
    expect(pathOf(page)).toBe('/assess/plan');
    expect(await page.getByRole('heading', { name: 'This week' }).isVisible()).toBe(true);
    await expectSound(page);
    await go(page, () => page.locator('a[href^="/knowledge/exercises/"]').first().click());
    expect(pathOf(page)).toMatch(/^\/knowledge\/exercises\//);
    await go(page, () => page.goBack());
    await follow(page, 'Begin this plan with check-ins');
    await expectSound(page);
    await press(page, 'Begin');
    await expectSound(page);
    expect(await page.getByRole('alert').innerText()).toContain('Your age: write a whole number');
    await page.getByLabel('None of these').check();
    await page.getByLabel('Your age in years').fill('31');
    await page.getByLabel('Left').check();
    await page.getByLabel('What time is it where you are?').selectOption('Etc/GMT');
    await press(page, 'Begin');
    expect(pathOf(page)).toBe('/recover');
    expect(await page.getByText('No check-in yet today.').isVisible()).toBe(true);
    await expectSound(page);
    await follow(page, 'Check in');
    await expectSound(page);
    await checkIn(page, { painMorning: 2, painRest: 1, painWorst: 3, limp: 0, painkillers: 0 });
    expect(await page.getByRole('status').innerText()).toBe('Saved.');
    expect(await page.getByText('Change today’s check-in').isVisible()).toBe(true);
    await press(page, 'Done');
    expect(await page.getByRole('button', { name: 'Not done after all' }).isVisible()).toBe(true);
    for (const tab of ['Plan', 'Progress', 'More']) {
      await follow(page, tab);
      await expectSound(page);
    }
    await page.context().close();
  });
});

describe('a flare', () => {
  test('costs one step at once, says why, and shows in the progress', async () => {
    const story = storyOf('strain-with-a-flare');
    const flare = story.decisions.find(({ kind }) => kind === 'step-back')?.date ?? '';
    const page = await site.visit({ viewport: PHONE, at: '/recover/more' });
    await checkIn(page, await untilToday(page, story, flare));
    expect(await page.locator('.decision').innerText()).toContain(
      'One step back. The sore spot reached 5 of 10',
    );
    await expectAccessible(page);
    await follow(page, 'Progress');
    await expectAccessible(page);
    await expectSound(page);
    expect(await page.locator('.log li').first().innerText()).toContain('One step back.');
    await page.context().close();
  });
});

describe('a return', () => {
  test('is told on the day that its last criterion is met, and warns of the early weeks', async () => {
    const story = storyOf('mild-strain-goes-well');
    const back = story.decisions.find(({ stage }) => stage === 'stay-well')?.date ?? '';
    const page = await site.visit({ viewport: PHONE, at: '/recover/more' });
    await checkIn(page, await untilToday(page, story, back));
    expect(await page.locator('.decision').innerText()).toMatch(/^Move on\. /);
    const text = await page.locator('main').innerText();
    expect(text).toContain('Stay well');
    expect(text).toContain('these are the weeks in which most people hurt it again');
    await expectAccessible(page);
    await page.context().close();
  });
});

describe('a danger sign', () => {
  test('locks the plan on the spot; corrected as a mistake it opens again', async () => {
    const story = storyOf('strain-with-a-swollen-calf');
    const day = story.decisions.find(({ locked }) => locked)?.date ?? '';
    const page = await site.visit({ viewport: PHONE, at: '/recover/more' });
    await untilToday(page, story, day);
    await checkIn(page, { painMorning: 1 }, 'one-leg-swelling');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Your plan is locked');
    await expectAccessible(page);
    await follow(page, 'I ticked it by mistake: change today’s check-in');
    await page.locator('input[name="found"][value="one-leg-swelling"]').uncheck();
    await checkIn(page, {});
    expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toContain('locked');
    await page.context().close();
  });
});

describe('the summary for a clinician', () => {
  test('prints on one page, and says the same as its text', async () => {
    const page = await site.visit({ viewport: PHONE });
    await toResult(page, { ...SPRINTER, 'pain-severity': 'mild' });
    await follow(page, 'A summary for a clinician');
    await expectAccessible(page);
    await expectSound(page);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const lines = await page.locator('.summary li').allInnerTexts();
    expect(lines.length).toBeGreaterThan(10);
    await follow(page, 'open it as plain text');
    const text = await page.locator('body').innerText();
    for (const line of lines) expect(text).toContain(`- ${line}`);
    await page.context().close();
  });
});

describe('the way back', () => {
  test('a check-in by keyboard alone', async () => {
    const story = storyOf('mild-strain-goes-well');
    const page = await site.visit({ at: '/recover/more' });
    await untilToday(page, story, addDays(story.decisions[0]?.date ?? '', 3));
    await page.goto(`${site.url}/recover/check-in`);
    const to = async (isWanted: string) => {
      for (let tabs = 0; tabs < 80; tabs += 1) {
        await page.keyboard.press('Tab');
        const found = await page.evaluate(
          (wanted) => document.activeElement?.matches(wanted) ?? false,
          isWanted,
        );
        if (found) return;
      }
      throw new Error(`Tab never leads to ${isWanted}`);
    };
    await to('input[name="found"][value="none"]');
    await page.keyboard.press('Space');
    await to('input[name="m-painMorning"]');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const shown = await page.locator('input[name="m-painMorning"]:checked + label').evaluate((label) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(label);
      return {
        text: label.textContent,
        outline: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth),
      };
    });
    expect(shown.text).toBe('2');
    expect(shown.outline).toBeGreaterThanOrEqual(2);
    await to('main form button');
    await go(page, () => page.keyboard.press('Enter'));
    expect(pathOf(page)).toBe('/recover');
    await page.context().close();
  });

  test('leaves no cause, no finding and no answer in an address or a line of the log', () => {
    // What somebody looks up about an exercise stands in their own address bar, and not in the log.
    const addresses = [...site.addresses].filter((one) => !one.includes('/recover/exercise/'));
    expect(addresses.length).toBeGreaterThan(10);
    for (const address of addresses) expect(idsIn(address, site.knowledge), address).toEqual([]);
    const lines = site.log().trim().split('\n');
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) {
      expect(idsIn(line, site.knowledge), line).toEqual([]);
      for (const { id } of site.knowledge.recovery.exercises) expect(line).not.toContain(id);
    }
  });
});
