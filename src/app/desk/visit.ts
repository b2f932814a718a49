// What the handlers of comments and of the desk share: reading a form, answering with a page and its cookie, limits, emergencies.

import type { Context } from 'hono';
import { alarmsIn, type Limit } from '../../learn/index.ts';
import type { DeskFrame, Emergency } from '../../pages/desk/index.ts';
import type { Html } from '../../pages/index.ts';
import { formOf } from '../read-body.ts';
import { placeOf } from '../views.ts';
import type { Issued } from './form-guard.ts';
import type { SpokenDesk } from './options.ts';

export function frameOf({ words, says, stylesheets }: SpokenDesk): DeskFrame {
  return { words, says, stylesheets };
}

export interface Typed {
  readonly text: (name: string) => string;
  readonly has: (name: string) => boolean;
}

/** Reads a posted form; fields are text, whatever was sent. */
export async function typedIn(c: Context): Promise<Typed> {
  const form = await formOf(c.req.raw);
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { text, has: (name) => text(name) !== '' };
}

/** Answers with a page that holds a form. */
export function formPage(
  c: Context,
  page: Html,
  { setCookie }: Pick<Issued, 'setCookie'>,
  status: 200 | 403 | 404 | 409 | 422 | 429 | 503 = 200,
): Response | Promise<Response> {
  if (setCookie !== undefined) c.header('set-cookie', setCookie, { append: true });
  return c.html(page, status);
}

/** What a text sounds like; undefined when it sounds like no emergency. */
export function emergencyIn({ knowledge }: SpokenDesk, c: Context, text: string): Emergency | undefined {
  const flags = alarmsIn(text).flatMap((id) => knowledge.redFlags.find((flag) => flag.id === id) ?? []);
  if (flags.length === 0) return undefined;
  return {
    level: knowledge.levels.emergency,
    place: placeOf(knowledge, undefined, c.req.header('accept-language')),
    because: flags.map(({ because }) => because),
  };
}

/** Parts of the count of all together: one row would make everybody wait for everybody's commit. */
const PARTS = 16;

/**
 * Limits on what people send: from one network, and from all together.
 * @param id of what is sent; its last digit is random
 */
export async function sendingLimits(desk: SpokenDesk, c: Context, id: string): Promise<readonly Limit[]> {
  const { rates, secrets, addressOf } = desk;
  const network = await secrets.of('network', networkOf(addressOf(c)));
  return [
    { key: `send ${network}`, rate: rates.perAddress },
    {
      key: `send ${id.slice(-1)}`,
      rate: { ...rates.everybody, most: Math.ceil(rates.everybody.most / PARTS) },
    },
  ];
}

/** Who shares a line: one address, or the 64 bits that a household has of the newer kind. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('%')[0]?.split('::') ?? [];
  const left = head.split(':').filter((part) => part !== '');
  const right = tail === undefined ? [] : tail.split(':').filter((part) => part !== '');
  const missing = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(Math.max(0, missing)).fill('0'), ...right]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
}

/** The site as its readers write it. */
export function originOf({ origin }: SpokenDesk, c: Context): string {
  return origin ?? new URL(c.req.url).origin;
}

export function retryAfter(c: Context, waitMs: number): void {
  c.header('retry-after', String(Math.max(1, Math.ceil(waitMs / 1000))));
}
