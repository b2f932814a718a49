// The whole plan at a glance: the stages with what each needs, the coming week, what is left out and what would open it,
// when it may be over.

import { html } from 'hono/html';
import { leastDaysTo, levelOf, type OpenPlan, type Session } from '../../recover/index.ts';
import { addDays, type LocalDate } from '../../vocabulary/index.ts';
import type { Html } from '../components/html.ts';
import { criterion, listUnder, planLink, sourced } from '../knowledge/recovery-parts.ts';
import { dated, type RecoverPage, recoverFrame } from './parts.ts';
import { itemPart } from './today-page.ts';

export interface OverviewPage extends RecoverPage {
  readonly plan: OpenPlan;
  readonly week: readonly Session[];
  /** What is left out, why, and what would open it; as sentences. */
  readonly opens: readonly string[];
  readonly forecast: readonly string[];
}

export function overviewPage(view: OverviewPage): Html {
  const { plan, knowledge, week, opens, forecast } = view;
  const { route, course } = plan;
  const at = levelOf(route, course.standing).stage;
  const least = leastDaysTo(route);
  return recoverFrame(
    view,
    'Your plan',
    'plan',
    html`<h1>Your plan</h1>
<p><strong>${route.plan.review.state === 'reviewed' ? 'Reviewed by a clinician.' : 'Not yet reviewed by a clinician.'}</strong> ${planLink(route.plan)}. ${route.plan.summary}</p>
<ol class="stages">${route.stages.map(
      ({ stage, atLeastDays, steps }, index) =>
        html`<li class="${index < at ? 'past' : index === at ? 'here' : 'ahead'}"${index === at ? html` aria-current="step"` : ''}>
<h2>${stage.name}${index < at ? html` <span class="hint">done</span>` : index === at ? html` <span class="hint">you are here</span>` : ''}</h2>
<p>${stage.aim} ${stage.keep ? `Kept up for ${Math.round(atLeastDays / 30.4)} months.` : `At least ${atLeastDays} days${index > at ? `; not before day ${(least[index] ?? 0) + 1} of the plan` : ''}.`}</p>
<details${index === at ? html` open` : ''}><summary>What it asks and what ends it</summary><div class="details">
<p>Running: ${stage.running.text}${steps.length > 0 ? ` ${steps.length} steps.` : ''}</p>
${steps.length > 0 ? html`<ol>${steps.map(({ text }) => html`<li>${text}</li>`)}</ol>` : ''}
${listUnder('You move on when', [...(stage.keep ? [] : ['Two good sessions in a row, each with a calm next morning.']), ...stage.leave.map((one) => criterion(knowledge, one))], 3)}
${listUnder('Work and daily life', stage.daily.map(sourced), 3)}
${listUnder('Leave out', stage.avoid.map(sourced), 3)}
</div></details></li>\n`,
    )}</ol>
<h2>The coming week</h2>
<p class="hint">At today’s step. How it goes decides, not the calendar.</p>
${inRuns(week).map(
  ([session, to]) =>
    html`<h3>${dated(session.date)}${to === session.date ? '' : html` to ${dated(to)}`}: ${session.title}</h3>${session.run ? html`<p>${session.run.text}</p>` : ''}${session.items.length > 0 ? html`<ul>${session.items.map(itemPart)}</ul>` : ''}`,
)}
<form method="get" action="/recover/calendar.ics"><fieldset><legend>In your calendar</legend>
<p class="hint">A file with two weeks of sessions. Open it with your calendar, and a new one each week: it updates what is there.</p>
<p><label for="at">At what time? <span class="hint">Leave it empty for the whole day.</span></label><br><input type="time" id="at" name="at"></p>
<p class="choice"><input type="checkbox" id="discreet" name="discreet" value="yes"><label for="discreet">Only say “Training”: others can see my calendar</label></p>
<button class="secondary" type="submit">Get the file</button></fieldset></form>
<p><a href="/recover/supplies">What you need for it: a list for the shop</a></p>
${opens.length > 0 ? html`<h2 id="withheld">Left out for now</h2><ul>${opens.map((line) => html`<li>${line}</li>`)}</ul>` : ''}
<h2>When you may be back</h2>
${forecast.map((line) => html`<p>${line}</p>`)}
<p class="hint">If every day from now on goes well, the criteria take until ${dated(plan.earliestReturn)} at least. It is not a promise.</p>`,
  );
}

/** Days in a row with the same to do become one entry, each with its last date. */
function inRuns(week: readonly Session[]): readonly (readonly [first: Session, to: LocalDate])[] {
  const runs: [Session, LocalDate][] = [];
  const same = (a: Session, b: Session) => {
    const key = ({ id: _, date: __, ...rest }: Session) => JSON.stringify(rest);
    return key(a) === key(b);
  };
  for (const session of week) {
    const fits = runs.find(([first, to]) => addDays(to, 1) === session.date && same(first, session));
    if (fits) fits[1] = session.date;
    else runs.push([session, session.date]);
  }
  return runs;
}
