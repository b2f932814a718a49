// From what a runner typed to what it means. Nothing is guessed: what is not plain is asked again, and an
// empty line never counts as "none of these".

import type { Finding, State } from '../knowledge/index.ts';
import { type Answers, type FindingId, UNSURE } from '../vocabulary/index.ts';

export type Reply =
  | {
      readonly kind: 'answers';
      readonly answers: Answers;
      /** Findings of a tick list to be asked one by one. */
      readonly alone: readonly FindingId[];
    }
  | { readonly kind: 'back' | 'why' | 'quit' }
  | { readonly kind: 'unclear'; readonly say: string };

/** Reads the reply to a tick list: numbers, `0` for none, `?` for not sure about the others. */
export function readTicks(text: string, findings: readonly Finding[]): Reply {
  const words = wordsOf(text);
  const asked = askedFor(words);
  if (asked) return asked;
  const example = `Type the numbers that are true (for example 1,3), 0 for none, or ? if you are not sure.`;
  if (words.length === 0) return { kind: 'unclear', say: example };
  const numbers = words.filter((word) => word !== '?');
  const wrong = numbers.filter((word) => !/^\d+$/.test(word) || Number(word) > findings.length);
  if (wrong.length > 0) return { kind: 'unclear', say: `${wrong.join(', ')} is not in the list. ${example}` };
  const ticked = new Set(numbers.map(Number));
  if (ticked.has(0) && words.length > 1) {
    return { kind: 'unclear', say: '0 means none of these, so it stands alone. Which is it?' };
  }
  const isTicked = (index: number) => ticked.has(index + 1);
  const unticked = findings.filter((_, index) => !isTicked(index));
  const unsure = words.includes('?');
  const yes = findings.filter((_, index) => isTicked(index)).map(({ id }) => [id, 'yes']);
  const no = unsure ? [] : unticked.map(({ id }) => [id, 'no']);
  return {
    kind: 'answers',
    answers: Object.fromEntries([...yes, ...no]),
    alone: unsure ? unticked.map(({ id }) => id) : [],
  };
}

/** Reads the reply to a question: the number of a state, or `u` for not sure. */
export function readState(text: string, finding: Finding): Reply {
  const words = wordsOf(text);
  const asked = askedFor(words);
  if (asked) return asked;
  const [word] = words;
  if (words.length === 1 && (word === 'u' || word === '?')) return oneAnswer(finding, UNSURE);
  const state: State | undefined = /^\d+$/.test(word ?? '') ? finding.states[Number(word) - 1] : undefined;
  if (words.length === 1 && state) return oneAnswer(finding, state.id);
  return {
    kind: 'unclear',
    say: `Type one number from 1 to ${finding.states.length}, or u if you are not sure.`,
  };
}

function oneAnswer(finding: Finding, answer: string): Reply {
  return { kind: 'answers', answers: { [finding.id]: answer }, alone: [] };
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replaceAll('?', ' ? ')
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
}

function askedFor(words: readonly string[]): Reply | undefined {
  if (words.length !== 1) return undefined;
  switch (words[0]) {
    case 'b':
    case 'back':
      return { kind: 'back' };
    case 'w':
    case 'why':
      return { kind: 'why' };
    case 'q':
    case 'quit':
      return { kind: 'quit' };
    default:
      return undefined;
  }
}
