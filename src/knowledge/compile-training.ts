// From a checked training.yaml to the TrainingKnowledge.

import type { AuthoredTraining } from './authored-training.ts';
import { type Based, basisOf, optional, parameterOf } from './compile-basis.ts';
import type { TrainingKnowledge } from './training-knowledge.ts';

/** Compiles what the checker has passed; undefined for a wing without training.yaml. */
export function compileTraining(written: AuthoredTraining | undefined): TrainingKnowledge | undefined {
  if (!written) return undefined;
  // The checker has seen that no key is missing.
  const mapped = <Key extends string, From, To>(
    all: Readonly<Record<string, From>>,
    compile: (from: From) => To,
  ) =>
    Object.fromEntries(Object.entries(all).map(([key, value]) => [key, compile(value)])) as Readonly<
      Record<Key, To>
    >;
  return {
    figures: mapped(written.figures, parameterOf),
    bands: written.bands.map((one) => ({
      above: one.above,
      ...optional('upTo', one.upTo),
      hazardRatio: one.hazardRatio,
      low: one.low,
      high: one.high,
      basis: basisOf(one),
    })),
    absolute: written.absolute.map(sourced),
    limits: written.limits.map(sourced),
    rules: mapped(written.rules, ({ title, means, todo, support, ...rest }) => ({
      title,
      means,
      todo,
      support,
      basis: basisOf(rest),
    })),
    measures: mapped(written.measures, ({ name, window, how, ...rest }) => ({
      name,
      window,
      how,
      basis: basisOf(rest),
    })),
    beliefs: written.beliefs.map(({ says, ...rest }) => ({ ...rest, says: says.map(sourced) })),
    prevention: {
      notFor: written.prevention.notFor,
      review: written.prevention.review,
      parts: written.prevention.parts.map((part) => ({
        id: part.id,
        name: part.name,
        aim: part.aim,
        ...optional('onlyIf', part.onlyIf),
        lines: part.lines.map(sourced),
        exercises: part.exercises.map(({ exercise, weeks }) => ({
          exercise,
          weeks: weeks.map((one) => ({
            from: one.from,
            timesAWeek: one.timesAWeek,
            sets: one.sets,
            ...optional('reps', one.reps),
            ...optional('seconds', one.seconds),
            ...optional('metres', one.metres),
            basis: basisOf(one),
          })),
        })),
        basis: basisOf(part),
      })),
    },
  };
}

function sourced(written: Based & { readonly text: string }) {
  return { text: written.text, basis: basisOf(written) };
}
