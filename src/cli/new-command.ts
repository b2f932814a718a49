// `new`: the beginning of a knowledge file. What an author must decide is left empty, and `knowledge check`
// asks for exactly that.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Check } from 'typebox/value';
import { SCHEMAS } from '../knowledge/index.ts';
import { type Command, type Given, KNOWLEDGE_OPTION } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { didYouMean } from './nearest.ts';
import { knowledgeFolder, pathFromHere } from './open-knowledge.ts';
import { isScaffoldKind, SCAFFOLD_KINDS, scaffold } from './scaffolds.ts';
import { complain, print } from './terminal.ts';

export const NEW: Command = {
  name: 'new',
  summary: 'Begin a knowledge file: a condition, finding, red-flag, gate, source, exercise or plan.',
  about: [
    `KIND is ${SCAFFOLD_KINDS.join(', ')}. ID is lower-case words joined by hyphens and becomes the file ` +
      'name. Every required key is there; those that only you can fill in are empty, and knowledge check ' +
      'lists them. A file that is there already is left alone.',
  ],
  operands: [{ name: 'KIND' }, { name: 'ID' }],
  options: [KNOWLEDGE_OPTION],
  run: runNew,
};

async function runNew(given: Given): Promise<ExitCode> {
  const [kind = '', id = ''] = given.operands;
  if (!isScaffoldKind(kind)) {
    const hint = didYouMean(kind, SCAFFOLD_KINDS) || `Kinds: ${SCAFFOLD_KINDS.join(', ')}.`;
    complain(`There is no kind ${kind}. ${hint}`);
    return EXIT.badInput;
  }
  if (!Check(SCHEMAS.finding.properties.id, id)) {
    complain(
      `${id} is no id. Write lower-case words joined by hyphens, beginning with a letter, ` +
        'at most 48 characters.',
    );
    return EXIT.badInput;
  }
  const path = join(knowledgeFolder(given), `${kind}s`, `${id}.yaml`);
  const shown = pathFromHere(path);
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, scaffold(kind, id), { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    complain(`${shown} is there already and was left alone.`);
    return EXIT.badInput;
  }
  print(`${shown}\nFill in the empty keys; backstride knowledge check lists what is still open.`);
  return EXIT.done;
}
