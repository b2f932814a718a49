// Pages around the interview: home, about, and what is shown when something is not as it should be.

import { html } from 'hono/html';
import type { KnowledgeBase } from '../knowledge/index.ts';
import type { Html } from './components/html.ts';
import type { KeptIn } from './components/kept-line.ts';
import { layout } from './components/layout.ts';

export interface HomePage {
  /** Path at which an interview under way goes on. */
  readonly goOn: string | undefined;
  /** Whether a plan has begun. */
  readonly hasPlan: boolean;
  readonly stylesheet: string;
  readonly keptIn: KeptIn;
}

export function homePage(view: HomePage): Html {
  return layout({
    title: 'Pain at the back of the thigh',
    stylesheet: view.stylesheet,
    keptIn: view.keptIn,
    main: html`<h1>Pain at the back of your thigh from running?</h1>
${view.hasPlan ? html`<p><a class="button" href="/recover">Your plan for today</a></p>` : ''}
<p class="lead">Answer a few questions, the most serious first. You will see how urgent it is, what it could be and why, and what to do today.</p>
<div class="care care-emergency care-small"><h2 class="care-title">Call the emergency number now if…</h2><div class="care-body"><ul>
<li>you have chest pain, trouble breathing, or you fainted</li>
<li>you are numb between the legs, or cannot hold or pass urine</li>
<li>the leg is suddenly cold, pale or blue</li>
<li>you are confused, very hot, or had a fit</li></ul></div></div>
${
  view.goOn
    ? html`<p><a class="button" href="${view.goOn}">Go on where you were</a></p>
<form method="post" action="/assess/start"><button type="submit" class="secondary">Start again (deletes the answers so far)</button></form>`
    : html`<form method="post" action="/assess/start"><button type="submit">Start now</button></form>`
}
${view.hasPlan ? '' : html`<p>You know what it is already? <a href="/recover/start">Begin a plan</a>, for what a clinician told you or for tight hamstrings.</p>`}
<h2>Before you start</h2>
<ul>
<li>It takes about five minutes. Some questions ask you to press on or move the leg; each says when not to.</li>
<li>It is made for adults who run. Under 16: it only tells you when to see a clinician.</li>
<li>${
      view.keptIn === 'device'
        ? 'Your answers stay on this device until you delete them. They are not sent anywhere, and it works without a signal.'
        : 'Your answers stay in a sealed cookie in your browser for two hours. The server does not keep, log or share them.'
    }</li>
<li>It cannot examine you, and no clinician has reviewed it yet. If you are worried, get help whatever it says.</li>
</ul>`,
  });
}

export interface AboutPage {
  readonly knowledge: KnowledgeBase;
  readonly stylesheet: string;
  readonly keptIn: KeptIn;
}

export function aboutPage(view: AboutPage): Html {
  const { knowledge } = view;
  return layout({
    title: 'About',
    stylesheet: view.stylesheet,
    keptIn: view.keptIn,
    main: html`<h1>About Backstride</h1>
<h2>What it is</h2>
<p>Backstride gives urgency advice and possible causes to adults who run and have pain at the back of the thigh. It is a research and education build, not a released medical device. It is no replacement for a clinician, and it cannot examine you.</p>
<h2>How it works</h2>
<p>Red flags come first. They set how urgent it is, and nothing can lower that. Then every further question is chosen for what it is expected to tell. Probabilities come from ${knowledge.conditions.length} causes and ${knowledge.findings.length} findings, by exact arithmetic on figures that each name their source.</p>
<p><a href="/knowledge">Read what it knows: every cause, every number and its source</a></p>
<h2>Review</h2>
<p>No clinician has reviewed the medical content yet. Most likelihoods are estimates and say so.</p>
<h2>Your privacy</h2>
<p>No account, no tracking, nothing kept on the server. ${
      view.keptIn === 'device'
        ? 'Your answers and your plan stay on this device until you press “Delete my answers” and “Delete my plan”, or clear this site from your browser. Nothing you answer leaves it.'
        : 'Your answers travel in one encrypted cookie that your browser deletes after two hours, or when you press “Delete my answers”. A plan with its check-ins travels in up to three such cookies, for at most 200 days, until you press “Delete my plan”.'
    } Addresses of pages and the server’s logs hold no answers.</p>
<h2>Sources</h2>
<p>${Object.keys(knowledge.sources).length} works are cited.</p>
<ol class="sources">${Object.values(knowledge.sources).map((source) => {
      const link = source.doi ? `https://doi.org/${source.doi}` : source.url;
      return html`<li id="source-${source.key}">${source.authors}${source.year ? ` (${source.year})` : ''}. ${link ? html`<a href="${link}" rel="noreferrer">${source.title}</a>` : source.title}. <span class="hint">Read: ${source.read}.</span></li>`;
    })}</ol>
<p class="hint">Knowledge ${knowledge.version}, ${knowledge.hash}. Text of the knowledge: CC BY 4.0. Code: MIT.</p>`,
  });
}

export interface ProblemPage {
  readonly title: string;
  readonly message: string;
  readonly stylesheet: string;
}

/** A page for whatever went wrong: what it was, what to do. */
export function problemPage(view: ProblemPage): Html {
  return layout({
    title: view.title,
    stylesheet: view.stylesheet,
    main: html`<h1>${view.title}</h1>
<p>${view.message}</p>
<p>If you need help now, do not wait for this page: call your emergency number.</p>
<p><a class="button" href="/">Go to the start</a></p>`,
  });
}
