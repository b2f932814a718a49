// `npm run bench -- server [--minutes N]`: the real server beside a bare node:http that gives out the same bytes. Each has one
// processor, the client the other. What is counted is processor time of the server's own process, all its threads included.

import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyOfAnswers } from '../../src/app/index.ts';
import { benchmarkCaseOf } from '../../src/connect/index.ts';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import { randomFrom } from '../../src/probability/index.ts';
import { realKnowledge, SECRET } from '../../test/in-process.ts';
import { figure, type Row, type Spread, type Suite } from '../rows.ts';
import { commentRows } from './comments.ts';
import { answerOf, costOf, costRow, type Pair } from './cost.ts';
import { bornBy, crowdRows } from './crowd.ts';
import { type Exchange, type Interviewed, interviewOf } from './interviews.ts';
import { headerOf, type Line, openLine } from './line.ts';
import { memoryRows } from './memory.ts';
import { type Measured, pinClient, startMeasured } from './pinned.ts';
import { type Asked, requestOf } from './requests.ts';

const GUIDE: Asked = { method: 'GET', path: '/guide/warm-up' };
const COMMENTS = '/comments/warm-up';
const PROCESSORS = availableParallelism();
const ROUNDS = 7;
const PAGES_EACH = 3000;
/** Interviews to get warm with, and of each round. */
const WARM_INTERVIEWS = 30;
const INTERVIEWS_EACH = 8;
const SECONDS = 8;
const MINUTES = 0.5;
const SEED = 20261128;

export const serverSuite: Suite = async (say, { minutes = MINUTES }) => {
  pinClient(say);
  const knowledge = await realKnowledge();
  const folder = mkdtempSync(join(tmpdir(), 'backstride-bench-'));
  const started: Measured[] = [];
  const start = async (script: string, environment: Readonly<Record<string, string>> = {}) => {
    const one = await startMeasured(script, environment);
    started.push(one);
    return one;
  };
  const startOurs = (data: string, more: Readonly<Record<string, string>> = {}) =>
    start('./ours.ts', {
      ...more,
      PORT: '0',
      BACKSTRIDE_SECRET: Buffer.from(SECRET).toString('hex'),
      BACKSTRIDE_DATA: join(folder, data),
    });
  try {
    say('Made-up runners answer the interview …');
    const written = await recorded(await startOurs('recording'), knowledge);
    say(busy());
    // Nobody is turned away while costs are measured.
    const ours = await startOurs('ours', { BACKSTRIDE_PATIENCE: '10000' });
    const pair: Pair = { ours, bare: await start('./bare.ts') };
    const rows = [
      ...(await guideRows(pair, written, say)),
      ...(await stepRows(pair, knowledge, written, say)),
      ...(await caseRows(pair, written, say)),
    ];
    say('Comments …');
    rows.push(...(await commentRows(pair.ours.port, COMMENTS, folder)));
    say('A crowd …');
    const crowded = await startOurs('crowded');
    const random = randomFrom(SEED);
    const page = requestOf(GUIDE);
    const steps = written.interviews.flatMap(exchangesOf).map(({ asked }) => requestOf(asked));
    const cases = written.cases.map(({ asked }) => requestOf(asked));
    pair.bare.give({ answers: [answerOf(written.guide.reply)] });
    const bare = await bornBy({ port: pair.bare.port, requests: [page], each: 4000 }, SECONDS, random);
    const common = { port: crowded.port, seconds: SECONDS, random, bare };
    const onPages = await crowdRows({
      ...common,
      name: 'guide page',
      requests: [page],
      each: 4000,
      tooMany: false,
    });
    const onSteps = await crowdRows({
      ...common,
      ...{ name: 'steps through the pages, stood at before', requests: steps, each: 2000, tooMany: false },
    });
    const onCases = await crowdRows({
      ...common,
      ...{ name: 'steps through the API', requests: cases, each: 800, tooMany: true },
    });
    rows.push(...onPages.rows, ...onSteps.rows, ...onCases.rows);
    say(`Memory, ${minutes} min …`);
    // Of everything the same number, at half of what can be served of the slowest.
    const mixed = steps.flatMap((step, at) => [step, page, cases[at % cases.length] ?? page]);
    rows.push(...(await memoryRows(crowded, mixed, onCases.capacity / 2, minutes, random)));
    say(busy());
    return rows;
  } finally {
    for (const one of started) await one.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

interface Written {
  readonly guide: Exchange;
  readonly unchanged: Exchange;
  readonly interviews: readonly Interviewed[];
  readonly cases: readonly Exchange[];
}

/** What is going to be sent, with the answers to it, from a server of its own. */
async function recorded(server: Measured, knowledge: KnowledgeBase): Promise<Written> {
  const line = await openLine(server.port);
  const exchange = async (asked: Asked): Promise<Exchange> => ({
    asked,
    reply: await line.send(requestOf(asked)),
  });
  const guide = await prepared(line);
  const tag = headerOf(guide.reply, 'etag') ?? '';
  const unchanged = await exchange({ ...GUIDE, more: [`If-None-Match: ${tag}`] });
  if (unchanged.reply.status !== 304) throw new Error(`An unchanged page answers ${unchanged.reply.status}.`);
  const interviews: Interviewed[] = [];
  const cases: Exchange[] = [];
  for (let runner = 0; runner < WARM_INTERVIEWS + ROUNDS * INTERVIEWS_EACH; runner++) {
    const one = await interviewOf(line, knowledge, SEED + runner);
    interviews.push(one);
    for (const answers of one.answers) {
      const body = JSON.stringify({ caseData: benchmarkCaseOf(knowledge, answers) });
      cases.push(await exchange({ method: 'POST', path: '/fg-ai4h/solve-case', body }));
    }
  }
  line.close();
  await server.stop();
  return { guide, unchanged, interviews, cases };
}

/** The page of the guide, once it is given out as bytes. */
async function prepared(line: Line): Promise<Exchange> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const reply = await line.send(requestOf(GUIDE));
    if (headerOf(reply, 'etag') !== undefined) return { asked: GUIDE, reply };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${GUIDE.path} was never prepared.`);
}

async function guideRows(pair: Pair, { guide, unchanged }: Written, say: Say): Promise<readonly Row[]> {
  say('A page of the guide …');
  const line = await openLine(pair.ours.port);
  await prepared(line);
  line.close();
  const rounds = (one: Exchange) =>
    Array.from({ length: ROUNDS }, () => Array<Exchange>(PAGES_EACH).fill(one));
  await costOf(pair, rounds(guide).slice(0, 2));
  return [
    costRow('page of the guide, Brotli', await costOf(pair, rounds(guide)), 1.35),
    costRow('page of the guide, not changed (304)', await costOf(pair, rounds(unchanged))),
  ];
}

/**
 * Steps at which nobody has stood before and steps at which somebody has: what comes next is worked out for the first only. A step is
 * two requests; the first of them works out, or finds, what the second shows.
 */
async function stepRows(
  pair: Pair,
  knowledge: KnowledgeBase,
  { interviews }: Written,
  say: Say,
): Promise<readonly Row[]> {
  say('Steps of the interview …');
  const [warm = [], ...rounds] = inRounds(interviews);
  const seen = new Set<string>();
  const warmed = warm.flatMap((one) => stepsOf(knowledge, one, seen));
  await costOf(pair, [warmed.flatMap(({ exchanges }) => exchanges)]);
  const fresh = rounds.map((round) => round.flatMap((one) => stepsOf(knowledge, one, seen)));
  const missed = fresh.map((steps) =>
    steps.filter(({ isNew }) => isNew).flatMap(({ exchanges }) => exchanges),
  );
  const all = fresh.flat();
  const share = 1 - all.filter(({ isNew }) => isNew).length / all.length;
  const miss = await costOf(pair, missed, 2);
  const again = warmed.flatMap(({ exchanges }) => exchanges);
  const hit = await costOf(
    pair,
    Array.from({ length: ROUNDS }, () => [...again, ...again, ...again]),
    2,
  );
  const mixed = (of: 'ours' | 'bare'): Spread => {
    const at = (figure: keyof Spread) => share * hit[of][figure] + (1 - share) * miss[of][figure];
    return { median: at('median'), low: at('low'), high: at('high') };
  };
  const name = 'step through the pages (answer posted, next question fetched)';
  const others = warm.length + (ROUNDS * INTERVIEWS_EACH) / 2;
  return [
    costRow(`${name}, where somebody has stood before`, hit, 3),
    costRow(`${name}, where nobody has`, miss, 3),
    costRow(
      `${name}, of the next made-up runner`,
      { ours: mixed('ours'), bare: mixed('bare') },
      3,
      `worked out from both: ${figure(100 * share)} % of the steps had been stood at by about ${others} others`,
    ),
  ];
}

interface Step {
  readonly exchanges: readonly Exchange[];
  readonly isNew: boolean;
}

/** The steps of an interview, and whether somebody has said the same before, in whatever order. */
function stepsOf(
  knowledge: KnowledgeBase,
  { steps, answers }: Interviewed,
  seen: Set<string>,
): readonly Step[] {
  return steps.map(({ post, question }, at) => {
    const key = keyOfAnswers(knowledge, answers[at] ?? {});
    const isNew = !seen.has(key);
    seen.add(key);
    return { exchanges: [post, question], isNew };
  });
}

async function caseRows(pair: Pair, { cases }: Written, say: Say): Promise<readonly Row[]> {
  say('Cases through the API …');
  const each = Math.floor(cases.length / (ROUNDS + 2));
  const rounds = Array.from({ length: ROUNDS + 2 }, (_, round) =>
    cases.slice(round * each, (round + 1) * each),
  );
  await costOf(pair, rounds.slice(0, 2));
  return [
    costRow(
      'step through the API: all answers so far in, urgency and causes out',
      await costOf(pair, rounds.slice(2)),
      2.2,
    ),
  ];
}

/** Those to get warm with, then those of each round. */
function inRounds<One>(all: readonly One[]): readonly (readonly One[])[] {
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    const from = WARM_INTERVIEWS + round * INTERVIEWS_EACH;
    return all.slice(from, from + INTERVIEWS_EACH);
  });
  return [all.slice(0, WARM_INTERVIEWS), ...rounds];
}

function exchangesOf({ steps }: Interviewed): readonly Exchange[] {
  return steps.flatMap(({ post, question }) => [post, question]);
}

type Say = (line: string) => void;

function busy(): string {
  return `Load of this machine in the last minute: ${loadavg()[0]?.toFixed(1)} on ${PROCESSORS} processors.`;
}
