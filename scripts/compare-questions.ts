// `npm run compare`: ways to choose the next question, on the same made-up runners. Writes docs/questions.md and
// docs/images/questions.svg. It takes long (about an hour with the usual numbers) and shows how far it is.
// Rules take turns, so that Ctrl-C leaves a comparison of as many runners as were done by then.
//
// Usage: node scripts/with-node.mjs scripts/compare-questions.ts [runners for the curves] [runners for the bars]

import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { converse, OWN_RULE, type Rule, type StepOptions } from '../src/assess/index.ts';
import {
  ALWAYS,
  by,
  drawRunner,
  inOrder,
  interviewRunner,
  PLAIN_STOP,
  type RunnerResult,
  rivals,
  SELF_CONSISTENT,
  scoresOfRunners,
  seedOf,
  twoSteps,
} from '../src/evaluate/index.ts';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import { randomFrom } from '../src/probability/index.ts';
import { readKnowledge } from '../src/store/index.ts';

const SEED = 2026;
/** Limits of questions at which every rule is cut; it has asked its safety questions by then, or goes on with those alone. */
const LIMITS = [0, 8, 10, 12, 15, 18, 21];
const PIECE = 25;
/** Two steps ahead costs forty times as much, so it is shown on fewer runners. */
const FEW = 100;

interface Job {
  readonly name: string;
  /** A curve is one interview for each limit; otherwise the interview ends by its own rule. */
  readonly kind: 'curve' | 'stop';
  readonly from: number;
  readonly to: number;
}

/** What is told about one runner: by limit (one entry for an interview with an end). */
type Told = readonly (RunnerResult | undefined)[];

/** Rules that are also run to their own end. */
const ENDED = ['own', 'information', 'fixed'];

const NAMES: Readonly<Record<string, string>> = {
  own: 'Backstride',
  'own, no red flags or loss': 'bits about the urgency and a quarter of the cause, a second',
  information: 'information about cause and urgency',
  'information-a-second': 'the same, a second',
  action: 'information about the urgency',
  'action-a-second': 'the same, a second',
  'edges-cut': 'EC² between urgencies',
  fixed: 'best fixed order',
  'two-steps': 'two steps ahead, best 8',
};

function ruleOf(
  name: string,
  knowledge: KnowledgeBase,
  order: readonly string[],
  stop: Rule['isWorthAsking'],
) {
  if (name === 'fixed') return inOrder(order, stop);
  if (name === 'two-steps') return twoSteps(stop);
  if (name === 'own') return { ...OWN_RULE, isWorthAsking: stop };
  if (name === 'own, no red flags or loss') {
    const share = knowledge.model.stop.cause.value;
    return by(
      ({ actionBits, valueBits, finding }) => (actionBits + share * valueBits) / finding.effort,
      stop,
    );
  }
  return rivals(stop)[name as keyof ReturnType<typeof rivals>];
}

/** Order in which questions come on average over training runners: a fixed order that knows what an adaptive one asks. */
function averageOrder(knowledge: KnowledgeBase, runners: number): readonly string[] {
  const places = new Map<string, number>();
  for (let index = 0; index < runners; index++) {
    const runner = drawRunner(
      knowledge,
      { ...SELF_CONSISTENT, answered: 1 },
      randomFrom(seedOf(SEED + 1, index)),
    );
    const rule = by(({ worth }) => worth, ALWAYS);
    const { asked } = converse(knowledge, ({ id }) => runner.answers[id] ?? '', { rule, maxQuestions: 20 });
    asked.forEach(({ id }, place) => places.set(id, (places.get(id) ?? 0) + Math.max(0, 20 - place)));
  }
  return [...places].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}

function run(knowledge: KnowledgeBase, order: readonly string[], job: Job): readonly Told[] {
  return Array.from({ length: job.to - job.from }, (_, at): Told => {
    const seed = seedOf(SEED, job.from + at);
    if (job.kind === 'stop') {
      const options: StepOptions =
        job.name === 'own' ? {} : { rule: ruleOf(job.name, knowledge, order, PLAIN_STOP), maxQuestions: 25 };
      return [interviewRunner(knowledge, knowledge, SELF_CONSISTENT, seed, options)];
    }
    const rule = remembering(ruleOf(job.name, knowledge, order, ALWAYS));
    return LIMITS.map((maxQuestions) =>
      interviewRunner(knowledge, knowledge, SELF_CONSISTENT, seed, { rule, maxQuestions }),
    );
  });
}

/** Ranks the same answers once: up to its limit an interview goes as the longer ones of the same runner go. */
function remembering(rule: Rule): Rule {
  const ranked = new Map<string, ReturnType<Rule['rank']>>();
  return {
    ...rule,
    rank: (moment, findings) => {
      const said = Object.entries(moment.answers).join();
      const known = ranked.get(said) ?? rule.rank(moment, findings);
      ranked.set(said, known);
      return known;
    },
  };
}

if (isMainThread) await main();
else serve();

function serve(): void {
  const { knowledge, order } = workerData as { knowledge: KnowledgeBase; order: readonly string[] };
  parentPort?.on('message', (job: Job) => parentPort?.postMessage({ job, told: run(knowledge, order, job) }));
}

async function main(): Promise<void> {
  const [curves = 1000, stops = 10_000] = process.argv.slice(2).map(Number);
  const loaded = await readKnowledge();
  if (!loaded.ok) throw new Error('The knowledge does not load: npm run check:knowledge');
  const order = averageOrder(loaded.value, 200);
  const jobs = [
    ...Object.keys(NAMES).flatMap((name) =>
      pieces(name, 'curve', name === 'two-steps' ? Math.min(FEW, curves) : curves),
    ),
    ...ENDED.flatMap((name) => pieces(name, 'stop', stops)),
  ].sort((a, b) => a.from - b.from);
  let isStopped = false;
  process.once('SIGINT', () => {
    isStopped = true;
  });
  const results = new Map<string, Told[]>();
  let done = 0;
  let next = 0;
  const started = performance.now();
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: { knowledge: loaded.value, order } });
      const hand = () => {
        const job = isStopped ? undefined : jobs[next++];
        if (job) worker.postMessage(job);
        else void worker.terminate().then(() => resolve());
      };
      worker.on('error', reject);
      worker.on('message', ({ job, told }: { job: Job; told: Told[] }) => {
        const key = `${job.kind} ${job.name}`;
        const all = results.get(key) ?? [];
        told.forEach((one, at) => {
          all[job.from + at] = one;
        });
        results.set(key, all);
        done++;
        const minutes = (performance.now() - started) / 60_000;
        process.stderr.write(`\r${done} of ${jobs.length} pieces, ${minutes.toFixed(0)} min, ${key}\u001b[K`);
        hand();
      });
      hand();
    });
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  process.stderr.write('\n');
  await report(results, `${loaded.value.version}+${loaded.value.hash.slice(0, 12)}`);
}

function pieces(name: string, kind: Job['kind'], runners: number): Job[] {
  return Array.from({ length: Math.ceil(runners / PIECE) }, (_, at) => ({
    name,
    kind,
    from: at * PIECE,
    to: Math.min(runners, (at + 1) * PIECE),
  }));
}

async function report(results: ReadonlyMap<string, Told[]>, version: string): Promise<void> {
  // Only runners whom every rule of a table has interviewed, so that all of them meet the same people.
  const common = (kind: Job['kind'], names: readonly string[]) => {
    const lists = names.map((name) => results.get(`${kind} ${name}`) ?? []);
    return new Set((lists[0] ?? []).flatMap((_, index) => (lists.every((all) => all[index]) ? [index] : [])));
  };
  const many = common(
    'curve',
    Object.keys(NAMES).filter((name) => name !== 'two-steps'),
  );
  const few = common('curve', Object.keys(NAMES));
  const ended = common('stop', ENDED);
  const at = (key: string, count: number) => {
    const among = key.startsWith('stop') ? ended : key === 'curve two-steps' ? few : many;
    return scoresOfRunners(
      (results.get(key) ?? []).flatMap((told, index) => (among.has(index) ? (told[count] ?? []) : [])),
    );
  };
  const percent = (share: number) => (share * 100).toFixed(1);
  const rows = Object.entries(NAMES).map(([name, label]) => {
    const key = `curve ${name}`;
    const cells = LIMITS.map((_, count) => {
      const { rightAction, top3, questions, seconds } = at(key, count);
      return `${percent(rightAction.value)} · ${percent(top3.value)} · ${questions.mean.toFixed(1)} · ${seconds.toFixed(0)}`;
    });
    const note = name === 'two-steps' ? ` (${at(key, 0).runners} runners)` : '';
    return `| ${label}${note} | ${cells.join(' | ')} |`;
  });
  const ends = ENDED.map((name) => {
    const of = at(`stop ${name}`, 0);
    return `| ${NAMES[name]}${name === 'own' ? '' : ', until one urgency holds 90 % or 25 questions'} | ${[
      of.questions.mean.toFixed(1),
      of.questions.median,
      of.seconds.toFixed(0),
      percent(of.rightAction.value),
      percent(of.top1.value),
      percent(of.top3.value),
      `${percent(of.underTriage.value)} (${percent(of.dangerous.value)})`,
      percent(of.aboveRight.value),
    ].join(' | ')} |`;
  });
  // Backstride's own end, on the runners of the curves.
  const own = scoresOfRunners(
    (results.get('stop own') ?? []).flatMap((told, index) => (many.has(index) && told[0] ? [told[0]] : [])),
  );
  const reach = (name: string) => {
    const cut = LIMITS.findIndex(
      (_, index) => at(`curve ${name}`, index).rightAction.value >= own.rightAction.value,
    );
    if (cut < 0) {
      const best = LIMITS.map((_, index) => at(`curve ${name}`, index)).reduce((a, b) =>
        b.rightAction.value > a.rightAction.value ? b : a,
      );
      return `| ${NAMES[name]} | not reached: ${percent(best.rightAction.value)} % at best (${best.questions.mean.toFixed(1)} questions) | – | – | – |`;
    }
    const of = at(`curve ${name}`, cut);
    const ratio = (a: number, b: number) => (a / b).toFixed(2);
    return `| ${NAMES[name]} | ${of.questions.mean.toFixed(1)} (${percent(of.rightAction.value)} %) | ${of.seconds.toFixed(0)} | ${ratio(own.questions.mean, of.questions.mean)} | ${ratio(own.seconds, of.seconds)} |`;
  };
  const text = `# Which question next: what was compared

Written by \`npm run compare\`; do not edit. Runners are drawn from the model (knowledge ${version}, seed ${SEED}), the same for every rule; what this
cannot show is in [method](method.md). Safety questions are asked under every rule.

Right action (%) · right cause among the first three (%) · questions asked, mean · their seconds, when every interview is cut at so
many questions (safety questions are asked all the same); ${at('curve own', 0).runners} runners, so differences below 3 points are chance:

| next question by | ${LIMITS.map((limit) => (limit === 0 ? 'safety alone' : limit)).join(' | ')} |
|---|${LIMITS.map(() => '---').join('|')}|
${rows.join('\n')}

![Right action by number of questions and by seconds](images/questions.svg)

With their stop rules, ${at('stop own', 0).runners} runners:

| rule | questions, mean | median | seconds | right action | cause first | first three | too low (and needs care within days) | too high |
|---|---|---|---|---|---|---|---|---|
${ends.join('\n')}

To reach the right-action rate with which Backstride stops (${percent(own.rightAction.value)} % after ${own.questions.mean.toFixed(1)} questions and ${own.seconds.toFixed(0)} seconds, on
the runners of the first table), the smallest limit that does:

| rule | questions (right action) | seconds | Backstride's questions, as a share | Backstride's seconds, as a share |
|---|---|---|---|---|
${Object.keys(NAMES)
  .filter((name) => name !== 'own' && name !== 'two-steps')
  .map(reach)
  .join('\n')}
`;
  await writeFile(new URL('../docs/questions.md', import.meta.url), text);
  await writeFile(new URL('../docs/images/questions.svg', import.meta.url), plot(at));
  console.log(text);
}

type Point = readonly [number, number];

/** Two panels: right action against questions, and against seconds. */
function plot(at: (key: string, count: number) => ReturnType<typeof scoresOfRunners>): string {
  const lines = ['own', 'information', 'action-a-second', 'edges-cut', 'fixed'];
  const dashes = ['', '6 3', '2 3', '8 3 2 3', '1 4'];
  const colours = ['#0b5394', '#b45309', '#15803d', '#7e22ce', '#57534e'];
  const scores = lines.map((name) => LIMITS.map((_, count) => at(`curve ${name}`, count)));
  const rates = scores.flat().map(({ rightAction }) => rightAction.value * 100);
  const low = Math.floor(Math.min(...rates) / 2) * 2;
  const high = Math.ceil(Math.max(...rates) / 2) * 2;
  const seconds = Math.ceil(Math.max(...scores.flat().map((one) => one.seconds)) / 50) * 50;
  const panel = (
    left: number,
    most: number,
    step: number,
    label: string,
    points: readonly (readonly Point[])[],
  ) => {
    const x = (value: number) => left + (value / most) * 320;
    const y = (value: number) => 300 - ((value - low) / (high - low)) * 250;
    const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
    const levels = Array.from({ length: (high - low) / 2 + 1 }, (_, index) => low + index * 2);
    return [
      ...levels.map(
        (value) =>
          `<path d="M${left} ${y(value).toFixed(1)}h320" stroke="#d6d3d1"/><text x="${left - 6}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end">${value}</text>`,
      ),
      ...ticks.map(
        (value) => `<text x="${x(value).toFixed(1)}" y="318" text-anchor="middle">${value}</text>`,
      ),
      `<text x="${left + 160}" y="338" text-anchor="middle">${label}</text>`,
      ...points.map(
        (line, index) =>
          `<polyline fill="none" stroke="${colours[index]}" stroke-width="2" stroke-dasharray="${dashes[index]}" points="${line.map(([a, b]) => `${x(a).toFixed(1)},${y(b).toFixed(1)}`).join(' ')}"/>`,
      ),
    ].join('\n');
  };
  const against = (of: (one: ReturnType<typeof scoresOfRunners>) => number) =>
    scores.map((line) => line.map((one): Point => [of(one), one.rightAction.value * 100]));
  const legend = lines.map(
    (name, index) =>
      `<path d="M${60 + (index % 2) * 380} ${362 + Math.floor(index / 2) * 20}h30" stroke="${colours[index]}" stroke-width="2" stroke-dasharray="${dashes[index]}"/><text x="${96 + (index % 2) * 380}" y="${366 + Math.floor(index / 2) * 20}">${name === 'action-a-second' ? 'information about the urgency, a second' : NAMES[name]}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 820 420" font-family="sans-serif" font-size="12" role="img" aria-label="Right action in per cent, by number of questions and by seconds of questions, for five rules">
<rect width="820" height="420" fill="#fff"/>
<text x="60" y="30" font-weight="bold">Right action, %</text>
${panel(
  60,
  20,
  5,
  'questions after the screens, mean',
  against((one) => one.questions.mean),
)}
${panel(
  470,
  seconds,
  50,
  'seconds of questions, mean',
  against((one) => one.seconds),
)}
${legend.join('\n')}
</svg>
`;
}
