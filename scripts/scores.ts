// `npm run scores`: plays the published cases and writes cases/scores.md (how good) and cases/outcomes.md (what came of each
// case). With --check it compares instead, so that a change of the knowledge that moves a case is seen in the commit that
// moves it.

import { readFile } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';
import { calibrationsText, summaryText } from '../src/cli/evaluate-report.ts';
import { type Outcome, type Outcomes, parseCases, playCases, scoresOf } from '../src/evaluate/index.ts';
import { readKnowledge } from '../src/store/index.ts';
import { isMoreUrgent } from '../src/vocabulary/index.ts';
import { writeOrCheck } from './generated.ts';

const WIDTH = 110;
/** Cases whose story was readable enough: the bars of the project are set there. */
const TOLD_WELL = ['moderate', 'rich'];

const loaded = await readKnowledge();
if (!loaded.ok) fail('The knowledge does not load. Run `npm run check:knowledge`.');
const knowledge = loaded.value;
const text = await readFile(new URL('../cases/published.jsonl', import.meta.url), 'utf8');
const parsed = parseCases(text, knowledge);
if (!parsed.ok)
  fail('The cases cannot be read. Run `npm run -s backstride -- evaluate cases/published.jsonl`.');
const outcomes = playCases(knowledge, parsed.value);
const toldWell = narrowed(({ case: { tags = [] } }) => TOLD_WELL.some((tag) => tags.includes(tag)));

await writeOrCheck(
  new Map([
    ['cases/scores.md', scoresPage()],
    ['cases/outcomes.md', outcomesPage()],
  ]),
  'npm run scores',
);

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function narrowed(keep: (outcome: Outcome) => boolean): Outcomes {
  return { 'all-answers': outcomes['all-answers'].filter(keep), interview: outcomes.interview.filter(keep) };
}

function scoresPage(): string {
  const all = scoresOf(knowledge, outcomes);
  const block = (content: string) => `\`\`\`\n${stripVTControlCharacters(content)}\n\`\`\``;
  return `# Scores on the published cases

Written by \`npm run scores\`; do not edit. The same figures: \`npm run -s backstride -- evaluate cases/published.jsonl\`.
These cases may be tuned on, so the scores flatter. What each figure means: [docs/method.md](../docs/method.md). What came of each
case: [outcomes.md](outcomes.md).

## All cases

${block(summaryText(all, WIDTH))}

## Cases told well enough (\`--detail ${TOLD_WELL.join(',')}\`)

${block(summaryText(scoresOf(knowledge, toldWell), WIDTH))}

## Calibration, all cases

${block(calibrationsText(all))}
`;
}

function outcomesPage(): string {
  const rows = outcomes['all-answers'].map((known, index) => {
    const asked = outcomes.interview[index];
    const { id, triage, conditions } = known.case;
    return `| ${[id, `${triage}: ${conditions.join(', ') || 'not covered'}`, told(known), asked ? told(asked) : '–'].join(' | ')} |`;
  });
  return `# What came of each published case

Written by \`npm run scores\`; do not edit. One line a case, so that a change of the knowledge shows which cases it moves. After the
urgency stand the first three causes with their probability in people of 100, rounded to tens. **Bold** is a right cause; no bold:
the right cause is not among the first three. ▼ the urgency is too low, ▲ too high.

| case | expected | with all answers | after the interview |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function told({ case: expected, triage, differential }: Outcome): string {
  const mark = isMoreUrgent(expected.triage, triage)
    ? '▼ '
    : isMoreUrgent(triage, expected.triage)
      ? '▲ '
      : '';
  const causes = differential.slice(0, 3).map(({ id, probability }) => {
    const name = expected.conditions.includes(id) ? `**${id}**` : id;
    return `${name} ${tens(probability)}`;
  });
  return `${mark}${triage}: ${causes.join(', ')}`;
}

/** Coarse on purpose: an edit elsewhere moves every probability a little, and that should not touch every line. */
function tens(probability: number): string {
  if (probability < 0.05) return '<5';
  return probability >= 0.95 ? '>95' : String(Math.round(probability * 10) * 10);
}
