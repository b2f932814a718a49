// What the pages of runs share: the frame with its few links, a warning in words, where a sentence comes from.

import { html } from 'hono/html';
import type { Basis, KnowledgeBase, SourcedText, TrainingKnowledge } from '../../knowledge/index.ts';
import type { Run, Warning } from '../../train/index.ts';
import { DISTANCE_UNITS } from '../../vocabulary/index.ts';
import type { Html } from '../components/html.ts';
import { type Frame, layout, type PageScript } from '../components/layout.ts';
import type { KeptIn } from '../kept-in.ts';
import type { Words } from '../words/index.ts';

export interface TrainPage extends Frame {
  readonly knowledge: KnowledgeBase;
  readonly training: TrainingKnowledge;
  /** Where the runs are kept. */
  readonly kept: KeptIn;
}

export type TrainTab = 'overview' | 'all' | 'add' | 'import';

const TABS: readonly { readonly tab: TrainTab; readonly path: string }[] = [
  { tab: 'overview', path: '/train' },
  { tab: 'all', path: '/train/all' },
  { tab: 'add', path: '/train/add' },
  { tab: 'import', path: '/train/import' },
];

/** A page of runs; `tab` is where it belongs. */
export function trainFrame(
  { words, stylesheets, kept }: TrainPage,
  title: string,
  tab: TrainTab | undefined,
  body: Html,
  scripts: readonly PageScript[] = [],
): Html {
  const { train } = words;
  return layout({
    words,
    title,
    stylesheets,
    sheet: 'plan',
    scripts,
    main: html`<nav class="tabs" aria-label="${train.nav}"><ul>${TABS.map(
      (one) =>
        html`<li><a href="${one.path}"${one.tab === tab ? html` aria-current="page"` : ''}>${train.tabs[one.tab]}</a></li>`,
    )}</ul></nav>
${body}
<p class="hint kept">${kept === 'device' ? train.keptOnDevice : train.keptInCookie}</p>
${otherUnits(words)}`,
  });
}

/** In which unit distances stand, and a button for each other one. The page it was pressed on comes back. */
function otherUnits({ train, figures }: Words): Html {
  return html`<form class="units" method="post" action="/unit"><p>${train.unit[figures.unit]}</p>${DISTANCE_UNITS.filter(
    (one) => one !== figures.unit,
  ).map(
    (one) =>
      html`<button type="submit" name="unit" value="${one}" class="secondary">${train.showIn[one]}</button>`,
  )}</form>`;
}

/** What a run is called in a link. */
export function runLink({ train, runPage, dates, figures }: Words, run: Run): Html {
  const far = run.distanceMetres === null ? '' : `, ${figures.distance(run.distanceMetres)}`;
  return html`<a href="/train/runs/${run.id}">${runPage.title(train.kinds[run.kind], dates.long(run.day))}${far}</a>`;
}

/** One thing that stands out: more than usual, in numbers; what it means and what not; what one can do. */
export function warningPart(words: Words, training: TrainingKnowledge, warning: Warning): Html {
  const { title, means, todo, support, basis } = training.rules[warning.rule];
  const { train } = words;
  return html`<div class="stands-out"><h3>${title}</h3>
<p>${figuresOf(words, warning)}${warning.rule === 'longer-run' ? html` ${hazard(words, warning)}` : ''}</p>
<ul>${[...means, ...todo].map((line) => html`<li>${line}</li>`)}</ul>
<p class="hint">${train.backedBy} ${train.support[support]} ${sourceLinks(words, basis)}</p></div>`;
}

function hazard(words: Words, { band }: Extract<Warning, { readonly rule: 'longer-run' }>): Html {
  const { train, figures } = words;
  const [ratio, low, high] = [band.hazardRatio, band.low, band.high].map((value) => figures.number(value, 2));
  return html`${train.hazard(ratio ?? '', low ?? '', high ?? '')} ${sourceLinks(words, band.basis)}`;
}

function figuresOf({ train, figures, dates }: Words, warning: Warning): string {
  switch (warning.rule) {
    case 'longer-run':
      return train.longer(
        figures.percent(warning.ratio - 1),
        figures.distance(warning.metres),
        figures.distance(warning.longestMetres),
        dates.short(warning.longestDay),
      );
    case 'new-fast-metres':
      return train.fast(figures.metres(warning.metres), figures.metres(warning.mostMetres));
    case 'after-gap':
      return train.gap(
        warning.gapDays,
        figures.distance(warning.metres),
        figures.distance(warning.atMostMetres),
      );
    case 'few-runs':
      return train.few(warning.runs);
    case 'monotony':
      return train.same(figures.number(warning.monotony, 1));
    case 'sleep-and-soreness':
      return train.nights(warning.nights);
  }
}

/** Links to the sources of a number or a sentence, with how sure it is. */
export function sourceLinks({ result }: Words, { sources, certainty }: Basis): Html {
  return html`<span class="cite">[${result.certainty[certainty]}: ${sources.map((key, index) => html`${index > 0 ? ', ' : ''}<a href="/knowledge/sources/${key}">${key}</a>`)}]</span>`;
}

export function sourcedList(words: Words, texts: readonly SourcedText[]): Html {
  return html`<ul>${texts.map(({ text, basis }) => html`<li>${text} ${sourceLinks(words, basis)}</li>\n`)}</ul>`;
}
