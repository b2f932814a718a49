// From a cause, a plan or an exercise to the page of the guide that tells of it, where there is one.

import { html } from 'hono/html';
import type { Words } from '../words/index.ts';
import type { Html } from './html.ts';

export interface GuideLink {
  readonly path: string;
  /** In English, as the guide is. */
  readonly title: string;
}

/** Finds the page about something; undefined where the guide says nothing about it, or is not there. */
export type FindGuideLink = (kind: 'conditions' | 'plans' | 'exercises', id: string) => GuideLink | undefined;

export function guideLine({ guide }: Words, link: GuideLink | undefined): Html {
  return link ? html`<p><a href="${link.path}">${guide.inGuide(link.title)}</a></p>` : html``;
}
