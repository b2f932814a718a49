// `npm run bench -- <suite> [--json]`: measures one part of the house beside its peers. Without a name it lists the suites.

import type { Suite } from './rows.ts';
import { tableOf } from './rows.ts';

const suites: Readonly<Record<string, () => Promise<Suite>>> = {
  engine: async () => (await import('./engine/suite.ts')).engineSuite,
  import: async () => (await import('./import/suite.ts')).importSuite,
  page: async () => (await import('./page/suite.ts')).pageSuite,
};

const [name = '', ...options] = process.argv.slice(2);
const load = suites[name];
const unknown = options.filter((option) => option !== '--json');
if (!load || unknown.length > 0) {
  console.error(
    `Expected npm run bench -- <suite> [--json], found "${process.argv.slice(2).join(' ')}". Suites: ${Object.keys(suites).join(', ')}.`,
  );
  process.exit(2);
}
const suite = await load();
// Progress goes to stderr, so that --json leaves nothing but JSON on stdout.
const rows = await suite((line) => console.error(line));
console.log(options.includes('--json') ? JSON.stringify({ rows }, null, 2) : tableOf(rows));
process.exitCode = rows.some((row) => row.met === false) ? 1 : 0;
