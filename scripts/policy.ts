// `npm run policy`: every path to *emergency* and to *same-day* through the screens and questions, walked and written to
// docs/paths.md for people to audit. With --check it compares instead.

import { readFile, writeFile } from 'node:fs/promises';
import { lostPaths, type Path, pathsTo } from '../src/evaluate/index.ts';
import { findingById, type KnowledgeBase } from '../src/knowledge/index.ts';
import { readKnowledge } from '../src/store/index.ts';
import type { TriageLevel } from '../src/vocabulary/index.ts';

const file = new URL('../docs/paths.md', import.meta.url);
const loaded = await readKnowledge();
if (!loaded.ok) throw new Error('The knowledge does not load: npm run check:knowledge');
const knowledge = loaded.value;

const emergency = pathsTo(knowledge, 'emergency');
const sameDay = pathsTo(knowledge, 'same-day');
const lost = lostPaths(knowledge, [...emergency, ...sameDay]);
const text = `# Every path to *emergency* and *same-day*

Written by \`npm run policy\`; do not edit. The answers that are enough to fire each red flag, no fewer, and where they are asked. Each path
was walked: an interview with somebody who answers so and otherwise as most people do. A path with a self-test is there only for those
who do it. Red flags act on answers alone; the probabilities can raise the advice further (\`raise\` in knowledge/model.yaml), never lower it.

${emergency.length} paths to emergency, ${sameDay.length} to same-day; ${lost.length === 0 ? 'none is lost on the way.' : `LOST ON THE WAY: ${lost.map(({ flag }) => flag.id).join(', ')}.`}

${section('emergency', emergency)}
${section('same-day', sameDay)}`;

if (lost.length > 0) console.error(`Lost on the way: ${lost.map(({ flag }) => flag.id).join(', ')}`);
if (!process.argv.includes('--check')) {
  await writeFile(file, text);
  console.log('Wrote docs/paths.md.');
} else if ((await readFile(file, 'utf8').catch(() => '')) === text) {
  console.log('docs/paths.md is what the knowledge gives.');
} else {
  console.error(
    'docs/paths.md is not what the knowledge gives now. Run `npm run policy`, read the difference, commit it.',
  );
  process.exit(1);
}

function section(level: TriageLevel, paths: readonly Path[]): string {
  const flags = [...new Set(paths.map(({ flag }) => flag))];
  return [
    `## ${knowledge.levels[level].title}\n`,
    ...flags.map((flag) => {
      const own = paths.filter((path) => path.flag === flag);
      return [
        `### ${flag.name} (${flag.code})\n`,
        ...own.map((path) => `- ${lineOf(knowledge, path)}`),
        '',
      ].join('\n');
    }),
  ].join('\n');
}

function lineOf(base: KnowledgeBase, { answers, asked, screens }: Path): string {
  const parts = [...answers].map(([id, states]) => {
    const finding = findingById(base, id);
    const labels = states.map((state) => finding?.states.find((one) => one.id === state)?.label ?? state);
    return `${finding?.short ?? id}: ${labels.join(' or ').toLowerCase()} (${whereAsked(base, id)})`;
  });
  const questions = asked.filter(({ id }) => !base.first.includes(id)).length;
  return `${parts.join('; ')}. Walked: ${screens} of ${base.screens.length} screens, ${questions} ${questions === 1 ? 'question' : 'questions'}.`;
}

function whereAsked(base: KnowledgeBase, id: string): string {
  const at = base.screens.findIndex(({ findings }) => findings.includes(id));
  if (at >= 0) return `screen ${at + 1}`;
  if (base.first.includes(id)) return 'everybody';
  return findingById(base, id)?.kind === 'self-test' ? 'self-test' : 'question';
}
