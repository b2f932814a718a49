// A button that times a hold, or runs with walks in between. Without the script it stays hidden and nothing is missing: the
// words beside it say the same.

import { html } from 'hono/html';
import type { Dose } from '../../knowledge/index.ts';
import type { Session } from '../../recover/index.ts';
import { english, type Words } from '../words/index.ts';
import type { Html } from './html.ts';

/** Seconds to settle before each hold. A choice of ours for the timer, not a part of any dose. */
const SETTLE_SECONDS = 5;

/** For holds of a dose: the lower end of each range; nothing where there is nothing to hold. */
export function holdTimer({ sets, reps, holdSeconds }: Dose, { timer } = english): Html | '' {
  if (!holdSeconds) return '';
  const rounds = (sets?.from ?? 1) * (reps?.from ?? 1);
  const seconds = Math.round(holdSeconds.from);
  return html`<p><button type="button" class="secondary" data-timer="${seconds}" data-rounds="${rounds}" data-rest="${SETTLE_SECONDS}" data-ready="${SETTLE_SECONDS}" data-words="${spoken(timer, timer.ready, timer.hold, timer.rest)}" hidden>${timer.holds(rounds, seconds)}</button></p>`;
}

/** For the runs of a session; nothing for a run without walks. */
export function runTimer({ intervals }: NonNullable<Session['run']>, { timer } = english): Html | '' {
  if (!intervals) return '';
  const { walkFirst = 0, times, run, walk = 0 } = intervals;
  const seconds = (minutes: number) => Math.round(minutes * 60);
  return html`<p><button type="button" class="secondary" data-timer="${seconds(run)}" data-rounds="${times}" data-rest="${seconds(walk)}" data-ready="${seconds(walkFirst)}" data-words="${spoken(timer, timer.walk, timer.run, timer.walk)}" hidden>${timer.runs}</button></p>`;
}

/** What the timer says: before, in and between, and the names of its buttons. */
function spoken({ script }: Words['timer'], first: string, work: string, between: string): string {
  return JSON.stringify({ first, work, between, ...script });
}
