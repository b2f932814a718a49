// Which exercise of a part of the plan for runners without pain falls on which day. A week is counted from the first day; so many times
// a week are spread over it as evenly as days allow, and an exercise that is done less often than others takes the first of the
// part's days. Limits: it is a proposal, for which days somebody runs fast is not known here; the text of the part says what to keep
// apart.

import type { PreventionDose, PreventionPart } from '../knowledge/index.ts';
import { addDays, type LocalDate } from '../vocabulary/index.ts';

export interface PreventionDay {
  readonly date: LocalDate;
  /** From 1. */
  readonly week: number;
  readonly exercises: readonly { readonly exercise: string; readonly dose: PreventionDose }[];
}

/** The days of a part over so many weeks, in their order. */
export function preventionDays(
  { exercises }: PreventionPart,
  first: LocalDate,
  weeks: number,
): readonly PreventionDay[] {
  return Array.from({ length: weeks }, (_, index) => index + 1).flatMap((week) => {
    const doses = exercises.flatMap(({ exercise, weeks: ramp }) => {
      const dose = ramp.findLast(({ from }) => from <= week);
      return dose ? [{ exercise, dose }] : [];
    });
    const times = Math.max(0, ...doses.map(({ dose }) => dose.timesAWeek));
    return Array.from({ length: times }, (_, nth) => ({
      date: addDays(first, (week - 1) * 7 + Math.floor((nth * 7) / times)),
      week,
      exercises: doses.filter(({ dose }) => nth < dose.timesAWeek),
    }));
  });
}
