// Comments as readers see them, the form to write one, and what is said once it has come in.

import { html } from 'hono/html';
import { type Comment, type FieldFault, threadsOf } from '../../learn/index.ts';
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
  honeypot,
  MOST,
  pageHeading,
  textField,
  tokenField,
  written,
} from './parts.ts';

/** The page that comments stand on. */
export interface CommentedPage {
  readonly id: string;
  readonly title: string;
  /** Where it is. */
  readonly path: string;
}

export interface CommentSection extends DeskFrame {
  readonly page: CommentedPage;
  readonly comments: readonly Comment[];
}

/** Comments for the end of a page, with the way to write one. */
export function commentSection(view: CommentSection): Html {
  const { says, page } = view;
  return html`<section class="comments" aria-labelledby="comments-title"><h2 id="comments-title">${says.comments.heading}</h2>
${threads(view, 3)}
<p><a href="/comments/${page.id}#write">${says.comments.all}</a></p>
</section>`;
}

function threads({ comments, page, says }: CommentSection, level: 2 | 3): Html {
  const shown = threadsOf(comments);
  if (shown.length === 0) return html`<p>${says.comments.none}</p>`;
  const count = shown.reduce((sum, { replies }) => sum + 1 + replies.length, 0);
  return html`<p>${says.comments.count(count)}. ${says.comments.notAdvice}</p>
<ol class="threads">${shown.map(
    ({ comment, replies }) => html`<li>${one(says, comment, level)}
${
  comment.state === 'published'
    ? html`<p><a href="/comments/${page.id}/reply/${comment.id}#write">${says.comments.reply}<span class="hidden"> – ${says.comments.replyTo(comment.name)}</span></a></p>`
    : ''
}${replies.length === 0 ? '' : html`<ol class="replies">${replies.map((reply) => html`<li>${one(says, reply, level === 2 ? 3 : 4)}</li>`)}</ol>`}</li>\n`,
  )}</ol>`;
}

function one(says: DeskFrame['says'], comment: Comment, level: 2 | 3 | 4): Html {
  const { id, name, state, text, edited, createdAt } = comment;
  if (state === 'deleted') return html`<p id="c-${id}" class="hint">${says.comments.deleted}</p>`;
  const heading = html`<bdi>${name}</bdi> <span class="hint">${says.comments.writes} <time datetime="${new Date(createdAt).toISOString()}">${says.moments.day(createdAt)}</time></span>`;
  return html`<article class="comment" id="c-${id}">${
    level === 2
      ? html`<h2 class="by">${heading}</h2>`
      : level === 3
        ? html`<h3 class="by">${heading}</h3>`
        : html`<h4 class="by">${heading}</h4>`
  }
${written(text)}${edited ? html`<p class="hint">${says.comments.edited(edited.by, says.moments.day(edited.at))}</p>` : ''}</article>`;
}

export interface CommentsPage extends CommentSection, Guarded {
  /** The comment that is replied to. */
  readonly replyTo: Comment | undefined;
  readonly typed: {
    readonly name: string;
    readonly email: string;
    readonly text: string;
    readonly mail: boolean;
  };
  readonly faults: Readonly<Partial<Record<'name' | 'email' | 'text', FieldFault>>>;
  readonly hitch: Hitch;
  readonly emergency: Emergency | undefined;
  /** Whether an editor reads each one before it is shown. */
  readonly premoderated: boolean;
  /** Whether letters can be sent. */
  readonly canMail: boolean;
}

/** All comments of a page and the form to write one. */
export function commentsPage(view: CommentsPage): Html {
  const { words, says, page, replyTo, typed, emergency } = view;
  const { form, comments } = says;
  const labels = { name: form.name, email: form.email, text: form.text };
  const errors = fieldErrors(view, view.faults, labels);
  const hitch = hitchMessage(view, view.hitch);
  const summary = [...asErrors(errors), ...(hitch === undefined ? [] : [{ field: 'text', message: hitch }])];
  const title = comments.title(page.title);
  return layout({
    words,
    stylesheets: view.stylesheets,
    sheet: 'learn',
    title: summary.length > 0 ? words.frame.errorTitle(title) : title,
    main: html`${emergency ? emergencyCard(view, emergency) : ''}
${errorSummary(words, summary)}
<p><a class="back" href="${page.path}">${comments.backTo}</a></p>
${pageHeading(comments.heading, emergency)}
<p>${comments.of(page.title)}</p>
${threads(view, 2)}
<h2 id="write">${replyTo ? comments.writeReply(replyTo.name) : comments.write}</h2>
<p>${comments.before}</p>
<p>${view.premoderated ? comments.moderated : comments.open} ${form.plain}</p>
<form method="post" action="/comments/${page.id}${replyTo ? html`/reply/${replyTo.id}` : ''}" class="writing" novalidate>
${tokenField(view)}
${textField(view, { name: 'name', label: labels.name, value: typed.name, most: MOST.name, error: errors.name, autocomplete: 'nickname' })}
${textField(view, { name: 'email', type: 'email', label: labels.email, hint: form.emailHint, value: typed.email, most: MOST.email, error: errors.email, autocomplete: 'email' })}
${textField(view, { name: 'text', label: labels.text, value: typed.text, rows: 8, most: MOST.text, error: errors.text })}
${honeypot(view)}
${
  view.canMail
    ? html`<div class="choice"><input type="checkbox" id="mail" name="mail" value="yes"${typed.mail ? html` checked` : ''}><div class="said"><label for="mail">${comments.mail}</label></div></div>`
    : ''
}
<button type="submit">${form.send}</button>
</form>`,
  });
}

export interface SentPage extends DeskFrame {
  readonly page: CommentedPage;
  readonly link: string;
  readonly isShown: boolean;
  readonly isNew: boolean;
  readonly mailed: boolean;
  readonly emergency: Emergency | undefined;
}

/** Said once a comment is kept. */
export function sentPage(view: SentPage): Html {
  const { words, says, page, emergency } = view;
  const { comments } = says;
  return layout({
    words,
    stylesheets: view.stylesheets,
    sheet: 'learn',
    title: comments.sent,
    main: html`${emergency ? emergencyCard(view, emergency) : ''}
${pageHeading(comments.sent, emergency)}
<p>${view.isNew ? '' : comments.sentTwice} ${view.isShown ? comments.sentShown : comments.sentWaits}</p>
<h2>${comments.yourLink}</h2>
<p>${comments.linkText}${view.mailed ? ` ${comments.linkMailed}` : ''}</p>
<p><a href="${view.link}" class="secret">${comments.open_}</a></p>
<p><a class="back" href="${page.path}">${comments.backTo}</a></p>`,
  });
}
