// The compiled knowledge as one JSON text, for programs that use the engine as a library.

import { type Command, KNOWLEDGE_OPTION } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { openKnowledge } from './open-knowledge.ts';
import { print } from './terminal.ts';

export const EXPORT: Command = {
  name: 'knowledge export',
  summary: 'Print the compiled knowledge as one JSON text.',
  about: ['It is what the library takes, see docs/library.md; the app serves the same at /knowledge.json.'],
  operands: [],
  options: [KNOWLEDGE_OPTION],
  run: async (given) => {
    const opened = await openKnowledge(given);
    if (!opened.ok) return opened.refusal;
    print(JSON.stringify(opened.value));
    return EXIT.done;
  },
};
