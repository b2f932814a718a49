// The whole plan at a glance: the stages with what each needs, the coming week, what is left out and what would open it,
// when it may be over.

import { html } from 'hono/html';
import { leastDaysTo, levelOf, type OpenPlan, type Session } from '../../recover/index.ts';
import { addDays, type LocalDate } from '../../vocabulary/index.ts';
import { type FindGuideLink, guideLine } from '../components/guide-link.ts';
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
  readonly guideLink?: FindGuideLink;
}

export function overviewPage(view: OverviewPage): Html {
  const { plan, knowledge, week, opens, forecast, words } = view;
  const { overview: says, recover } = words;
  const { route, course } = plan;
  const at = levelOf(route, course.standing).stage;
  const least = leastDaysTo(route);
  return recoverFrame(
    view,
    says.title,
    'plan',
    html`<h1>${says.title}</h1>
<p><strong>${route.plan.review.state === 'reviewed' ? words.frame.reviewed : words.frame.notReviewed}</strong> ${planLink(route.plan)}. ${route.plan.summary}</p>
${guideLine(words, view.guideLink?.('plans', route.plan.id))}
<ol class="stages">${route.stages.map(
      ({ stage, atLeastDays, steps }, index) =>
        html`<li class="${index < at ? 'past' : index === at ? 'here' : 'ahead'}"${index === at ? html` aria-current="step"` : ''}>
<h2>${stage.name}${index < at ? html` <span class="hint">${says.done}</span>` : index === at ? html` <span class="hint">${says.here}</span>` : ''}</h2>
<p>${stage.aim} ${stage.keep ? says.keptUp(Math.round(atLeastDays / 30.4)) : says.atLeastDays(atLeastDays, index > at ? (least[index] ?? 0) + 1 : undefined)}</p>
<details${index === at ? html` open` : ''}><summary>${says.asks}</summary><div class="details">
<p>${recover.running} ${stage.running.text}${steps.length > 0 ? ` ${says.steps(steps.length)}` : ''}</p>
${steps.length > 0 ? html`<ol>${steps.map(({ text }) => html`<li>${text}</li>`)}</ol>` : ''}
${listUnder(recover.moveOnWhen, [...(stage.keep ? [] : [says.twoGood]), ...stage.leave.map((one) => criterion(knowledge, one, words))], 3)}
${listUnder(
  recover.daily,
  stage.daily.map((one) => sourced(one, words)),
  3,
)}
${listUnder(
  recover.avoid,
  stage.avoid.map((one) => sourced(one, words)),
  3,
)}
</div></details></li>\n`,
    )}</ol>
<h2>${says.week}</h2>
<p class="hint">${says.weekHint}</p>
${inRuns(week).map(
  ([session, to]) =>
    html`<h3>${dated(words, session.date)}${to === session.date ? '' : html` ${says.to} ${dated(words, to)}`}${words.frame.colon}${session.title}</h3>${session.run ? html`<p>${session.run.text}</p>` : ''}${session.items.length > 0 ? html`<ul>${session.items.map((item) => itemPart(words, item))}</ul>` : ''}`,
)}
<form method="get" action="/recover/calendar.ics"><fieldset><legend>${says.calendar}</legend>
<p class="hint">${says.calendarHint}</p>
<p><label for="at">${says.atWhatTime} <span class="hint">${says.wholeDay}</span></label><br><input type="time" id="at" name="at"></p>
<p class="choice"><input type="checkbox" id="discreet" name="discreet" value="yes"><label for="discreet">${says.discreet}</label></p>
<button class="secondary" type="submit">${says.getFile}</button></fieldset></form>
<p><a href="/recover/supplies">${says.supplies}</a></p>
${opens.length > 0 ? html`<h2 id="withheld">${says.leftOut}</h2><ul>${opens.map((line) => html`<li>${line}</li>`)}</ul>` : ''}
<h2>${recover.whenBack}</h2>
${forecast.map((line) => html`<p>${line}</p>`)}
<p class="hint">${says.earliest(dated(words, plan.earliestReturn))}</p>`,
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
