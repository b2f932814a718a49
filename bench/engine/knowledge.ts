// The project's real knowledge: what the engine needs of it on the wire, and how soon it can ask.

import { assess, beliefOf, interview, networkOf, standing, uncertaintyOf } from '../../src/assess/index.ts';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import { readKnowledge } from '../../src/store/index.ts';
import { UNSURE } from '../../src/vocabulary/index.ts';
import { below, type Row, type Spread, shown, spreadOf } from '../rows.ts';
import { spent } from './timing.ts';

export async function knowledgeRows(
  compress: (text: string, options: { level: number }) => Buffer,
  say: (line: string) => void,
): Promise<readonly Row[]> {
  const read = await readKnowledge();
  if (!read.ok) {
    say('The knowledge has mistakes; run npm run check:knowledge.');
    return [];
  }
  // Only numbers and ids: what asks and counts. Words come page by page.
  const numeric = {
    findings: read.value.findings.map(({ id, states, combines, group, misreport, background, effort }) => [
      id,
      states.map((state) => state.id),
      combines,
      group,
      misreport,
      background,
      effort,
    ]),
    conditions: read.value.conditions.map(({ id, prior }) => [id, prior]),
    presentations: read.value.presentations.map(({ condition, share, triage, likelihoods }) => [
      condition,
      share,
      triage,
      Object.entries(likelihoods).map(([finding, { p }]) => [
        read.value.findings.findIndex(({ id }) => id === finding),
        p.map((one) => Number(one.toPrecision(6))),
      ]),
    ]),
    pairings: read.value.pairings.map(({ conditions, times }) => [conditions, times]),
    rules: read.value.redFlags.map(({ id, level, when, suspects, share }) => [
      id,
      level,
      when,
      suspects,
      share?.value,
    ]),
    model: read.value.model,
  };
  const size = compress(JSON.stringify(numeric), { level: 9 }).length / 1000;
  const first = timeOnFresh(read.value, (fresh) => standing(fresh, {}));
  const all = timeOnFresh(read.value, (fresh) => assess(fresh, {}));
  return [
    below('numbers of the real knowledge, gzip', size, 40, 'kB'),
    below(
      'real knowledge loaded: to the first question',
      first.median,
      10,
      'ms',
      'as the app asks it: the first lists hang on no probability',
    ),
    shown('real knowledge loaded: everything laid out and assessed', all, undefined, 'ms'),
    rangesRow(read.value),
  ];
}

/** After an interview of somebody who says no to everything: each probability's range from two hundred knowledge bases. */
function rangesRow(knowledge: KnowledgeBase): Row {
  const { answers } = interview(knowledge, ({ states }) =>
    states.some(({ id }) => id === 'no') ? 'no' : UNSURE,
  );
  const network = networkOf(knowledge);
  const belief = beliefOf(network, answers);
  const times = Array.from({ length: 21 }, () => {
    const from = process.threadCpuUsage();
    uncertaintyOf(network, answers, belief);
    return spent(from) / 1000;
  });
  const { median } = spreadOf(times.slice(1));
  return below('the ranges of all probabilities, 200 draws', median, 30, 'ms');
}

/** Milliseconds of the processor, each time with knowledge that nothing has been worked out for. */
function timeOnFresh(knowledge: KnowledgeBase, run: (fresh: KnowledgeBase) => unknown): Spread {
  const times = Array.from({ length: 5 }, () => {
    const fresh = structuredClone(knowledge);
    const from = process.threadCpuUsage();
    run(fresh);
    return spent(from) / 1000;
  });
  return spreadOf(times);
}
