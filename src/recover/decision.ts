// A decision about one date, and how it is put into words: the sentence of the rule, with the limit's reason in it.

import type { Basis, DayRule, KnowledgeBase, Limit } from '../knowledge/index.ts';
import type { Answers, LocalDate, TriageLevel } from '../vocabulary/index.ts';
import type { Log } from './log.ts';
import type { Route } from './route.ts';
import type { Runner } from './runner.ts';
import { levelOf, type Standing } from './standing.ts';
import { type RecoverWords, recoverEnglish } from './words/en.ts';

export const DECISIONS = ['advance', 'hold', 'step-back', 'pause', 'see-someone'] as const;
export type DecisionKind = (typeof DECISIONS)[number];

export interface Decision {
  readonly date: LocalDate;
  readonly kind: DecisionKind;
  /** Id of a limit of the plan or of a rule of the day. */
  readonly rule: string;
  readonly reason: string;
  readonly basis: Basis;
  /** Of the limit that was hit on that day, where one was. */
  readonly colour?: Limit['colour'];
  /** Where the runner stands after it: index into the route's levels. */
  readonly level: number;
  readonly stage: string;
  /** Step of the stage's ladder, from 1. */
  readonly step?: number;
  /** Set while the plan is locked. */
  readonly locked?: TriageLevel;
}

/** Everything that a course is worked out from. */
export interface Setting {
  readonly knowledge: KnowledgeBase;
  readonly route: Route;
  readonly runner: Pick<Runner, 'age'>;
  readonly answers: Answers;
  readonly log: Log;
  /** English without it. */
  readonly words?: RecoverWords;
}

export type Sayer = (
  kind: DecisionKind,
  rule: DayRule,
  standing: Standing,
  with_?: { readonly limit?: Limit | undefined; readonly what?: string | undefined },
) => Decision;

/** Puts a decision into words: the sentence of the rule, with the limit's reason in it where one was hit. */
export function sayer({ knowledge, route }: Setting, date: LocalDate): Sayer {
  return (kind, rule, standing, about = {}) => {
    const text = knowledge.recovery.rules[rule];
    const what = about.limit?.because ?? about.what ?? standing.lock?.what ?? '';
    const level = levelOf(route, standing);
    const limit = about.limit?.id ?? (kind === 'see-someone' ? standing.lock?.limit : undefined);
    return {
      date,
      kind,
      rule: limit ?? rule,
      reason: (text?.text ?? '{what}').replace('{what}', what.replace(/\.$/, ending(text?.text ?? ''))),
      basis: about.limit?.basis ?? text?.basis ?? { sources: [], certainty: 'estimate' },
      ...(about.limit ? { colour: about.limit.colour } : {}),
      level: standing.level,
      stage: route.stages[level.stage]?.stage.id ?? '',
      ...(level.step === undefined ? {} : { step: level.step + 1 }),
      ...(standing.lock ? { locked: standing.lock.level } : {}),
    };
  };
}

/** A full stop of the inserted text stays only where the sentence does not bring its own. */
function ending(text: string): string {
  return /\{what\}[.:]/.test(text) ? '' : '.';
}

export function nameOf({ route, words = recoverEnglish }: Setting, standing: Standing): string {
  const level = levelOf(route, standing);
  const stage = route.stages[level.stage];
  const step = level.step === undefined ? undefined : stage?.steps[level.step];
  return step && stage
    ? words.stepOf(stage.stage.name, (level.step ?? 0) + 1, stage.steps.length)
    : (stage?.stage.name ?? '');
}
