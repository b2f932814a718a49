// Progress: pain and stage over time, day by day, as a chart with its twin as a table; each entry can be corrected.

import { html } from 'hono/html';
import type { Decision, Log } from '../../recover/index.ts';
import type { Html } from '../components/html.ts';
import { type ProgressDay, progressChart } from '../components/progress-chart.ts';
import { DECISION_WORDS, dated, type RecoverPage, recoverFrame } from './parts.ts';

export interface ProgressPage extends RecoverPage {
  readonly days: readonly ProgressDay[];
  readonly decisions: readonly Decision[];
  readonly log: Log;
}

export function progressPage(view: ProgressPage): Html {
  const { days, decisions, log } = view;
  const told = [...decisions].reverse();
  return recoverFrame(
    view,
    'Progress',
    'progress',
    html`<h1>Progress</h1>
${days.some(({ morning, worst }) => morning !== undefined || worst !== undefined) ? progressChart({ days }) : html`<p>Nothing to draw yet. After your first check-ins this shows your pain and your steps over time.</p>`}
<h2>Day by day</h2>
<ol class="log" reversed>${told.map(({ date, kind, reason }) => {
      const checkedIn = log.days[date]?.checkedIn ?? false;
      return html`<li><h3>${dated(date)}</h3><p><strong>${DECISION_WORDS[kind]}.</strong> ${reason}</p>
<p><a href="/recover/check-in?date=${date}">${checkedIn ? 'Correct this check-in' : 'Add a check-in'}<span class="hidden"> of ${date}</span></a></p></li>\n`;
    })}</ol>`,
  );
}
