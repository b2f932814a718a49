// The sessions of a plan as a calendar file on standard output.

import { createHash } from 'node:crypto';
import { icalendarFrom } from '../connect/index.ts';
import type { KnowledgeBase } from '../knowledge/index.ts';
import { type PlanView, sessionsFor } from '../recover/index.ts';
import { addDays } from '../vocabulary/index.ts';
import type { Given } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { complain } from './terminal.ts';

/** Days that it reaches ahead: sessions are those of today's step, so further would promise too much. */
const DAYS = 14;

/** Prints the calendar, byte for byte; a plan that is not open has none, and the reason goes to standard error. */
export function printCalendar(knowledge: KnowledgeBase, plan: PlanView, given: Given): ExitCode {
  if (plan.kind !== 'open') {
    complain(`There is nothing to put into a calendar. ${plan.because}`);
    return EXIT.failed;
  }
  const at = given.text('at');
  const sessions = sessionsFor(plan, plan.today, addDays(plan.today, DAYS - 1));
  try {
    const file = icalendarFrom(knowledge, plan, sessions, {
      // There is no place to keep a random name, so one that follows from cause and first day, and shows neither.
      calendar: createHash('sha256').update(plan.id).digest('hex').slice(0, 32),
      now: new Date().toISOString(),
      discreet: given.has('discreet'),
      restDays: given.has('rest-days'),
      ...(at === undefined ? {} : { at }),
    });
    process.stdout.write(file);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    complain(error.message);
    return EXIT.badInput;
  }
  return EXIT.done;
}
