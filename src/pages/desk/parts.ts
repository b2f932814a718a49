// What the pages of comments and of the desk share: frame, fields, a text in paragraphs.

import { html } from 'hono/html';
import type { LevelText, Place } from '../../knowledge/index.ts';
import { type FieldFault, LIMITS, paragraphsOf } from '../../learn/index.ts';
import { careCard } from '../components/care-card.ts';
import type { FieldError } from '../components/form.ts';
import type { Html } from '../components/html.ts';
import type { Frame } from '../components/layout.ts';
import type { DeskWords } from './words/index.ts';

export interface DeskFrame extends Frame {
  readonly says: DeskWords;
}

/** What a form of ours carries, so that no other site can send it; see the form guard of the app. */
export interface Guarded {
  readonly token: string;
}

export function tokenField({ token }: Guarded): Html {
  return html`<input type="hidden" name="token" value="${token}">`;
}

/** A text as it was written: paragraphs and lines, nothing else. */
export function written(text: string): Html {
  return html`${paragraphsOf(text).map(
    (lines) => html`<p>${lines.map((line, index) => html`${index > 0 ? html`<br>` : ''}${line}`)}</p>\n`,
  )}`;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  /** Rows of a field of several lines. */
  readonly rows?: number;
  readonly most?: number;
  readonly type?: 'text' | 'email' | 'password';
  readonly autocomplete?: string;
  /** Id of the field where the name is there twice on a page. */
  readonly id?: string;
}

/** A field for text with its label, hint and error; says in words whether it must be filled in. */
export function textField({ words, says }: DeskFrame, field: Field): Html {
  const {
    name,
    label,
    value = '',
    hint,
    error,
    isRequired = true,
    rows,
    most,
    type = 'text',
    id = name,
  } = field;
  const described = [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])].join(' ');
  const attributes = html` id="${id}" name="${name}"${isRequired ? html` required` : ''}${
    most === undefined ? '' : html` maxlength="${most}"`
  }${described === '' ? '' : html` aria-describedby="${described}"`}${error ? html` aria-invalid="true"` : ''}${
    field.autocomplete ? html` autocomplete="${field.autocomplete}"` : ''
  }`;
  return html`<div class="${error ? 'text-field field-error' : 'text-field'}"><label class="label" for="${id}">${label} <span class="needed">${
    isRequired ? says.form.required : says.form.optional
  }</span></label>
${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>\n` : ''}${
  error
    ? html`<p class="error" id="${id}-error"><span class="hidden">${words.frame.error}</span> ${error}</p>\n`
    : ''
}${
  rows === undefined
    ? html`<input type="${type}"${attributes} value="${value}">`
    : // A line break straight after the tag is not part of the text.
      html`<textarea${attributes} rows="${rows}">\n${value}</textarea>`
}</div>`;
}

/** A field that people do not see and programs fill in. */
export function honeypot({ says }: DeskFrame): Html {
  return html`<div class="unseen" aria-hidden="true"><label for="website">${says.form.leaveEmpty}</label><input type="text" id="website" name="website" value="" tabindex="-1" autocomplete="off"></div>`;
}

/** Errors by field, in the order of the form. */
export function fieldErrors(
  { says }: DeskFrame,
  faults: Readonly<Partial<Record<string, FieldFault>>>,
  labels: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(labels).flatMap(([name, label]) => {
      const fault = faults[name];
      return fault === undefined ? [] : [[name, says.form.field[fault](label)]];
    }),
  );
}

export function asErrors(errors: Readonly<Record<string, string>>): readonly FieldError[] {
  return Object.entries(errors).map(([field, message]) => ({ field, message }));
}

export const MOST = LIMITS;

/** Why a form is shown again besides its fields. */
export type Hitch = 'again' | 'not-kept' | { readonly waitMs: number } | undefined;

export function hitchMessage({ says: { form } }: DeskFrame, hitch: Hitch): string | undefined {
  if (hitch === undefined) return undefined;
  if (hitch === 'again') return form.again;
  if (hitch === 'not-kept') return form.notKept;
  return form.tooMany(Math.max(1, Math.ceil(hitch.waitMs / 60_000)));
}

/** What to do in an emergency: the number to call. */
export interface Emergency {
  readonly level: LevelText;
  readonly place: Place;
  /** Why what was written sounds like one. */
  readonly because: readonly string[];
}

/** The emergency card over a page whose text sounds like one. Its heading is the first of the page. */
export function emergencyCard({ words, says }: DeskFrame, { level, place, because }: Emergency): Html {
  const { result } = words;
  return careCard(
    words,
    'emergency',
    level.title,
    html`<p>${says.comments.soundsUrgent} ${says.comments.soundsUrgentText}</p>
<p class="call">${result.callBefore} <a href="tel:${place.emergency}">${place.emergency}</a> ${result.callAfter}</p>
<p>${level.action} ${level.where}</p>
<ul>${because.map((reason) => html`<li>${reason}</li>`)}</ul>
<p>${says.comments.notLost}</p>`,
  );
}

/** A heading of the first level, or of the second where the emergency card has the first. */
export function pageHeading(text: string, emergency: Emergency | undefined): Html {
  return emergency ? html`<h2>${text}</h2>` : html`<h1>${text}</h1>`;
}

export function notice(text: string | undefined): Html | '' {
  return text === undefined ? '' : html`<p class="notice" role="status">${text}</p>\n`;
}
