// The texts of the knowledge that runners read, and only those: never an id, a code, a number, a source or an author's note.
// One walk serves all: what is translated, what a dictionary may hold, and the order in which a device gets it. Named key by
// key, because the same key is a text in one place and an id in another (`action`, `stop`, `rules`).

import type { TriageLevel } from '../vocabulary/index.ts';
import type { Area } from './authored-language.ts';
import type { Forbids, SourcedText } from './basis.ts';
import type { Condition, Finding, Gate, KnowledgeBase, LevelText, RedFlag } from './knowledge-base.ts';
import type {
  CheckInMeasure,
  ClearanceGate,
  Criterion,
  Dose,
  Exercise,
  Ladder,
  LeftOut,
  Limit,
  Plan,
  RecoveryKnowledge,
  Stage,
  Variant,
} from './recovery-knowledge.ts';
import type { TrainingKnowledge } from './training-knowledge.ts';

/** Says a text anew; `area` is the part of the knowledge that it stands in. */
export type Saying = (text: string, area: Area) => string;

/** The same knowledge with every text said anew. */
export function withTexts(knowledge: KnowledgeBase, say: Saying): KnowledgeBase {
  const levels = knowledge.levels;
  const level = (one: LevelText) =>
    said(one, say, 'levels', ['title', 'action', 'where', 'safetyNet', 'recheck']);
  return {
    ...knowledge,
    findings: knowledge.findings.map((one) => finding(one, say)),
    conditions: knowledge.conditions.map((one) => condition(one, say)),
    presentations: knowledge.presentations.map((one) =>
      // The name of what is like nothing in particular is a mark, not a text.
      one.id.endsWith('/atypical') ? one : said(one, say, 'care', ['name']),
    ),
    redFlags: knowledge.redFlags.map((one) => redFlag(one, say)),
    gates: knowledge.gates.map((one) => gate(one, say)),
    screens: knowledge.screens.map((one) => said(one, say, 'screens', ['title', 'intro', 'section', 'none'])),
    levels: {
      emergency: level(levels.emergency),
      'same-day': level(levels['same-day']),
      'within-days': level(levels['within-days']),
      routine: level(levels.routine),
      'self-care': level(levels['self-care']),
    } satisfies Record<TriageLevel, LevelText>,
    places: knowledge.places.map((one) => ({
      ...said(one, say, 'levels', ['name']),
      ...(one.urgent ? { urgent: said(one.urgent, say, 'levels', ['name']) } : {}),
    })),
    recovery: recovery(knowledge.recovery, say),
    ...(knowledge.training ? { training: training(knowledge.training, say) } : {}),
  };
}

/** Every text by its area, each once, in the order of the knowledge. */
export function textsOf(knowledge: KnowledgeBase): ReadonlyMap<string, Area> {
  const texts = new Map<string, Area>();
  withTexts(knowledge, (text, area) => {
    if (!texts.has(text)) texts.set(text, area);
    return text;
  });
  return texts;
}

/** A copy of a thing with these of its keys said anew; a list of texts counts as many. */
function said<Thing extends object>(
  one: Thing,
  say: Saying,
  area: Area,
  keys: readonly (keyof Thing)[],
): Thing {
  const copy = { ...one };
  for (const key of keys) {
    const value: unknown = one[key];
    if (typeof value === 'string') copy[key] = say(value, area) as Thing[typeof key];
    else if (Array.isArray(value))
      copy[key] = value.map((text: string) => say(text, area)) as Thing[typeof key];
  }
  return copy;
}

function finding(one: Finding, say: Saying): Finding {
  const { selfTest } = one;
  return {
    ...said(one, say, 'findings', ['short', 'question', 'hint', 'why', 'item']),
    states: one.states.map((state) => ({
      ...said(state, say, 'findings', ['label', 'hint', 'says']),
      ...(state.parts ? { parts: state.parts.map((part) => said(part, say, 'findings', ['label'])) } : {}),
    })),
    ...(selfTest
      ? {
          selfTest: {
            ...said(selfTest, say, 'findings', ['steps', 'stop', 'accuracy']),
            ...(selfTest.figure
              ? { figure: selfTest.figure.map((position) => said(position, say, 'findings', ['says'])) }
              : {}),
          },
        }
      : {}),
  };
}

function condition(one: Condition, say: Saying): Condition {
  const texts = (all: readonly SourcedText[]) => all.map((text) => said(text, say, 'care', ['text']));
  return {
    ...said(said(one, say, 'care', ['name', 'summary']), say, 'clinical-names', ['clinicalName']),
    forbids: forbids(one.forbids, say, 'care'),
    now: one.now.map((advice) => said(advice, say, 'care', ['text'])),
    avoid: texts(one.avoid),
    getHelp: texts(one.getHelp),
    outlook: said(one.outlook, say, 'care', ['text']),
  };
}

function redFlag(one: RedFlag, say: Saying): RedFlag {
  return {
    ...said(one, say, 'red-flags', ['name', 'because']),
    doNow: one.doNow.map((line) => said(line, say, 'red-flags', ['text'])),
    forbids: forbids(one.forbids, say, 'red-flags'),
  };
}

function gate(one: Gate, say: Saying): Gate {
  return {
    ...said(one, say, 'gates', ['name', 'opens', 'safetyOnly']),
    effects: one.effects.map((effect) => said(effect, say, 'gates', ['text', 'ifUnknown'])),
    tell: one.tell.map((text) => said(text, say, 'gates', ['text'])),
  };
}

function forbids(all: readonly Forbids[], say: Saying, area: Area): readonly Forbids[] {
  return all.map((rule) => said(rule, say, area, ['because']));
}

function recovery(all: RecoveryKnowledge, say: Saying): RecoveryKnowledge {
  const text = (one: SourcedText) => said(one, say, 'recovery', ['text']);
  return {
    ...all,
    exercises: all.exercises.map((one) => exercise(one, say)),
    ladders: all.ladders.map(
      (one): Ladder => ({
        ...said(one, say, 'recovery', ['name', 'rules']),
        steps: one.steps.map((step) => said(step, say, 'recovery', ['text'])),
      }),
    ),
    plans: all.plans.map((one) => plan(one, say)),
    measures: all.measures.map((one): CheckInMeasure => said(one, say, 'recovery', ['label', 'question'])),
    limits: limits(all.limits, say),
    rules: Object.fromEntries(Object.entries(all.rules).map(([id, one]) => [id, text(one)])),
    stopRules: all.stopRules.map((one) => said(one, say, 'recovery', ['text'])),
    kit: all.kit.map((one) => said(one, say, 'recovery', ['name', 'substitute'])),
    careKit: all.careKit.map((one) => said(one, say, 'recovery', ['name', 'substitute'])),
    clearances: all.clearances.map((one) => said(one, say, 'recovery', ['says'])),
    ...(all.early ? { early: text(all.early) } : {}),
    ...(all.older ? { older: text(all.older) } : {}),
  };
}

function exercise(one: Exercise, say: Saying): Exercise {
  return {
    ...said(said(one, say, 'recovery', ['name', 'start', 'end', 'steps', 'tip']), say, 'clinical-names', [
      'clinicalName',
    ]),
    dose: dose(one.dose, say),
    figure: {
      ...one.figure,
      positions: one.figure.positions.map((position) => said(position, say, 'recovery', ['says'])),
    },
    easier: said(one.easier, say, 'recovery', ['text']),
    harder: said(one.harder, say, 'recovery', ['text']),
  };
}

function dose(one: Dose, say: Saying): Dose {
  return said(one, say, 'recovery', ['load', 'tempo']);
}

function plan(one: Plan, say: Saying): Plan {
  return {
    ...said(one, say, 'recovery', ['name', 'summary']),
    ...(one.clearance ? { clearance: clearance(one.clearance, say) } : {}),
    forbids: forbids(one.forbids, say, 'recovery'),
    leaveOut: leftOut(one.leaveOut, say),
    limits: limits(one.limits, say),
    variants: one.variants.map(
      (variant): Variant => ({
        ...said(variant, say, 'recovery', ['name']),
        ...(variant.clearance ? { clearance: clearance(variant.clearance, say) } : {}),
        leaveOut: leftOut(variant.leaveOut, say),
      }),
    ),
    stages: one.stages.map((here) => stage(here, say)),
  };
}

function stage(one: Stage, say: Saying): Stage {
  const texts = (all: readonly SourcedText[]) => all.map((text) => said(text, say, 'recovery', ['text']));
  return {
    ...said(one, say, 'recovery', ['name', 'aim']),
    enter: criteria(one.enter, say),
    leave: criteria(one.leave, say),
    exercises: one.exercises.map((item) => ({ ...item, dose: dose(item.dose, say) })),
    running: said(one.running, say, 'recovery', ['text']),
    cross: one.cross.map((text) => said(text, say, 'recovery', ['text'])),
    daily: texts(one.daily),
    avoid: texts(one.avoid),
  };
}

function clearance(one: ClearanceGate, say: Saying): ClearanceGate {
  return said(one, say, 'recovery', ['because']);
}

function criteria(all: readonly Criterion[], say: Saying): readonly Criterion[] {
  return all.map((one) => said(one, say, 'recovery', ['says']));
}

function limits(all: readonly Limit[], say: Saying): readonly Limit[] {
  return all.map((one) => said(one, say, 'recovery', ['because']));
}

function leftOut(all: readonly LeftOut[], say: Saying): readonly LeftOut[] {
  return all.map((one) => said(one, say, 'recovery', ['because']));
}

function training(all: TrainingKnowledge, say: Saying): TrainingKnowledge {
  const texts = (some: readonly SourcedText[]) => some.map((text) => said(text, say, 'training', ['text']));
  const { rules, measures, prevention } = all;
  const mapped = <Key extends string, Value>(
    record: Readonly<Record<Key, Value>>,
    change: (value: Value) => Value,
  ) =>
    Object.fromEntries(Object.entries<Value>(record).map(([key, value]) => [key, change(value)])) as Readonly<
      Record<Key, Value>
    >;
  return {
    ...all,
    absolute: texts(all.absolute),
    limits: texts(all.limits),
    rules: mapped(rules, (one) => said(one, say, 'training', ['title', 'means', 'todo'])),
    measures: mapped(measures, (one) => said(one, say, 'training', ['name', 'window', 'how'])),
    beliefs: all.beliefs.map((one) => ({ ...said(one, say, 'training', ['belief']), says: texts(one.says) })),
    prevention: {
      ...said(prevention, say, 'training', ['notFor']),
      parts: prevention.parts.map((one) => ({
        ...said(one, say, 'training', ['name', 'aim', 'onlyIf']),
        lines: texts(one.lines),
      })),
    },
  };
}
