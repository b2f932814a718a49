// The project's real knowledge: what the engine needs of it on the wire, and how soon it can ask.

import { assess, networkOf } from '../../src/assess/index.ts';
import { readKnowledge } from '../../src/store/index.ts';
import { below, type Row } from '../rows.ts';

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
  const waits: number[] = [];
  for (let round = 0; round < 5; round++) {
    const fresh = structuredClone(read.value);
    const from = process.threadCpuUsage();
    networkOf(fresh);
    assess(fresh, {});
    const { user, system } = process.threadCpuUsage(from);
    waits.push((user + system) / 1000);
  }
  const wait = waits.sort((a, b) => a - b)[2] ?? Number.NaN;
  return [
    below('numbers of the real knowledge, gzip', size, 40, 'kB'),
    below(
      'real knowledge loaded: to the first question',
      wait,
      10,
      'ms',
      'lays out everything, then assesses',
    ),
  ];
}
