// Comments that wait for an editor: approve, change with a visible mark, turn down with a reason.

import { html } from 'hono/html';
import { type Comment, paragraphsOf } from '../../learn/index.ts';
import { errorSummary } from '../components/form.ts';
import type { Html } from '../components/html.ts';
import type { CommentedPage } from './comment-pages.ts';
import { type DeskPage, deskFrame } from './desk-frame.ts';
import { MOST, textField, tokenField, written } from './parts.ts';

/** A comment with what an editor needs beside it. */
export interface Queued {
  readonly comment: Comment;
  /** Undefined when the page is no longer there. */
  readonly page: CommentedPage | undefined;
  readonly parent: Comment | undefined;
  /** Names of the red flags that its text sounds like. */
  readonly alarms: readonly string[];
}

export interface QueuePage extends DeskPage {
  readonly queue: readonly Queued[];
  readonly waiting: number;
  /** Id after which the next ones come. */
  readonly next: string | undefined;
}

export function queuePage(view: QueuePage): Html {
  const { says, queue, waiting, next } = view;
  const honest = queue.filter(({ comment }) => comment.suspicions.length === 0);
  const suspect = queue.filter(({ comment }) => comment.suspicions.length > 0);
  return deskFrame(
    view,
    says.queue.title,
    'queue',
    html`<p>${waiting === 0 ? says.queue.none : says.queue.waiting(waiting)}</p>
${honest.map((one) => card(view, one))}
${suspect.length === 0 ? '' : html`<h2>${says.queue.suspect}</h2>`}
${suspect.map((one) => card(view, one))}
${next === undefined ? '' : html`<p><a href="/desk?after=${next}">${says.queue.next}</a></p>`}`,
  );
}

function card(view: QueuePage, one: Queued): Html {
  const { says } = view;
  const { comment } = one;
  return html`<article class="queued">
${about(view, one)}
<form method="post" action="/desk/comments/${comment.id}" class="writing">
${tokenField(view)}<input type="hidden" name="version" value="${comment.version}">
<button type="submit" name="do" value="approve">${says.queue.approve}<span class="hidden"> – ${comment.name}</span></button>
<a href="/desk/comments/${comment.id}">${says.queue.change}<span class="hidden"> – ${comment.name}</span></a>
<details><summary>${says.queue.reject}<span class="hidden"> – ${comment.name}</span></summary><div class="details">
${textField(view, { name: 'reason', id: `reason-${comment.id}`, label: says.queue.reason, rows: 2, most: 500, isRequired: false })}
<button type="submit" name="do" value="reject" class="secondary">${says.queue.reject}</button>
</div></details>
</form>
</article>`;
}

function about({ says }: DeskPage, { comment, page, parent, alarms }: Queued): Html {
  return html`<h2 class="by"><bdi>${comment.name}</bdi> <span class="hint">${comment.email} · ${says.moments.minute(comment.createdAt)}</span></h2>
<p class="hint">${says.queue.on} ${page ? html`<a href="/comments/${page.id}">${page.title}</a>` : comment.page}</p>
${alarms.length === 0 ? '' : html`<p class="today"><strong>${says.queue.urgent}:</strong> ${alarms.join(', ')}</p>`}
${parent ? html`<p class="hint">${says.queue.replyTo} <bdi>${parent.name}</bdi>: ${paragraphsOf(parent.text)[0]?.[0]?.slice(0, 120) ?? ''}</p>` : ''}
${comment.suspicions.length === 0 ? '' : html`<ul class="hint">${comment.suspicions.map((one) => html`<li>${says.queue.suspicions[one]}</li>`)}</ul>`}
<blockquote>${written(comment.text)}</blockquote>`;
}

export interface DecidePage extends DeskPage, Queued {
  readonly typed: string;
  readonly errors: Readonly<Partial<Record<'text' | 'reason', string>>>;
}

/** One comment: the page on which its text can be changed. */
export function decidePage(view: DecidePage): Html {
  const { says, comment, errors, words } = view;
  const { queue } = says;
  const list = Object.entries(errors).map(([field, message]) => ({ field, message }));
  return deskFrame(
    view,
    queue.changeTitle,
    'queue',
    html`${errorSummary(words, list)}
<p>${queue.states[comment.state]}</p>
${comment.reason ? html`<blockquote>${written(comment.reason)}</blockquote>` : ''}
${comment.state === 'deleted' ? '' : about(view, view)}
${comment.edited ? html`<p class="hint">${says.comments.edited(comment.edited.by, says.moments.day(comment.edited.at))}</p>` : ''}
${
  comment.state === 'deleted'
    ? ''
    : html`<form method="post" action="/desk/comments/${comment.id}" class="writing" novalidate>
${tokenField(view)}<input type="hidden" name="version" value="${comment.version}">
${comment.state === 'published' ? '' : html`<button type="submit" name="do" value="approve">${queue.approve}</button>`}
${textField(view, { name: 'text', label: says.form.text, hint: queue.changeHint, value: view.typed, rows: 8, most: MOST.text, error: errors.text, isRequired: false })}
<button type="submit" name="do" value="edit">${queue.saveChange}</button>
${textField(view, { name: 'reason', label: queue.reason, rows: 2, most: 500, error: errors.reason, isRequired: false })}
<button type="submit" name="do" value="reject" class="secondary">${queue.reject}</button>
</form>`
}`,
  );
}
