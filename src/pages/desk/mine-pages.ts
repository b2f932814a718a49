// What the author of a comment sees at the secret link: how it stands, changing it, deleting it; and the letters about replies.

import { html } from 'hono/html';
import type { Comment, FieldFault } from '../../learn/index.ts';
import { errorSummary } from '../components/form.ts';
import type { Html } from '../components/html.ts';
import { layout } from '../components/layout.ts';
import {
  asErrors,
  type DeskFrame,
  type Emergency,
  emergencyCard,
  fieldErrors,
  type Guarded,
  type Hitch,
  hitchMessage,
  MOST,
  notice,
  pageHeading,
  textField,
  tokenField,
  written,
} from './parts.ts';

export interface MinePage extends DeskFrame, Guarded {
  /** The secret link itself. */
  readonly path: string;
  readonly comment: Comment;
  readonly typed: string;
  readonly fault: FieldFault | undefined;
  readonly hitch: Hitch | 'moved-on';
  readonly done: boolean;
  readonly premoderated: boolean;
  readonly emergency: Emergency | undefined;
}

export function minePage(view: MinePage): Html {
  const { words, says, comment, path, hitch } = view;
  const { mine, form } = says;
  const errors = fieldErrors(view, view.fault ? { text: view.fault } : {}, { text: form.text });
  const message = hitch === 'moved-on' ? mine.movedOn : hitchMessage(view, hitch);
  const summary = [...asErrors(errors), ...(message === undefined ? [] : [{ field: 'text', message }])];
  const state = comment.state === 'deleted' ? 'rejected' : comment.state;
  return layout({
    words,
    stylesheets: view.stylesheets,
    sheet: 'learn',
    title: summary.length > 0 ? words.frame.errorTitle(mine.title) : mine.title,
    main: html`${view.emergency ? emergencyCard(view, view.emergency) : ''}
${errorSummary(words, summary)}
${notice(view.done ? mine.saved : undefined)}${pageHeading(mine.title, view.emergency)}
<p>${mine.states[state]}</p>
${comment.reason ? html`<p>${mine.reason}</p>\n<blockquote>${written(comment.reason)}</blockquote>` : ''}
${comment.edited ? html`<p class="hint">${says.comments.edited(comment.edited.by, says.moments.day(comment.edited.at))}</p>` : ''}
<blockquote>${written(comment.text)}</blockquote>
<h2>${mine.change}</h2>
<form method="post" action="${path}" class="writing" novalidate>
${tokenField(view)}
<input type="hidden" name="version" value="${comment.version}">
${textField(view, {
  name: 'text',
  label: form.text,
  value: view.typed,
  rows: 8,
  most: MOST.text,
  error: errors.text,
  ...(view.premoderated ? { hint: mine.changeHint } : {}),
})}
<button type="submit" name="do" value="change">${mine.save}</button>
</form>
<h2>${mine.remove}</h2>
<form method="post" action="${path}">
${tokenField(view)}
<input type="hidden" name="version" value="${comment.version}">
<p>${mine.removeHint}</p>
<button type="submit" name="do" value="delete" class="secondary">${mine.remove}</button>
</form>`,
  });
}

/** A page that says one thing. */
export function sayingPage(view: DeskFrame & { readonly title: string; readonly text: string }): Html {
  const { words, stylesheets, title, text } = view;
  return layout({
    words,
    stylesheets,
    sheet: 'learn',
    title,
    main: html`<h1>${title}</h1>
<p>${text}</p>
<p><a class="button" href="/">${words.problems.toStart}</a></p>`,
  });
}

export interface RepliesPage extends DeskFrame, Guarded {
  readonly path: string;
  readonly isOn: boolean;
}

/** Yes or no to letters about replies, at a link that only the address has been sent. */
export function repliesPage(view: RepliesPage): Html {
  const { words, says, isOn } = view;
  return layout({
    words,
    stylesheets: view.stylesheets,
    sheet: 'learn',
    title: says.replies.title,
    main: html`<h1>${says.replies.title}</h1>
<p>${says.replies.text}</p>
<p>${isOn ? says.replies.on : says.replies.off}</p>
<form method="post" action="${view.path}">
${tokenField(view)}
${
  isOn
    ? html`<button type="submit" name="do" value="stop">${says.replies.stop}</button>`
    : html`<button type="submit" name="do" value="start">${says.replies.start}</button>`
}
</form>`,
  });
}
