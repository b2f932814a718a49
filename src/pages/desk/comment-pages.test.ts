// The comments at the end of a page of the guide, which is the same bytes for everybody: nothing in it may belong to one visitor.

import { describe, expect, test } from 'vitest';
import type { Comment } from '../../learn/index.ts';
import { WORDS } from '../words/index.ts';
import { commentSection, DESK_WORDS } from './index.ts';

const WRITTEN = Date.UTC(2026, 10, 28, 12);
const PAGE = { id: 'warm-up', title: 'Warm-up', path: '/guide/warm-up' };

const comment = (id: string, more: Partial<Comment> = {}): Comment => ({
  id,
  page: PAGE.id,
  parent: undefined,
  name: `Ann ${id}`,
  email: `${id}@example.org`,
  text: `Text ${id}.`,
  state: 'published',
  reason: undefined,
  edited: undefined,
  suspicions: [],
  mail: 'none',
  version: 1,
  createdAt: WRITTEN,
  ...more,
});

const section = (comments: readonly Comment[], tongue: 'en' | 'fr' = 'en') => {
  const words = tongue === 'en' ? WORDS['en-GB'] : WORDS['fr-CA'];
  const stylesheets = { common: '/assets/common.css', plan: '/assets/plan.css', learn: '/assets/learn.css' };
  return String(commentSection({ words, says: DESK_WORDS[words.tongue], stylesheets, page: PAGE, comments }));
};
const count = (text: string, part: string | RegExp) => text.split(part).length - 1;

describe('comments at the end of a page', () => {
  test('stand below one heading, with the way to all of them and to the form', () => {
    const text = section([comment('a')]);
    expect(count(text, '<h2')).toBe(1);
    expect(text).toContain('aria-labelledby="comments-title"');
    expect(text).toContain('href="/comments/warm-up#write"');
    expect(text).toContain('href="/comments/warm-up/reply/a#write"');
  });

  test('are each there once, replies below what they reply to, and cannot be replied to themselves', () => {
    const text = section([comment('a'), comment('b'), comment('c', { parent: 'a' })]);
    for (const id of ['a', 'b', 'c']) expect(count(text, `id="c-${id}"`), id).toBe(1);
    expect(text).toMatch(/id="c-a"[\s\S]*<ol class="replies">[\s\S]*id="c-c"[\s\S]*id="c-b"/);
    expect(text).not.toContain('/reply/c#');
    expect(count(text, '<h3')).toBe(2);
    expect(count(text, '<h4')).toBe(1);
  });

  test('show no e-mail, and of what was taken back nothing but that', () => {
    const gone = comment('b', { state: 'deleted', name: '', email: '', text: '' });
    const text = section([comment('a'), gone, comment('c', { parent: 'b' })]);
    expect(text).not.toContain('@');
    expect(text).toContain('<p id="c-b" class="hint">');
    expect(text, 'the reply is still there').toContain('Text c.');
    expect(text).not.toContain('/reply/b#');
  });

  test('say who of the editors changed one, and when', () => {
    const text = section([comment('a', { edited: { by: 'Dr Bea', at: WRITTEN } })]);
    expect(text).toContain('Dr Bea');
    expect(text).toContain('28 November 2026');
  });

  test('are text whatever is typed', () => {
    const bad = '<script>alert(1)</script>"\'&';
    const text = section([comment('a', { name: bad, text: bad })]);
    expect(text).not.toContain('<script');
    expect(count(text, '&lt;script&gt;')).toBeGreaterThanOrEqual(2);
  });

  test('that are not there are missed in words, and nothing waits for a visitor’s own token', () => {
    for (const text of [section([]), section([comment('a')])]) {
      expect(text).not.toMatch(/<form|<input|token/);
    }
    expect(section([])).not.toContain('<ol');
    expect(section([])).not.toBe(section([], 'fr'));
  });
});
