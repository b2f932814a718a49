// A phone that dies at any moment: the browser's processes are ended by signal while somebody answers and checks in. Opened
// again, every step that had shown its next page is there, and none twice; the one that was under way is there or not, whole.

import type { Page } from 'playwright-core';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import { asked, go, goOn, mark } from './browser.ts';
import {
  asksOf,
  kept,
  newProfile,
  openPhone,
  openWire,
  type Phone,
  startAnyServer,
  untilReady,
} from './device.ts';
import { DESK_WORKER } from './personas.ts';
import { beginPlan, checkIn } from './way-back.ts';

/** What the device holds. */
interface Held {
  readonly asks: readonly string[];
  /** Of check-ins, corrections of today's one included. */
  readonly checkIns: number;
}

interface Act {
  readonly name: string;
  /** What the device holds once the next page has been shown. */
  readonly leadsTo: Held;
  readonly perform: () => Promise<unknown>;
}

export interface Kills {
  readonly kills: number;
  /** A number of 32 bits. */
  readonly seed: number;
  readonly knowledge: KnowledgeBase;
  readonly told?: (kill: number, during: string) => void;
}

/** Longest time until a kill; milliseconds. */
const LONGEST = 2500;

/**
 * Kills the browser so many times.
 * @returns what was being done at the kills, by number
 * @throws when something that had been kept is missing, doubled or changed
 */
export async function killAtRandom({
  kills,
  seed,
  knowledge,
  told,
}: Kills): Promise<Readonly<Record<string, number>>> {
  const random = randomFrom(seed);
  const server = await startAnyServer();
  const wire = await openWire(server.url);
  let phone: Phone = await openPhone({ profile: newProfile() });
  const { profile } = phone;
  const during: Record<string, number> = {};
  try {
    let page = await phone.context.newPage();
    await page.goto(wire.url);
    await untilReady(page);
    await beginPlan(page);
    let held: Held = { asks: [], checkIns: 0 };
    for (let kill = 1; kill <= kills; kill += 1) {
      const { kill: end } = phone;
      const killed = new Promise<void>((resolve, reject) => {
        setTimeout(() => void end().then(resolve, reject), random() * LONGEST);
      });
      const { before, after, doing } = await actUntilKilled(page, held, random);
      await killed;
      during[doing] = (during[doing] ?? 0) + 1;
      phone = await openPhone({ profile });
      page = await phone.context.newPage();
      held = await whatIsHeld(page, wire.url, knowledge);
      const found = JSON.stringify(held);
      if (![before, after].some((one) => JSON.stringify(one) === found)) {
        throw new Error(
          `Kill ${kill} during ${doing}: held ${JSON.stringify(before)}, or ${JSON.stringify(after)}; found ${found}.`,
        );
      }
      told?.(kill, doing);
    }
    return during;
  } finally {
    await phone.discard().catch(() => {});
    await wire.cut();
    await server.stop();
  }
}

/** Acts until the browser is gone: what was held before the last act, and what it would have led to. */
async function actUntilKilled(
  page: Page,
  held: Held,
  random: () => number,
): Promise<{ readonly before: Held; readonly after: Held; readonly doing: string }> {
  let before = held;
  let after = held;
  let doing = 'reading';
  try {
    for (;;) {
      doing = 'reading';
      const act = await nextAct(page, before, random);
      after = act.leadsTo;
      doing = act.name;
      await act.perform();
      before = after;
    }
  } catch (error) {
    if (!isOfTheKill(error)) throw error;
    return { before, after, doing };
  }
}

/** Reads what is kept, past the application; what is there twice is a mistake. */
async function whatIsHeld(page: Page, url: string, knowledge: KnowledgeBase): Promise<Held> {
  await page.goto(`${url}/assess`);
  const { answers, events } = await kept(page);
  const ids = events.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new Error(`An event is there twice: ${ids.join(', ')}`);
  const begun = events.filter(({ type }) => type === 'plan-started').length;
  if (begun !== 1) throw new Error(`${begun} plans have begun instead of one.`);
  const checkIns = events.filter(({ type }) => type === 'checked-in' || type === 'check-in-corrected');
  return { asks: asksOf(knowledge, answers ?? {}), checkIns: checkIns.length };
}

/** Playwright's words for a browser that is gone. */
function isOfTheKill(error: unknown): boolean {
  return error instanceof Error && /closed|crashed|disconnected|ECONNREFUSED|Target/i.test(error.message);
}

async function nextAct(page: Page, held: Held, random: () => number): Promise<Act> {
  const origin = new URL(page.url()).origin;
  if (random() < 0.3) {
    const value = Math.floor(random() * 4);
    return {
      name: 'a check-in',
      leadsTo: { ...held, checkIns: held.checkIns + 1 },
      perform: () => checkIn(page, { painMorning: value }),
    };
  }
  await page.goto(`${origin}/assess`);
  const { ask } = await asked(page);
  if (ask !== undefined) {
    return {
      name: 'an answer',
      leadsTo: { ...held, asks: [...held.asks, ask] },
      perform: async () => {
        await mark(page, DESK_WORKER);
        await goOn(page);
      },
    };
  }
  return {
    name: 'a new start',
    leadsTo: { ...held, asks: [] },
    perform: async () => {
      await page.goto(origin);
      await go(page, () => page.getByRole('button', { name: /^Start/ }).click());
    },
  };
}

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
