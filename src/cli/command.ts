// A command describes itself once; reading its arguments and writing its help both follow from that.

import { parseArgs } from 'node:util';
import { ok, type Result, refuse } from '../vocabulary/index.ts';
import type { ExitCode } from './exit-codes.ts';
import { didYouMean } from './nearest.ts';
import { columns } from './terminal.ts';
import { indented, table, wrap } from './text.ts';

export interface Option {
  readonly name: string;
  /** What stands for the value in the help; an option without it is a switch. */
  readonly value?: string;
  readonly means: string;
}

export interface Operand {
  readonly name: string;
  readonly optional?: boolean;
  /** Takes as many as are given; only the last one may. */
  readonly many?: boolean;
}

/** What was given on the command line, already fit for the command. */
export interface Given {
  readonly operands: readonly string[];
  readonly text: (option: string) => string | undefined;
  readonly has: (option: string) => boolean;
}

export interface Command {
  /** One or two words: `assess`, `knowledge show`. */
  readonly name: string;
  readonly summary: string;
  /** Paragraphs of help. */
  readonly about: readonly string[];
  readonly operands: readonly Operand[];
  readonly options: readonly Option[];
  readonly run: (given: Given) => Promise<ExitCode>;
}

export const KNOWLEDGE_OPTION: Option = {
  name: 'knowledge',
  value: 'DIR',
  means: 'Folder with the knowledge; without it the one of this package.',
};

export const JSON_OPTION: Option = { name: 'json', means: 'Print JSON instead of text.' };

const HELP = { help: { type: 'boolean', short: 'h' } } as const;

/** Reads arguments as the command wants them; the refusal says in one or two sentences what is wrong. */
export function readArguments(command: Command, args: readonly string[]): Result<Given | 'help', string> {
  const options = Object.fromEntries(
    command.options.map(({ name, value }) => [
      name,
      { type: value ? ('string' as const) : ('boolean' as const) },
    ]),
  );
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...args], options: { ...options, ...HELP }, allowPositionals: true });
  } catch (error) {
    return refuse(usageProblem(command, error));
  }
  const { values, positionals } = parsed;
  if (values.help === true) return ok('help');
  const needed = command.operands.filter((operand) => !operand.optional);
  const missing = needed.slice(positionals.length).map((operand) => operand.name);
  if (missing.length > 0)
    return refuse(`${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing.`);
  const surplus = command.operands.at(-1)?.many ? [] : positionals.slice(command.operands.length);
  if (surplus.length > 0) return refuse(`${surplus.join(' ')} is more than this command takes.`);
  const text = (option: string) => {
    const value = values[option];
    return typeof value === 'string' ? value : undefined;
  };
  return ok({ operands: positionals, text, has: (option) => values[option] !== undefined });
}

function usageProblem(command: Command, error: unknown): string {
  if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')))
    throw error;
  const unknown = /^Unknown option '(--?[^']+)'/.exec(error.message)?.[1];
  if (unknown === undefined) return (error.message.split('\n')[0] ?? '').replace(/\.?$/, '.');
  const known = [...command.options.map(({ name }) => `--${name}`), '--help'];
  return `There is no option ${unknown}. ${didYouMean(unknown, known)}`.trim();
}

/** `backstride knowledge show [options] ID` */
export function usageOf(command: Command): string {
  const operands = command.operands.map(({ name, optional, many }) => {
    const shown = many ? `${name}…` : name;
    return optional ? `[${shown}]` : shown;
  });
  const options = command.options.length > 0 ? ['[options]'] : [];
  return ['backstride', command.name, ...options, ...operands].join(' ');
}

/** The help of one command. */
export function helpOf(command: Command): string {
  const width = columns();
  const options = [...command.options, { name: 'help', means: 'Print this help (also -h).' }];
  const rows = options.map(({ name, value, means }: Option) => [
    `--${name}${value ? ` ${value}` : ''}`,
    means,
  ]);
  return [
    `Usage: ${usageOf(command)}`,
    '',
    ...command.about.map((paragraph) => `${wrap(paragraph, width)}\n`),
    'Options:',
    indented(table(['', ''], rows, width - 2).join('\n')),
  ].join('\n');
}
