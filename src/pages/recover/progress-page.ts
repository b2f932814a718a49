// Progress: pain and stage over time, day by day, as a chart with its twin as a table; each entry can be corrected.

import { html } from 'hono/html';
import type { Decision, Log } from '../../recover/index.ts';
import type { Html } from '../components/html.ts';
import { type ProgressDay, progressChart } from '../components/progress-chart.ts';
import { dated, type RecoverPage, recoverFrame } from './parts.ts';

export interface ProgressPage extends RecoverPage {
  readonly days: readonly ProgressDay[];
  readonly decisions: readonly Decision[];
  readonly log: Log;
}

export function progressPage(view: ProgressPage): Html {
  const { days, decisions, log, words } = view;
  const says = words.progress;
  const told = [...decisions].reverse();
  return recoverFrame(
    view,
    says.title,
    'progress',
    html`<h1>${says.title}</h1>
${days.some(({ morning, worst }) => morning !== undefined || worst !== undefined) ? progressChart({ days }, words) : html`<p>${says.nothingYet}</p>`}
<p><a href="/train">${says.runs}</a></p>
<h2>${says.dayByDay}</h2>
<ol class="log" reversed>${told.map(({ date, kind, reason }) => {
      const checkedIn = log.days[date]?.checkedIn ?? false;
      return html`<li><h3>${dated(words, date)}</h3><p><strong>${words.recover.decisions[kind]}.</strong> ${reason}</p>
<p><a href="/recover/check-in?date=${date}">${checkedIn ? says.correct : says.add}<span class="hidden"> ${says.of(date)}</span></a></p></li>\n`;
    })}</ol>`,
  );
}
