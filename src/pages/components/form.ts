// Parts of a question page: back link, error summary, radios, tick boxes. The question is the legend and the heading,
// so that a screen reader reads it once.

import { html } from 'hono/html';
import type { Words } from '../words/index.ts';
import type { Html } from './html.ts';

export function backLink(words: Words, href: string): Html {
  return html`<a class="back" href="${href}">${words.frame.back}</a>`;
}

export interface FieldError {
  /** Id of the field to jump to. */
  readonly field: string;
  /** Says what to do. */
  readonly message: string;
}

/** Errors at the top of the page; takes the focus when the page loads. */
export function errorSummary(words: Words, errors: readonly FieldError[]): Html {
  if (errors.length === 0) return html``;
  return html`<div class="error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="error-title">
<h2 id="error-title">${words.frame.errors}</h2>
<ul>${errors.map((error) => html`<li><a href="#${error.field}">${error.message}</a></li>`)}</ul>
</div>`;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  /** What this choice covers on the picture. */
  readonly layer?: Html;
  /** Stands beside another choice where there is room for two. */
  readonly isHalf?: true;
}

export interface Choices {
  readonly name: string;
  /** Id of the first choice; the name by default. */
  readonly id?: string;
  readonly legend: Html;
  readonly hint?: string;
  readonly choices: readonly Choice[];
  /** The choices that are marked. */
  readonly chosen: readonly string[];
  /** A last choice, set apart by "or". */
  readonly orElse?: readonly Choice[];
  /** A picture to choose from as well; the layers of the choices lie over it. */
  readonly picture?: Html;
  readonly error?: string;
}

export function radios(words: Words, field: Choices): Html {
  return choices(words, 'radio', field);
}

export function tickBoxes(words: Words, field: Choices): Html {
  return choices(words, 'checkbox', field);
}

function choices({ frame }: Words, type: 'radio' | 'checkbox', field: Choices): Html {
  const { name, id: first = name, legend, hint, error, orElse = [] } = field;
  const described = [...(hint ? [`${first}-about`] : []), ...(error ? [`${first}-error`] : [])].join(' ');
  const all = [...field.choices, ...orElse];
  const list = all.map((choice, index) => {
    const id = index === 0 ? first : `${first}-${index + 1}`;
    return html`${orElse.length > 0 && index === field.choices.length ? html`<p class="or">${frame.or}</p>` : ''}<div class="${choice.isHalf ? 'choice half' : 'choice'}">
<input type="${type}" id="${id}" name="${name}" value="${choice.value}"${field.chosen.includes(choice.value) ? html` checked` : ''}${
      choice.hint ? html` aria-describedby="${id}-hint"` : ''
    }>
<div class="said"><label for="${id}">${choice.label}</label>
${choice.hint ? html`<p class="hint" id="${id}-hint">${choice.hint}</p>` : ''}</div>${choice.layer ? layer(id, choice, choice.layer) : ''}
</div>`;
  });
  return html`<fieldset class="${error ? 'field field-error' : 'field'}"${described ? html` aria-describedby="${described}"` : ''}>
<legend>${legend}</legend>
${hint ? html`<p class="hint" id="${first}-about">${hint}</p>` : ''}
${error ? html`<p class="error" id="${first}-error"><span class="hidden">${frame.error}</span> ${error}</p>` : ''}
${field.picture ? html`<div class="on-picture">${field.picture}<div>${list}</div></div>` : list}
</fieldset>`;
}

/**
 * A second label for the same field, which CSS lays over the picture. It follows its field, so that CSS can light it up
 * with it; it has no text, so that the field keeps its one name. `data-label` is shown under the picture by CSS.
 */
function layer(id: string, { label }: Choice, shape: Html): Html {
  return html`<label class="layer" for="${id}" aria-hidden="true" data-label="${label}">${shape}</label>`;
}

/** A short text that opens on demand. */
export function details(summary: string, content: Html): Html {
  return html`<details><summary>${summary}</summary><div class="details">${content}</div></details>`;
}

/** Section names the part of the interview; the heading itself is the question. */
export function questionHeading(section: string, question: string): Html {
  return html`<h1><span class="section">${section}</span> ${question}</h1>`;
}
