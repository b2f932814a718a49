// One command line: finds the command, reads its arguments, runs it and says the exit code.

import { readFileSync } from 'node:fs';
import { helpOf, readArguments } from './command.ts';
import { COMMANDS, type ListedCommand } from './commands.ts';
import { EXIT, EXIT_CODES_HELP, type ExitCode } from './exit-codes.ts';
import { didYouMean } from './nearest.ts';
import { columns, complain, print } from './terminal.ts';
import { indented, table, wrap } from './text.ts';

const TAGLINE =
  'Asks a runner with pain at the back of the thigh the questions that matter, says how urgent it is and ' +
  'what it could be, and where every number comes from.';

/** Runs `backstride …args`. */
export async function runCommandLine(args: readonly string[]): Promise<ExitCode> {
  const [first, second] = args;
  if (first === undefined) {
    complain(await overview(COMMANDS));
    return EXIT.badInput;
  }
  if (first === '--help' || first === '-h' || first === 'help') {
    print(await overview(COMMANDS));
    return EXIT.done;
  }
  if (first === '--version' || first === '-v') {
    print(version());
    return EXIT.done;
  }
  const two = findCommand(`${first} ${second ?? ''}`);
  const listed = two ?? findCommand(first);
  if (!listed) return notFound(first, second);
  const command = await listed.load();
  const read = readArguments(command, args.slice(two ? 2 : 1));
  if (!read.ok) {
    complain(`${read.refusal}\nSee: backstride ${command.name} --help`);
    return EXIT.badInput;
  }
  if (read.value === 'help') {
    print(helpOf(command));
    return EXIT.done;
  }
  return command.run(read.value);
}

function findCommand(words: string): ListedCommand | undefined {
  return COMMANDS.find((command) => command.name === words);
}

/** `knowledge` alone names a group: its help is the list of its commands. */
async function notFound(first: string, second: string | undefined): Promise<ExitCode> {
  const group = COMMANDS.filter((command) => command.name.startsWith(`${first} `));
  if (group.length > 0 && (second === '--help' || second === '-h')) {
    print(await overview(group));
    return EXIT.done;
  }
  if (group.length > 0 && second === undefined) {
    complain(await overview(group));
    return EXIT.badInput;
  }
  const words = group.length > 0 ? `${first} ${second}` : first;
  const names = COMMANDS.map(({ name }) => name);
  complain(`There is no command ${words}. ${didYouMean(words, names)}`.trim());
  complain('See: backstride --help');
  return EXIT.badInput;
}

async function overview(listed: readonly ListedCommand[]): Promise<string> {
  const width = columns();
  const commands = await Promise.all(listed.map(({ load }) => load()));
  const rows = commands.map(({ name, summary }) => [name, summary]);
  return [
    'Usage: backstride COMMAND [options]',
    '',
    wrap(TAGLINE, width),
    'It cannot examine anyone, and no clinician has reviewed it.',
    '',
    'Commands:',
    indented(table(['', ''], rows, width - 2).join('\n')),
    '',
    'Every command explains itself: backstride COMMAND --help',
    'Version: backstride --version',
    '',
    'Exit codes:',
    indented(EXIT_CODES_HELP),
  ].join('\n');
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return `backstride ${(manifest as { version: string }).version}`;
}
