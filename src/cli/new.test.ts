import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SCAFFOLD_KINDS } from './scaffolds.ts';
import { folderWith, removeFolders, TINY } from './test-knowledge.ts';
import { run } from './test-run.ts';

afterAll(removeFolders);

const check = (folder: string) => run(['knowledge', 'check', '--knowledge', folder]);

describe('new', () => {
  it.each(SCAFFOLD_KINDS)('makes a %s that is refused only where its author must decide', (kind) => {
    const folder = folderWith(TINY);
    const made = run(['new', kind, 'my-own', '--knowledge', folder]);
    expect(made).toMatchObject({ code: 0, err: '' });
    const path = join(folder, `${kind}s`, 'my-own.yaml');
    const text = readFileSync(path, 'utf8').split('\n');
    expect(text[0]).toBe(`# yaml-language-server: $schema=../schemas/${kind}.schema.json`);

    const { code, out } = check(folder);
    expect(code).toBe(1);
    const places = [...out.matchAll(/^(.*):(\d+)$/gm)];
    const refused = places.map(([, , line]) => text[Number(line) - 1] ?? '');
    expect(new Set(places.map(([, file]) => file))).toEqual(new Set([path]));
    // Every open key is asked for, once, and nothing else is.
    expect(refused.toSorted()).toEqual(text.filter((_, line) => isOpen(text, line)).toSorted());
  });

  it('makes a source that is right once it is filled in and cited', () => {
    const folder = folderWith(TINY);
    run(['new', 'source', 'page', '--knowledge', folder]);
    const path = join(folder, 'sources', 'page.yaml');
    const filled = readFileSync(path, 'utf8')
      .replace('kind:', 'kind: book')
      .replace('authors:', 'authors: N')
      .replace('year: undecided', 'year: null')
      .replace('title:', 'title: T')
      .replace('read:', 'read: full');
    writeFileSync(path, filled);
    expect(check(folder).out).toContain('a source that something cites');
    const flag = join(folder, 'red-flags', 'numb-seat.yaml');
    writeFileSync(flag, readFileSync(flag, 'utf8').replace('source: book', 'source: [book, page]'));
    expect(check(folder)).toMatchObject({ code: 0 });
  });

  it('never overwrites', () => {
    const folder = folderWith(TINY);
    const path = join(folder, 'conditions', 'strain.yaml');
    const { code, err } = run(['new', 'condition', 'strain', '--knowledge', folder]);
    expect(code).toBe(2);
    expect(err).toContain('is there already');
    expect(readFileSync(path, 'utf8')).toBe(TINY['conditions/strain.yaml']);
  });

  it.each(['Sore Back', '../evil', 'sore_back', '1st', '', 'a'.repeat(49)])('refuses the id "%s"', (id) => {
    const folder = folderWith({});
    const { code, err } = run(['new', 'finding', '--knowledge', folder, '--', id]);
    expect(code).toBe(2);
    expect(err).toContain('lower-case words joined by hyphens');
    expect(existsSync(join(folder, 'findings'))).toBe(false);
  });

  it('refuses an unknown kind', () => {
    expect(run(['new', 'conditon', 'x']).err).toContain('Did you mean condition?');
  });
});

/** Nothing but a comment stands behind the key or dash of this line, and nothing of its own below it. */
function isOpen(text: readonly string[], line: number): boolean {
  const here = text[line] ?? '';
  if (/^ *\w+: undecided/.test(here)) return true;
  if (!/^ *(?:- )?(?:\w+:|-)(?: +#.*)?$/.test(here)) return false;
  const next = text.slice(line + 1).find((one) => !/^ *(?:#.*)?$/.test(one));
  return next === undefined || depthOf(next) <= depthOf(here.replace('- ', '  '));
}

function depthOf(line: string): number {
  return line.length - line.trimStart().length;
}

describe('schemas', () => {
  it('writes a schema for each kind of file; notices one that differs, is missing or is too many', () => {
    const folder = folderWith(TINY);
    const schemas = (...args: string[]) => run(['schemas', '--knowledge', folder, ...args]);
    expect(schemas('--check').code).toBe(1);
    expect(schemas()).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(join(folder, 'schemas')).sort()).toEqual([
      'condition.schema.json',
      'exercise.schema.json',
      'finding.schema.json',
      'forecast.schema.json',
      'gate.schema.json',
      'guide.schema.json',
      'interview.schema.json',
      'ladder.schema.json',
      'language.schema.json',
      'model.schema.json',
      'plan.schema.json',
      'recovery.schema.json',
      'red-flag.schema.json',
      'source.schema.json',
      'study.schema.json',
      'training.schema.json',
    ]);
    expect(schemas('--check').code).toBe(0);
    expect(check(folder).code).toBe(0);
    appendFileSync(join(folder, 'schemas', 'source.schema.json'), ' ');
    writeFileSync(join(folder, 'schemas', 'mood.schema.json'), '{}');
    const { code, out } = schemas('--check');
    expect(code).toBe(1);
    expect(out).toContain('source.schema.json differs');
    expect(out).toContain('mood.schema.json belongs to no kind');
  });
});
