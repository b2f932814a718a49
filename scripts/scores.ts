// `npm run scores`: scores the published cases and writes cases/scores.md. With --check it compares instead, so that a
// change of the knowledge that moves a case is seen in the commit that moves it.

import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = new URL('../cases/scores.md', import.meta.url);

const { status, stdout, stderr } = spawnSync(
  process.execPath,
  ['src/cli/main.ts', 'evaluate', 'cases/published.jsonl'],
  { cwd: root, encoding: 'utf8', env: { ...process.env, COLUMNS: '110', NO_COLOR: '1' } },
);
if (status !== 0) {
  console.error(stderr);
  process.exit(1);
}

const text = `# Scores on the published cases

Written by \`npm run scores\`; do not edit. The same figures: \`npm run -s backstride -- evaluate cases/published.jsonl\`.
These cases may be tuned on, so the scores flatter. What each figure means: [docs/method.md](../docs/method.md).

\`\`\`
${stdout.trimEnd()}
\`\`\`
`;

if (!process.argv.includes('--check')) {
  await writeFile(file, text);
  console.log('Wrote cases/scores.md.');
} else if ((await readFile(file, 'utf8').catch(() => '')) === text) {
  console.log('cases/scores.md is what the knowledge gives.');
} else {
  console.error(
    'cases/scores.md is not what the knowledge gives now. Run `npm run scores`, read the difference, commit it.',
  );
  process.exit(1);
}
