// Comments on a page: what one is, which text is taken, how a page shows them. Plain text only: there is nothing to sanitise,
// because nothing in it is ever more than letters; a page escapes it and makes paragraphs of it. One level of replies: deeper
// ones are hard to follow on a phone, and a reply to a reply is meant for everybody below.

import { ok, type Result, refuse } from '../vocabulary/index.ts';

/** Time-ordered, so that the newest ones lie together in the store (UUID version 7, RFC 9562). */
export type CommentId = string;

export const COMMENT_STATES = ['waiting', 'published', 'rejected', 'deleted'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

export interface Comment {
  readonly id: CommentId;
  /** Id of the page it stands on. */
  readonly page: string;
  /** The comment it replies to. */
  readonly parent: CommentId | undefined;
  readonly name: string;
  /** Never shown to anybody but the editors. */
  readonly email: string;
  readonly text: string;
  readonly state: CommentState;
  /** Why it was rejected, as its author reads it. */
  readonly reason: string | undefined;
  /** Who of the editors changed the text, and when; shown with it. */
  readonly edited: { readonly by: string; readonly at: number } | undefined;
  /** Reasons to look twice. */
  readonly suspicions: readonly Suspicion[];
  /** Wants to hear of replies by e-mail: asked for, or asked for and the address shown to be theirs. */
  readonly mail: 'none' | 'asked' | 'confirmed';
  /** Goes up with every change: who decides says which version was read. */
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** What makes a comment look like spam. It is never thrown away for it: an editor looks. */
export const SUSPICIONS = ['honeypot', 'too-quick', 'links', 'duplicate', 'shouting'] as const;
export type Suspicion = (typeof SUSPICIONS)[number];

/** What somebody has written into the form, fit to be kept. */
export interface Written {
  readonly name: string;
  readonly email: string;
  readonly text: string;
}

export const LIMITS = { name: 60, email: 254, text: 4000 } as const;

/** What is wrong with a field. */
export type FieldFault = 'missing' | 'too-long' | 'not-an-address';
export type Faults<Field extends string> = Readonly<Partial<Record<Field, FieldFault>>>;

/** Reads what was typed. Whatever it is, it is taken as text. */
export function readWritten(typed: Written): Result<Written, Faults<keyof Written>> {
  const name = oneLine(typed.name);
  const email = oneLine(typed.email);
  const text = plainText(typed.text);
  const faults = {
    ...faultOf('name', name, LIMITS.name),
    ...faultOf('email', email, LIMITS.email),
    ...(email === '' || isAddress(email) ? {} : ({ email: 'not-an-address' } as const)),
    ...faultOf('text', text, LIMITS.text),
  };
  return Object.keys(faults).length > 0 ? refuse(faults) : ok({ name, email, text });
}

function faultOf<Field extends string>(field: Field, value: string, most: number): Faults<Field> {
  const fault = value === '' ? 'missing' : value.length > most ? 'too-long' : undefined;
  return (fault === undefined ? {} : { [field]: fault }) as Faults<Field>;
}

/**
 * Letters that are not to be seen: control characters, and those that turn the direction of what follows, with which a text
 * could pretend to be part of the page.
 */
const UNSEEN = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/** A text of several lines as it is kept: composed letters, newlines as one character, at most one empty line at once. */
export function plainText(typed: string): string {
  return typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replace(UNSEEN, (letter) => (letter === '\n' ? letter : ''))
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A text of one line as it is kept. */
export function oneLine(typed: string): string {
  return plainText(typed).replace(/\s+/g, ' ');
}

/** Has the form of an address. Whether it is somebody's, only a letter to it tells. */
export function isAddress(email: string): boolean {
  return /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\].]+(\.[^\s@<>(),;:"\\[\].]+)+$/.test(email);
}

/** A text as a page shows it: paragraphs of lines. */
export function paragraphsOf(text: string): readonly (readonly string[])[] {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => paragraph.split('\n'));
}

export interface Thread {
  readonly comment: Comment;
  readonly replies: readonly Comment[];
}

/**
 * What a page shows, the oldest first. A comment that was deleted is shown as deleted where it has replies, and not at all
 * where it has none.
 */
export function threadsOf(comments: readonly Comment[]): readonly Thread[] {
  const inOrder = [...comments].sort((a, b) => (a.id < b.id ? -1 : 1));
  const isShown = ({ state }: Comment) => state === 'published';
  return inOrder
    .filter(({ parent }) => parent === undefined)
    .map((comment) => ({
      comment,
      replies: inOrder.filter((reply) => reply.parent === comment.id && isShown(reply)),
    }))
    .filter(
      ({ comment, replies }) => isShown(comment) || (comment.state === 'deleted' && replies.length > 0),
    );
}
