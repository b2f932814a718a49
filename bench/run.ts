// `npm run bench -- <suite> [--json] [--minutes N]`: measures one part of the house beside its peers. Without a name it lists the
// suites.

import { parseArgs } from 'node:util';
import type { Suite } from './rows.ts';
import { tableOf } from './rows.ts';

const suites: Readonly<Record<string, () => Promise<Suite>>> = {
  engine: async () => (await import('./engine/suite.ts')).engineSuite,
  import: async () => (await import('./import/suite.ts')).importSuite,
  page: async () => (await import('./page/suite.ts')).pageSuite,
  server: async () => (await import('./server/suite.ts')).serverSuite,
};

const asked = askedIn(process.argv.slice(2));
if (!asked) {
  console.error(
    `Expected npm run bench -- <suite> [--json] [--minutes N], found "${process.argv.slice(2).join(' ')}". Suites: ${Object.keys(suites).join(', ')}.`,
  );
  process.exit(2);
}
const suite = await asked.load();
// Progress goes to stderr, so that --json leaves nothing but JSON on stdout.
const rows = await suite((line) => console.error(line), asked.options);
console.log(asked.isJson ? JSON.stringify({ rows }, null, 2) : tableOf(rows));
process.exitCode = rows.some((row) => row.met === false) ? 1 : 0;

function askedIn(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, minutes: { type: 'string' } },
    });
    const load = suites[positionals[0] ?? ''];
    const minutes = values.minutes === undefined ? undefined : Number(values.minutes);
    const isTime = minutes === undefined || (minutes > 0 && minutes <= 600);
    if (!load || positionals.length > 1 || !isTime) return undefined;
    return { load, isJson: values.json, options: minutes === undefined ? {} : { minutes } };
  } catch {
    return undefined;
  }
}
