// Fields that typing a run in and changing one share.

import { html } from 'hono/html';
import type { RunKind } from '../../train/index.ts';
import { radios } from '../components/form.ts';
import type { Html } from '../components/html.ts';
import type { Words } from '../words/index.ts';

export interface RunForm {
  readonly words: Words;
  /** What was posted, by name; for showing a refused form again. */
  readonly posted: Readonly<Record<string, readonly string[]>>;
  readonly errors: Readonly<Record<string, string>>;
}

const KINDS: readonly RunKind[] = ['run', 'treadmill', 'trail', 'walk', 'other'];

export function textField(
  { posted, errors }: RunForm,
  name: string,
  label: string,
  attributes: Html,
  otherwise = '',
  hint = '',
): Html {
  const error = errors[name];
  const described = [...(hint ? [`${name}-hint`] : []), ...(error ? [`${name}-error`] : [])].join(' ');
  return html`<p class="${error ? 'field-error' : ''}"><label for="${name}">${label}</label><br>
${hint ? html`<span class="hint" id="${name}-hint">${hint}</span><br>` : ''}
${error ? html`<span class="error" id="${name}-error">${error}</span><br>` : ''}
<input id="${name}" name="${name}" value="${posted[name]?.[0] ?? otherwise}"${described ? html` aria-describedby="${described}"` : ''} ${attributes}></p>`;
}

export function kindField({ words, posted, errors }: RunForm, now: RunKind): Html {
  return html`<div class="compact">${radios(words, {
    name: 'kind',
    legend: html`<span class="ask">${words.runPage.kind}</span>`,
    choices: KINDS.map((kind) => ({ value: kind, label: words.train.kinds[kind] })),
    chosen: [posted.kind?.[0] ?? now],
    ...(errors.kind ? { error: errors.kind } : {}),
  })}</div>`;
}

/** In the unit that the runner chose; what was read with more digits is shown to a hundredth. */
export function distanceField(form: RunForm, label: string, metres: number | null): Html {
  const shown = metres === null ? '' : form.words.figures.typed(metres);
  return textField(
    form,
    'distance',
    label,
    html`inputmode="decimal" class="short" autocomplete="off"`,
    shown,
  );
}

export function effortField({ words, posted, errors }: RunForm, now: number | null): Html {
  const { effort, notRated } = words.runPage;
  const chosen = posted.effort?.[0] ?? (now === null ? '' : String(now));
  return html`<p class="${errors.effort ? 'field-error' : ''}"><label for="effort">${effort}</label><br>
${errors.effort ? html`<span class="error" id="effort-error">${errors.effort}</span><br>` : ''}
<select id="effort" name="effort"${errors.effort ? html` aria-describedby="effort-error"` : ''}><option value="">${notRated}</option>${Array.from(
    { length: 11 },
    (_, value) =>
      html`<option value="${value}"${String(value) === chosen ? html` selected` : ''}>${value}</option>`,
  )}</select></p>`;
}
