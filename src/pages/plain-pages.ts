// Pages around the interview: home, about, and what is shown when something is not as it should be.

import { html } from 'hono/html';
import type { KnowledgeBase } from '../knowledge/index.ts';
import type { Html } from './components/html.ts';
import { type Frame, layout } from './components/layout.ts';
import type { KeptIn } from './kept-in.ts';
import type { Words } from './words/index.ts';

export interface HomePage extends Frame {
  /** Path at which an interview under way goes on. */
  readonly goOn: string | undefined;
  /** Whether a plan has begun. */
  readonly hasPlan: boolean;
  readonly keptIn: KeptIn;
  readonly hasGuide: boolean;
}

export function homePage(view: HomePage): Html {
  const { home } = view.words;
  return layout({
    words: view.words,
    title: home.title,
    stylesheets: view.stylesheets,
    keptIn: view.keptIn,
    main: html`<h1>${home.heading}</h1>
${view.hasPlan ? html`<p><a class="button" href="/recover">${home.planToday}</a></p>` : ''}
<p class="lead">${home.lead}</p>
<div class="care care-emergency care-small"><h2 class="care-title">${home.callIf}</h2><div class="care-body"><ul>${home.signs.map((sign) => html`\n<li>${sign}</li>`)}</ul></div></div>
${
  view.goOn
    ? html`<p><a class="button" href="${view.goOn}">${home.goOn}</a></p>
<form method="post" action="/assess/start"><button type="submit" class="secondary">${home.startAgain}</button></form>`
    : html`<form method="post" action="/assess/start"><button type="submit">${home.start}</button></form>`
}
${view.hasPlan ? '' : html`<p>${home.known}</p>`}
${view.hasGuide ? html`<p>${home.guide}</p>` : ''}
<p>${home.runs}</p>
<h2>${home.before}</h2>
<ul>
<li>${home.fiveMinutes}</li>
<li>${home.adults}</li>
<li>${home.kept[view.keptIn]}</li>
<li>${home.noExamination}</li>
</ul>`,
  });
}

export interface AboutPage extends Frame {
  readonly knowledge: KnowledgeBase;
  readonly keptIn: KeptIn;
}

export function aboutPage(view: AboutPage): Html {
  const { knowledge, words } = view;
  const { about } = words;
  return layout({
    words,
    title: about.title,
    stylesheets: view.stylesheets,
    keptIn: view.keptIn,
    main: html`<h1>${about.heading}</h1>
<h2>${about.what}</h2>
<p>${about.whatText}</p>
<h2>${about.how}</h2>
<p>${about.howText(knowledge.conditions.length, knowledge.findings.length)}</p>
<p><a href="/knowledge">${about.read}</a></p>
<h2>${about.review}</h2>
<p>${about.reviewText}</p>
<h2>${about.privacy}</h2>
<p>${about.noAccount} ${about.kept[view.keptIn]} ${about.languageKept[view.keptIn]} ${about.noAnswersInLogs}</p>
<h2>${about.sources}</h2>
<p>${about.cited(Object.keys(knowledge.sources).length)}</p>
<ol class="sources">${Object.values(knowledge.sources).map((source) => {
      const link = source.doi ? `https://doi.org/${source.doi}` : source.url;
      return html`<li id="source-${source.key}">${source.authors}${source.year ? ` (${source.year})` : ''}. ${link ? html`<a href="${link}" rel="noreferrer">${source.title}</a>` : source.title}. <span class="hint">${about.readAs(source.read)}</span></li>`;
    })}</ol>
<p class="hint">${about.licence(knowledge.version, knowledge.hash)}</p>`,
  });
}

export interface ProblemPage extends Frame {
  readonly title: string;
  readonly message: string;
  /** A form that could not be kept, to be sent again as it was. */
  readonly again?:
    | { readonly action: string; readonly fields: readonly (readonly [name: string, value: string])[] }
    | undefined;
}

/** A page for whatever went wrong: what it was, what to do. */
export function problemPage(view: ProblemPage): Html {
  const { problems } = view.words;
  return layout({
    words: view.words,
    title: view.title,
    stylesheets: view.stylesheets,
    main: html`<h1>${view.title}</h1>
<p>${view.message}</p>
<p>${problems.doNotWait}</p>
${view.again ? sendAgain(view.words, view.again) : ''}<p><a${view.again ? '' : html` class="button"`} href="/">${problems.toStart}</a></p>`,
  });
}

function sendAgain({ problems }: Words, { action, fields }: NonNullable<ProblemPage['again']>): Html {
  return html`<form method="post" action="${action}"><p>${problems.stillHere}</p>
${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button type="submit">${problems.sendAgain}</button></form>
`;
}
