// From a posted form to answers, or to errors that say what to do. Nothing here trusts the browser.

import type { Finding, Screen } from '../knowledge/index.ts';
import { NONE, NOT_SURE, type Words } from '../pages/index.ts';
import {
  type Answer,
  type Answers,
  isSide,
  ok,
  type Result,
  refuse,
  type Spot,
  type Spots,
  UNSURE,
} from '../vocabulary/index.ts';
import type { Form } from './read-body.ts';

export type Given = Readonly<Record<string, Answer>>;
/** Messages by finding id, or `screen`. */
export type FormErrors = Readonly<Record<string, string>>;

export interface QuestionAnswer {
  readonly given: Given;
  readonly spots: Spots;
}

/** Reads the answer to one question; on the body picture it may name a part of a place, and the side stands beside it. */
export function readQuestion({ forms }: Words, form: Form, finding: Finding): Result<QuestionAnswer, string> {
  const answers = form.getAll('answer');
  if (answers.length === 0) return refuse(forms.choose);
  const [answer] = answers;
  const part = finding.states.find(({ parts }) => parts?.some(({ id }) => id === answer));
  const known = [...finding.states.map((state) => state.id), UNSURE];
  const chosen = part?.id ?? answer;
  if (answers.length > 1 || typeof chosen !== 'string' || !known.includes(chosen)) {
    return refuse(forms.chooseHere);
  }
  const spot: Spot = { ...(part ? { part: String(answer) } : {}), ...readSide(form, finding) };
  return ok({
    given: {
      ...(finding.sides && spot.side === 'both' ? { [finding.sides.both]: 'yes' } : {}),
      [finding.id]: chosen,
    },
    spots: { [finding.id]: spot },
  });
}

/** The side that was told; nothing where it is not asked for, was left out or is none. */
export function readSide(form: Form, { sides }: Finding): Pick<Spot, 'side'> {
  const side = form.get('side');
  return sides && isSide(side) ? { side } : {};
}

export interface ScreenAnswers {
  readonly given: Given;
  /** The runner was not sure: the rest is asked one by one. */
  readonly askEach: boolean;
}

/** Reads a screen as one list of tick boxes; `before` is what was said about it earlier. */
export function readScreen(
  { forms }: Words,
  form: Form,
  screen: Screen,
  before: Answers,
): Result<ScreenAnswers, FormErrors> {
  const ticked = form.getAll('found').map(String);
  const allowed = new Set([...screen.findings, NONE, NOT_SURE]);
  if (ticked.some((value) => !allowed.has(value))) return refuse({ screen: forms.onlyLines });
  if (ticked.length === 0) return refuse({ screen: forms.tick(screen.none) });
  const found = ticked.filter((value) => value !== NONE && value !== NOT_SURE);
  if (ticked.includes(NONE) && (found.length > 0 || ticked.includes(NOT_SURE))) {
    return refuse({ screen: forms.notBoth(screen.none) });
  }
  const yes = Object.fromEntries(found.map((id) => [id, 'yes']));
  if (ticked.includes(NOT_SURE)) {
    // A tick that was taken away is no "yes" any more, and not yet a "no".
    const doubted = screen.findings.filter((id) => before[id] === 'yes' && !found.includes(id));
    return ok({
      given: { ...Object.fromEntries(doubted.map((id) => [id, UNSURE])), ...yes },
      askEach: true,
    });
  }
  const no = Object.fromEntries(screen.findings.filter((id) => !found.includes(id)).map((id) => [id, 'no']));
  return ok({ given: { ...no, ...yes }, askEach: false });
}

export interface EachAnswers {
  /** What was answered, also when something is missing. */
  readonly given: Given;
  /** Empty when nothing is missing. */
  readonly errors: FormErrors;
}

/** Reads a screen on which every finding was asked on its own; all must be answered. */
export function readEach({ forms }: Words, form: Form, findings: readonly Finding[]): EachAnswers {
  const errors: Record<string, string> = {};
  const given: Record<string, Answer> = {};
  for (const finding of findings) {
    const answer = form.get(`answer-${finding.id}`);
    if (answer === 'yes' || answer === 'no' || answer === UNSURE) given[finding.id] = answer;
    else errors[finding.id] = forms.chooseEach(finding.short);
  }
  return { given, errors };
}
