// `schemas`: writes the JSON Schemas that editors read when an author writes YAML, or checks that they are
// up to date.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_KINDS } from '../knowledge/index.ts';
import { type Command, type Given, KNOWLEDGE_OPTION } from './command.ts';
import { schemaText } from './editor-schema.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { knowledgeFolder, pathFromHere } from './open-knowledge.ts';
import { print } from './terminal.ts';
import { count } from './text.ts';

export const SCHEMAS_COMMAND: Command = {
  name: 'schemas',
  summary: 'Write the JSON Schemas for editors to knowledge/schemas; --check compares only.',
  about: [
    'A knowledge file that begins with # yaml-language-server: $schema=../schemas/condition.schema.json ' +
      'is completed and underlined by editors with YAML support.',
  ],
  operands: [],
  options: [
    {
      name: 'check',
      means: 'Write nothing; exit with 1 when a file is missing, differs or is one too many.',
    },
    KNOWLEDGE_OPTION,
  ],
  run: runSchemas,
};

async function runSchemas(given: Given): Promise<ExitCode> {
  const folder = join(knowledgeFolder(given), 'schemas');
  const files = FILE_KINDS.map((kind) => ({ name: `${kind}.schema.json`, text: schemaText(kind) }));
  const shown = (name: string) => pathFromHere(join(folder, name));
  if (!given.has('check')) {
    await mkdir(folder, { recursive: true });
    for (const { name, text } of files) await writeFile(join(folder, name), text);
    print(`Wrote ${count(files.length, 'schema')} to ${shown('')}.`);
    return EXIT.done;
  }
  const present: readonly string[] = await readdir(folder).catch(() => []);
  const wrong: string[] = [];
  for (const { name, text } of files) {
    if (!present.includes(name)) wrong.push(`${shown(name)} is missing`);
    else if ((await readFile(join(folder, name), 'utf8')) !== text) wrong.push(`${shown(name)} differs`);
  }
  for (const name of present) {
    if (!files.some((file) => file.name === name)) wrong.push(`${shown(name)} belongs to no kind of file`);
  }
  if (wrong.length === 0) {
    print(`${count(files.length, 'schema')}, all up to date.`);
    return EXIT.done;
  }
  print(wrong.join('\n'));
  print('To do: npm run schemas, and remove what belongs to no kind.');
  return EXIT.failed;
}
