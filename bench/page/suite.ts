// Our pages beside LHC-Forms, Smart Forms and a bare HTML form that ask the same twenty questions, in one Chromium on one throttled
// profile. Rounds are interleaved: each opens everybody once, cold. Peers are served compressed, ours as our server serves them.
// Peers have all twenty questions on one page, so with them there is no way from one to the next that could be timed; their figure
// is the tap on an answer.

import { availableParallelism, loadavg } from 'node:os';
import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/find-chromium.mjs';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import {
  interviewed,
  type Rehearsal,
  realKnowledge,
  rehearse,
  runnerOf,
  SECRET,
  saysNo,
} from '../../test/in-process.ts';
import { startServer } from '../../test/journeys/browser.ts';
import type { Suite } from '../rows.ts';
import { serveFiles } from './file-server.ts';
import { peerPages } from './peers.ts';
import { firstQuestions } from './questions.ts';
import { OURS, rowsOf } from './rows.ts';
import { sizesOf } from './sizes.ts';
import { door, TAPPERS, type Tap, type Tapper, taps } from './taps.ts';
import { type Cookies, PROFILE, type Visit, visit } from './throttled.ts';

const ROUNDS = 5;
const QUESTIONS = 20;

export const pageSuite: Suite = async (say) => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found. npm test brings one in.');
  const knowledge = await realKnowledge();
  const house = rehearse(knowledge);
  // The server looks at the time in the cookie.
  house.clock.now = Date.now();
  const questions = await firstQuestions(house, knowledge, QUESTIONS);
  const [first] = questions;
  if (!first) throw new Error('The interview asks nothing.');

  say('Building the peers …');
  const pages = await peerPages(questions, say);
  const servers = new Map(
    await Promise.all([...pages].map(async ([name, files]) => [name, await serveFiles(files)] as const)),
  );
  const server = await startServer(SECRET);
  const browser = await chromium.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
  });
  try {
    const ends = await endsOf(house, knowledge);
    say('Measuring sizes …');
    const sizes = await sizesOf(server.url, ends.paths, ends.cookies);

    const target = { text: first.text, answer: first.answers.at(-2) ?? '' };
    const cookies = cookiesOf(ends.cookies.first, server.url);
    const visits = new Map<string, Visit[]>();
    const note = (name: string, one: Visit) => visits.set(name, [...(visits.get(name) ?? []), one]);
    const doors: Awaited<ReturnType<typeof door>>[] = [];
    const tapped: Record<Tapper, Tap[]> = { server: [], 'device at once': [], device: [] };
    // Once for nothing: the first of everything is slow.
    await visit(browser, server.url + ends.paths.first, { ...target, cookies });
    say(`${PROFILE}; ${busy()}`);
    for (let round = 1; round <= ROUNDS; round++) {
      say(`Round ${round} of ${ROUNDS} …`);
      note(OURS, await visit(browser, server.url + ends.paths.first, { ...target, cookies }));
      for (const [name, { url }] of servers) note(name, await visit(browser, url, target));
      doors.push(await door(browser, server.url));
      for (const tapper of TAPPERS) tapped[tapper].push(...(await taps(browser, server.url, tapper)));
    }
    say(busy());
    return rowsOf({ visits, doors, taps: tapped, sizes });
  } finally {
    await browser.close();
    await server.stop();
    for (const one of servers.values()) one.stop();
  }
};

/** Where an interview begins and ends, and the cookies with which our server shows that. */
async function endsOf(house: Rehearsal, knowledge: KnowledgeBase) {
  const start = runnerOf(house);
  const { location = '' } = await start.post('/assess/start');
  const end = runnerOf(house);
  await interviewed(knowledge, end, saysNo(knowledge));
  return {
    paths: { first: location, result: '/assess/result' },
    cookies: { first: start.cookie, result: end.cookie },
  };
}

function cookiesOf(header: string, url: string): Cookies {
  return header.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
}

function busy(): string {
  return `Load of this machine in the last minute: ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} processors.`;
}
