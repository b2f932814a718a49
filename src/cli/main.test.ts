import { spawn } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { COMMANDS } from './commands.ts';
import { nearest } from './nearest.ts';
import { folderWith, removeFolders, TINY } from './test-knowledge.ts';
import { MAIN, run } from './test-run.ts';
import { table, wrap } from './text.ts';

afterAll(removeFolders);

describe('the command line', () => {
  it('prints every command and the exit codes with --help', () => {
    const { code, out } = run(['--help']);
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(out).toContain(`\n  ${name}`);
    for (const exit of ['0 ', '1 ', '2 ', '130 ']) expect(out).toContain(`\n  ${exit}`);
  });

  it.each(COMMANDS.map(({ name }) => name))('explains %s with --help', (name) => {
    const long = run([...name.split(' '), '--help']);
    expect(long).toMatchObject({ code: 0, err: '' });
    expect(long.out).toContain(`Usage: backstride ${name}`);
  });

  it.each(COMMANDS)('lists $name under the name that it has', async ({ name, load }) => {
    expect((await load()).name).toBe(name);
  });

  it('takes -h for --help', () => {
    expect(run(['-h']).out).toBe(run(['--help']).out);
    expect(run(['evaluate', '-h'])).toEqual(run(['evaluate', '--help']));
  });

  it('prints the version of the package with --version', () => {
    const { code, out } = run(['--version']);
    expect(code).toBe(0);
    expect(out).toMatch(/^backstride \d+\.\d+\.\d+\n$/);
  });

  it.each([
    { args: [], says: 'Usage' },
    { args: ['asess'], says: 'Did you mean assess?' },
    { args: ['knowledge'], says: 'knowledge check' },
    { args: ['knowledge', 'chek'], says: 'Did you mean knowledge check?' },
    { args: ['assess', '--answer', 'x.json'], says: 'Did you mean --answers?' },
    { args: ['assess', 'x.json'], says: 'x.json is more than this command takes' },
    { args: ['assess', '--answers'], says: '--answers' },
    { args: ['assess', '--json'], says: '--answers' },
    { args: ['evaluate'], says: 'FILE is missing' },
    { args: ['evaluate', 'x', '--max-questions', 'many'], says: 'whole number' },
    { args: ['new', 'condition'], says: 'ID is missing' },
    { args: ['serve', '--port', '70000'], says: '0 to 65535' },
    { args: ['knowledge', 'check', '--knowledge', '/nowhere/at/all'], says: 'a folder with knowledge' },
  ])('refuses bad usage with exit code 2 and says why: $args', ({ args, says }) => {
    const { code, out, err } = run(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(says);
  });

  it('ends quietly when the reader of its output goes away', async () => {
    const child = spawn(process.execPath, [MAIN, 'knowledge', 'list', '--knowledge', folderWith(TINY)]);
    let complaints = '';
    child.stderr.on('data', (part) => {
      complaints += part;
    });
    child.stdout.destroy();
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
  });
});

describe('words and tables', () => {
  it('finds the nearest known words', () => {
    expect(nearest('onest', ['onset', 'press', 'age'])).toEqual(['onset']);
    expect(nearest('avulsion', ['proximal-hamstring-avulsion', 'sciatica'])).toEqual([
      'proximal-hamstring-avulsion',
    ]);
    expect(nearest('zzzzzz', ['onset', 'press'])).toEqual([]);
  });

  it('wraps lines to the width and never loses a word', () => {
    const text = 'one two three four five six seven';
    const lines = wrap(text, 12, '- ', '  ').split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(12);
    expect(lines.map((line) => line.slice(2)).join(' ')).toBe(text);
  });

  it('narrows the widest column of a table until it fits', () => {
    const lines = table(['id', 'text'], [['a', 'word '.repeat(30).trim()]], 40);
    expect(lines[0]).toBe('id  text');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(lines.join(' ').match(/word/g)).toHaveLength(30);
  });
});
