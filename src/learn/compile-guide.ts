// From Markdown to HTML, once: at the start of the server. HTML in the prose is shown as text, never taken over; marks become
// links to claims, with the verdict in words. markdown-it stays out of the device's code: the device gets what is compiled.

import markdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import {
  BLOCK_MARK,
  type Claim,
  canonicalJson,
  claimsNamedIn,
  type GuideKnowledge,
  type GuideText,
} from '../knowledge/index.ts';
import type { Block, Guide, GuidePage } from './guide.ts';
import { VERDICT_NAMES } from './verdicts.ts';

const INLINE_MARK = /^\[claim:([a-z0-9-]+)\]/;

/**
 * Compiles a guide that the checker has passed.
 * @param hashOf SHA-256 of a text, hexadecimal
 */
export function compileGuide(knowledge: GuideKnowledge, hashOf: (text: string) => string): Guide {
  const { claims, sources } = knowledge;
  const markdown = markdownWith(new Map(claims.map((claim) => [claim.id, claim])));
  const pages = knowledge.pages.map((page) => compilePage(markdown, page));
  return { hash: hashOf(canonicalJson({ pages, claims, sources })), pages, claims, sources };
}

function compilePage(markdown: MarkdownIt, { markdown: text, ...facts }: GuideText): GuidePage {
  const blocks: Block[] = [];
  let prose: string[] = [];
  const finish = () => {
    const written = prose.join('\n').trim();
    if (written !== '') blocks.push({ kind: 'prose', html: markdown.render(written) });
    prose = [];
  };
  for (const line of text.split('\n')) {
    const mark = BLOCK_MARK.exec(line.trim());
    if (!mark) prose.push(line);
    else {
      finish();
      blocks.push(mark[2] === undefined ? { kind: 'article-claims' } : { kind: 'figure', name: mark[2] });
    }
  }
  finish();
  return { ...facts, blocks, claims: claimsNamedIn(text) };
}

function markdownWith(claims: ReadonlyMap<string, Claim>): MarkdownIt {
  const markdown = markdownIt({ html: false, linkify: false, typographer: false });
  // Only pages of ours: what lies outside belongs into the sources of a claim.
  markdown.validateLink = (to) => /^\/(?!\/)/.test(to);
  markdown.inline.ruler.before('link', 'claim', (state, silent) => {
    const [found, id = ''] = INLINE_MARK.exec(state.src.slice(state.pos)) ?? [];
    const claim = claims.get(id);
    if (!found || !claim) return false;
    if (!silent) state.push('claim', '', 0).meta = { claim };
    state.pos += found.length;
    return true;
  });
  markdown.renderer.rules.claim = (tokens, index) => claimLink(tokens[index]?.meta?.claim as Claim);
  // As the tables of the product: named, and scrolling by themselves on a narrow screen.
  markdown.renderer.rules.table_open = (tokens, index) => {
    const name = markdown.utils.escapeHtml(headingBefore(tokens, index));
    return `<section class="scroll" aria-label="${name}" tabindex="0"><table><caption class="hidden">${name}</caption>\n`;
  };
  markdown.renderer.rules.table_close = () => '</table></section>\n';
  markdown.renderer.rules.th_open = () => '<th scope="col">';
  return markdown;
}

function headingBefore(tokens: readonly Token[], index: number): string {
  const at = tokens.findLastIndex(({ type }, place) => type === 'heading_open' && place < index);
  return tokens[at + 1]?.content ?? '';
}

/** The verdict as a small link; a screen reader hears what it is a verdict on. */
function claimLink({ id, verdict }: Claim): string {
  return `<a class="claim claim-${verdict}" href="/claims/${id}"><span class="hidden">The evidence: </span>${VERDICT_NAMES[verdict]}</a>`;
}
