// The interview in a terminal. The engine says what to ask; this prints it, reads the reply and keeps the
// moments passed through, so that the last answer can be taken back. Answers live in memory and nowhere
// else.

import { type Assessment, assess } from '../assess/index.ts';
import type { KnowledgeBase, Place } from '../knowledge/index.ts';
import type { Answers, FindingId } from '../vocabulary/index.ts';
import type { Line, Lines } from './lines.ts';
import { type Asked, introduction, promptFor, reasonFor } from './prompts.ts';
import { type Reply, readState, readTicks } from './replies.ts';
import { print } from './terminal.ts';
import { wrap } from './text.ts';

export type InterviewEnd =
  | { readonly kind: 'result'; readonly answers: Answers; readonly assessment: Assessment }
  | Left;

/** The interview was left before there was a result. */
interface Left {
  readonly kind: 'quit' | 'interrupted' | 'input-ended';
}

/** What has been said up to a point. */
interface Moment {
  readonly answers: Answers;
  /** Findings of tick lists that the runner wants to be asked one by one. */
  readonly alone: ReadonlySet<FindingId>;
}

/** Conducts the interview until the engine stops, the runner quits or the input ends. */
export async function interviewInTerminal(
  knowledge: KnowledgeBase,
  place: Place,
  lines: Lines,
  width: number,
): Promise<InterviewEnd> {
  print(introduction(place, width));
  const passed: Moment[] = [];
  let moment: Moment = { answers: {}, alone: new Set() };
  for (;;) {
    const assessment = assess(knowledge, moment.answers);
    const asked = askedNow(assessment, moment);
    if (!asked) return { kind: 'result', answers: moment.answers, assessment };
    print(`\n${promptFor(asked, assessment, knowledge, width)}`);
    const reply = await replyTo(asked, lines, passed.length > 0, width);
    switch (reply.kind) {
      case 'answers':
        passed.push(moment);
        moment = {
          answers: { ...moment.answers, ...reply.answers },
          alone: new Set([...moment.alone, ...reply.alone]),
        };
        break;
      case 'back':
        moment = passed.pop() ?? moment;
        break;
      default:
        return reply;
    }
  }
}

function askedNow({ next }: Assessment, { alone }: Moment): Asked | undefined {
  if (next.kind === 'stop') return undefined;
  if (next.kind === 'question') return next;
  const finding = next.open.find(({ id }) => alone.has(id));
  return finding ? { kind: 'alone', finding, section: next.screen.section } : next;
}

type Outcome = Extract<Reply, { kind: 'answers' }> | { readonly kind: 'back' } | Left;

/** Asks until the reply is plain; says why when asked. */
async function replyTo(asked: Asked, lines: Lines, canGoBack: boolean, width: number): Promise<Outcome> {
  for (;;) {
    const line = await lines.ask('> ');
    if (line.kind !== 'line') return { kind: line.kind === 'end' ? 'input-ended' : 'interrupted' };
    const reply = read(line, asked);
    if (reply.kind === 'answers') return reply;
    if (reply.kind === 'quit') return { kind: 'quit' };
    if (reply.kind === 'back' && canGoBack) return { kind: 'back' };
    if (reply.kind === 'why') print(`\n${reasonFor(asked, width)}\n`);
    else print(wrap(reply.kind === 'unclear' ? reply.say : 'This is the first question.', width));
  }
}

function read(line: Extract<Line, { kind: 'line' }>, asked: Asked): Reply {
  return asked.kind === 'screen' ? readTicks(line.text, asked.open) : readState(line.text, asked.finding);
}
