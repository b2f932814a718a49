// `npm run tables`: what follows from the knowledge for telling causes apart, as tables for authors in docs/tables. With
// --check it compares instead. Nothing in there is authored: numbers are changed in knowledge/, then this is run again.

import { leadingPairs, type Pair, type Separation, separationsOf } from '../src/evaluate/index.ts';
import type { Condition } from '../src/knowledge/index.ts';
import { readKnowledge } from '../src/store/index.ts';
import { writeOrCheck } from './generated.ts';

const FOLDER = 'docs/tables';
const BEST = 3;
/** Ratios between ½ and 2 change a probability so little that they are seldom worth a question. */
const WORTH_A_LINE = 2;

const loaded = await readKnowledge();
if (!loaded.ok) {
  console.error('The knowledge does not load. Run `npm run check:knowledge`.');
  process.exit(1);
}
const knowledge = loaded.value;
const tables = leadingPairs(knowledge).map((pair) => ({
  ...pair,
  separations: separationsOf(knowledge, ...pair.conditions),
}));
type Table = (typeof tables)[number];

const files = new Map([
  [`${FOLDER}/README.md`, overview()],
  [`${FOLDER}/questions.md`, byQuestion()],
  ...[...new Set(tables.map(({ conditions: [first] }) => first))].map((first): [string, string] => [
    `${FOLDER}/${first.id}.md`,
    allOf(first),
  ]),
]);
await writeOrCheck(files, 'npm run tables', FOLDER);

function overview(): string {
  const of = (because: Pair['because']) => tables.filter((table) => table.because === because);
  return `# Which question tells which causes apart

Written by \`npm run tables\` from \`knowledge/\`; do not edit, and do not cite: nothing here is authored or measured, it only
shows what the authored numbers amount to. Most of them are estimates. \`npm run check:tables\` compares.

A **likelihood ratio** (×) is how many times as common an answer is with the first cause as with the second: × 4 makes the
first four times as probable against the second, × 0.25 the second. Answers are those *reported*, misreporting included
(\`misreport\` in model.yaml); a cause is taken alone and with all its presentations. **Bits** say how much a question is
expected to tell about which of the two it is when both are as probable: 0 nothing, 1 everything. **Certainty** is the
weakest among the numbers behind a ratio, first cause / second cause. Ratios of questions of one \`group\` must not be multiplied.

- Each pair with all its questions: the link of the pair. Each question with its pairs: [questions.md](questions.md).
- Compared are the ${new Set(of('probable').flatMap(({ conditions }) => conditions)).size} most probable causes with each other, and every cause that can be an emergency or need care the same day
  with the four causes it is most easily taken for (largest √(P·P) · Π Σ √(p·p), the Bhattacharyya bound of confusing the two).
- Where even the best questions of a pair carry few bits, answers alone hardly tell the two apart.

## The most probable causes

${bestTable(of('probable'))}

## Serious causes and what they are taken for

${bestTable(of('mimic'))}
`;
}

function bestTable(chosen: readonly Table[]): string {
  const cell = (one: Separation | undefined) => (one ? `${one.finding.id} ${bits(one)}` : '–');
  return markdown(
    ['pair', 'best question, bits', 'second', 'third'],
    chosen.map(({ conditions: [a, b], separations }) => [
      `[${a.id} / ${b.id}](${a.id}.md#${b.id})`,
      ...Array.from({ length: BEST }, (_, place) => cell(separations[place])),
    ]),
  );
}

function byQuestion(): string {
  const rows = knowledge.findings.map(({ id }) => {
    const best = tables
      .flatMap(({ conditions: [a, b], separations }) => {
        const one = separations.slice(0, BEST).find(({ finding }) => finding.id === id);
        return one ? [{ name: `${a.id} / ${b.id}`, one }] : [];
      })
      .sort((x, y) => y.one.bits - x.one.bits);
    return { id, best };
  });
  const useful = rows.filter(({ best }) => best.length > 0).sort((a, b) => b.best.length - a.best.length);
  const others = rows.filter(({ best }) => best.length === 0).map(({ id }) => id);
  const sections = useful.map(
    ({ id, best }) =>
      `## ${id}: ${best.length} ${best.length === 1 ? 'pair' : 'pairs'}\n\n${best.map(({ name, one }) => `- ${bits(one)} ${name}`).join('\n')}\n`,
  );
  return `# Which pairs each question tells apart

Written by \`npm run tables\`; do not edit. How to read it: [README.md](README.md). A pair stands here when the question is one of the
three that tell most about it; the figure is bits.

${sections.join('\n')}
## Among the best three of no pair here

${others.join(', ')}.

They may still fire a red flag, guard an advice, or tell rarer causes apart.
`;
}

function allOf(first: Condition): string {
  const sections = tables.filter(({ conditions: [a] }) => a === first).map(section);
  return `# ${first.id}: ${first.name}

Written by \`npm run tables\`; do not edit. How to read it: [README.md](README.md).

${sections.join('\n')}`;
}

function section({ conditions: [a, b], separations }: Table): string {
  const telling = separations.filter(({ ratios }) =>
    ratios.some((ratio) => ratio >= WORTH_A_LINE || ratio <= 1 / WORTH_A_LINE),
  );
  const rows = telling.map((one) => [one.finding.id, bits(one), ratiosOf(one), certaintyOf(one)]);
  return `<a id="${b.id}"></a>

## against ${b.id}

× is ${a.id} over ${b.id}. No answer of the other ${knowledge.findings.length - telling.length} questions is twice as common with one as with the other.

${markdown(['question', 'bits', 'answers', 'certainty'], rows)}
`;
}

function ratiosOf({ finding, ratios }: Separation): string {
  return finding.states.map(({ id }, state) => `${id} ×${twoDigits(ratios[state] ?? 1)}`).join(', ');
}

function certaintyOf({ certainties: [a, b] }: Separation): string {
  return a === b ? a : `${a} / ${b}`;
}

function bits(one: Separation): string {
  return one.bits.toFixed(2);
}

function twoDigits(ratio: number): string {
  return String(Number(ratio.toPrecision(2)));
}

function markdown(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
