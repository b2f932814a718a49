// Runners made up by the model answer the interview on the real server, and everything that goes over the line is written down, so that
// it can be sent again and so that the peer can give the same answers. Each runner differs: what a step costs hangs on what was said
// before. A step is what a telephone without scripts asks: the form is posted, the redirect is followed to the next question.

import { brotliDecompressSync } from 'node:zlib';
import { drawRunner, SELF_CONSISTENT } from '../../src/evaluate/index.ts';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import { NONE } from '../../src/pages/index.ts';
import { randomFrom } from '../../src/probability/index.ts';
import { type Answers, UNSURE } from '../../src/vocabulary/index.ts';
import { headerOf, type Line, type Reply } from './line.ts';
import { type Asked, requestOf } from './requests.ts';

export interface Exchange {
  readonly asked: Asked;
  readonly reply: Reply;
}

export interface Interviewed {
  /** By step the form that was posted and the question that came after it. */
  readonly steps: readonly { readonly post: Exchange; readonly question: Exchange }[];
  /** Where the interview ends, with the cookie that shows it. */
  readonly result: Exchange;
  /** What had been said after each step. */
  readonly answers: readonly Answers[];
}

const FORM = ['Origin: http://127.0.0.1'];

/** Interviews one runner. */
export async function interviewOf(line: Line, knowledge: KnowledgeBase, seed: number): Promise<Interviewed> {
  const { answers: says } = drawRunner(knowledge, { ...SELF_CONSISTENT, answered: 1 }, randomFrom(seed));
  let cookie = '';
  const exchange = async (asked: Asked): Promise<Exchange> => {
    const reply = await line.send(requestOf(asked));
    cookie = headerOf(reply, 'set-cookie')?.split(';')[0] ?? cookie;
    return { asked, reply };
  };
  const get = () => ({ method: 'GET', cookie, more: ['Cache-Control: max-age=0'] }) as const;
  const begun = await exchange({ method: 'POST', path: '/assess/start', body: '', more: FORM });
  let path = headerOf(begun.reply, 'location') ?? '';
  let question = await exchange({ ...get(), path });
  const answers: Record<string, string> = {};
  const after: Answers[] = [];
  const steps: { post: Exchange; question: Exchange }[] = [];
  for (;;) {
    const ask = askOf(question);
    const body = formOf(knowledge, ask, says, answers);
    after.push({ ...answers });
    const post = await exchange({ method: 'POST', path, cookie, body, more: FORM });
    if (post.reply.status !== 303) throw new Error(`The answer to ${ask} was refused: ${post.reply.status}.`);
    path = headerOf(post.reply, 'location') ?? '';
    if (!path.startsWith('/assess/step/')) {
      return { steps, result: await exchange({ ...get(), path: '/assess/result' }), answers: after };
    }
    question = await exchange({ ...get(), path });
    steps.push({ post, question });
  }
}

/** What a page asks. */
function askOf({ reply }: Exchange): string {
  const found = /name="ask" value="([^"]*)"/.exec(textOf(reply))?.[1];
  if (found === undefined) throw new Error('A page of the interview asks nothing.');
  return found;
}

/** The form as a browser sends it: on a list the lines that are ticked, or that none is. */
function formOf(
  { screens }: KnowledgeBase,
  ask: string,
  says: Answers,
  answers: Record<string, string>,
): string {
  const screen = screens.find(({ id }) => id === ask);
  if (!screen) {
    answers[ask] = says[ask] ?? UNSURE;
    return String(new URLSearchParams({ ask, answer: answers[ask] }));
  }
  const found = screen.findings.filter((id) => says[id] === 'yes');
  for (const id of screen.findings) answers[id] = found.includes(id) ? 'yes' : 'no';
  const ticked = found.length > 0 ? found : [NONE];
  return String(new URLSearchParams([['ask', ask], ...ticked.map((id) => ['found', id])]));
}

/** The page in an answer. */
export function textOf(reply: Reply): string {
  const isPacked = headerOf(reply, 'content-encoding') === 'br';
  return (isPacked ? brotliDecompressSync(reply.body) : reply.body).toString();
}
