// The guide through the application: what machines are told, what depends on the shell, and the way from a result to its page.

import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AppOptions, isOpenGuidePath } from '../src/app/index.ts';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import type { Guide, Review } from '../src/learn/index.ts';
import {
  interviewed,
  type Rehearsal,
  realGuide,
  realKnowledge,
  rehearse,
  runnerOf,
  saysNo,
} from './in-process.ts';

const ADDRESS = 'https://backstride.example';

let knowledge: KnowledgeBase;
let guide: Guide;
beforeAll(async () => {
  [knowledge, guide] = await Promise.all([realKnowledge(), realGuide()]);
});

const houseWith = (more: Partial<AppOptions> = {}): Rehearsal =>
  rehearse(knowledge, undefined, { guide: async () => guide, ...more });
const read = async (path: string, more: Partial<AppOptions> = {}) => runnerOf(houseWith(more)).send(path);

/** Texts by element, and attributes of links; throws where the document is not well-formed. */
function parsed(xml: string): { readonly ids: readonly string[]; readonly elements: readonly string[] } {
  const parser = new SaxesParser({ xmlns: true });
  const [ids, elements]: [string[], string[]] = [[], []];
  let open = '';
  parser.on('opentag', ({ name }) => {
    open = name;
    elements.push(name);
  });
  parser.on('text', (text) => {
    if (open === 'id' || open === 'loc') ids.push(text.trim());
  });
  parser.on('closetag', () => {
    open = '';
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return { ids: ids.filter((id) => id !== ''), elements };
}

describe('machines are told', () => {
  test('one address for each page, and only where the site’s own is known', async () => {
    const known = await read('/guide/soreness', { publicAddress: ADDRESS });
    expect(known.text).toContain(`<link rel="canonical" href="${ADDRESS}/guide/soreness">`);
    expect(known.text).not.toContain('noindex');
    expect((await read('/guide/soreness')).text).not.toContain('canonical');
    // A search is nobody's to find.
    const found = await read('/guide/search?q=ice', { publicAddress: ADDRESS });
    expect(found.text).toContain('noindex');
    expect(found.text).not.toContain('canonical');
  });

  test('every page and claim in the site map', async () => {
    const reply = await read('/sitemap.xml', { publicAddress: ADDRESS });
    const { ids } = parsed(reply.text);
    expect(new Set(ids)).toEqual(
      new Set([
        ...['/', '/guide', '/guide/verdicts', '/claims'].map((path) => ADDRESS + path),
        ...guide.pages.map(({ id }) => `${ADDRESS}/guide/${id}`),
        ...guide.claims.map(({ id }) => `${ADDRESS}/claims/${id}`),
      ]),
    );
    expect((await read('/sitemap.xml')).status).toBe(404);
  });

  test('what changed, in a feed that is well-formed and names no change twice', async () => {
    const reply = await read('/guide/changes.atom');
    expect(reply.headers.get('content-type')).toContain('application/atom+xml');
    const { ids, elements } = parsed(reply.text);
    expect(new Set(ids).size).toBe(ids.length);
    expect(elements.filter((name) => name === 'entry').length).toBe(ids.length - 1);
  });

  test('what to leave alone', async () => {
    const { text } = await read('/robots.txt', { publicAddress: ADDRESS });
    expect(text).toMatch(/Disallow: \/assess\n/);
    expect(text).toMatch(/Disallow: \/recover\n/);
    expect(text).toContain(`Sitemap: ${ADDRESS}/sitemap.xml`);
  });

  test('nothing that ends its element, in one script that the security policy needs not allow', async () => {
    const { text } = await read('/claims/ice-pack');
    const [, json = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(text) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'ClaimReview',
      claimReviewed: 'A pulled hamstring needs an ice pack.',
    });
  });
});

describe('what the shell gives', () => {
  test('without a guide there is none, and the home page does not speak of it', async () => {
    const runner = runnerOf(rehearse(knowledge));
    for (const path of ['/guide', '/guide/soreness', '/claims', '/claims/ice-pack', '/guide/search']) {
      expect((await runner.send(path)).status, path).toBe(404);
    }
    expect((await runner.send('/')).text).not.toContain('href="/guide"');
    expect((await read('/')).text).toContain('href="/guide"');
  });

  test('a guide that has not arrived yet is said to be on its way', async () => {
    const reply = await read('/guide/soreness', { guide: async () => undefined });
    expect(reply.status).toBe(503);
    expect(reply.text).toContain('The guide is not on this device yet');
  });

  test('the end of a page, and where reports go', async () => {
    const { html } = await import('hono/html');
    const endOfGuidePage: NonNullable<AppOptions['endOfGuidePage']> = async ({ id, takesComments }) =>
      takesComments ? html`<p>The end of ${id}.</p>` : undefined;
    expect((await read('/guide/soreness', { endOfGuidePage })).text).toContain('The end of soreness.');
    expect((await read('/guide/when-to-get-help', { endOfGuidePage })).text).not.toContain('The end of');
    expect((await read('/claims/ice-pack')).text).not.toContain('/claims/ice-pack/report');
    expect((await read('/claims/ice-pack', { takesReports: true })).text).toContain(
      '/claims/ice-pack/report',
    );
  });

  test('reviews that were signed since', async () => {
    const review: Review = { by: 'Dr <Example>', on: '2025-12-01', nextReview: '2025-12-31' };
    const reviews = async () => new Map([['ice-pack', review]]);
    const claim = await read('/claims/ice-pack', { reviews });
    expect(claim.text).toContain('Reviewed by Dr &lt;Example&gt; on 1 December 2025.');
    // The clock of the rehearsal stands at New Year.
    expect(claim.text).toContain('This review is overdue.');
    expect((await read('/guide/heat-and-cold', { reviews })).text).toContain(
      '1 of them reviewed by a clinician',
    );
  });
});

describe('the way to a page', () => {
  test('from a result: each cause that has one', async () => {
    const runner = runnerOf(houseWith());
    await interviewed(knowledge, runner, saysNo(knowledge));
    const { text } = await runner.send('/assess/result');
    expect(text).toMatch(/<a href="\/guide\/[a-z-]+">In the guide: /);
    for (const [, id] of text.matchAll(/href="\/guide\/([a-z-]+)"/g)) {
      expect(
        guide.pages.some((page) => page.id === id),
        id,
      ).toBe(true);
    }
  });

  test('from a cause, a plan and an exercise of the open knowledge', async () => {
    const runner = runnerOf(houseWith());
    for (const path of [
      '/knowledge/sciatica',
      '/knowledge/plans/sciatica',
      '/knowledge/exercises/nerve-slider',
    ]) {
      expect((await runner.send(path)).text, path).toContain('href="/guide/sciatica"');
    }
  });

  test('from a source that only the guide cites, to its claim', async () => {
    expect((await read('/knowledge/sources/whittaker2015')).text).toContain(
      'href="/claims/tight-groin-pull"',
    );
    expect((await runnerOf(rehearse(knowledge)).send('/knowledge/sources/whittaker2015')).status).toBe(404);
  });

  test('from every link that prose and pages have', async () => {
    const runner = runnerOf(houseWith());
    const seen = new Set<string>();
    for (const { id } of guide.pages) {
      const { text } = await runner.send(`/guide/${id}`);
      for (const [, path = ''] of text.matchAll(
        /href="(\/(?:guide|claims|knowledge|recover|about)?[^"#?]*)"/g,
      ))
        seen.add(path);
    }
    const pages = [...seen].filter((path) => /^\/(guide|claims|knowledge)(\/|$)/.test(path));
    expect(pages.length).toBeGreaterThan(150);
    for (const path of pages) expect((await runner.send(path)).status, path).toBe(200);
  });
});

describe('a search', () => {
  const PAYLOADS = [
    '"><script>alert(1)</script>',
    "'-alert(1)-'",
    '{{7*7}}',
    '<img src=x onerror=alert(1)>',
    '\u0000\uFFFF',
    'x'.repeat(5000),
  ];

  test.each(PAYLOADS)('for %s comes back as text', async (payload) => {
    const reply = await read(`/guide/search?q=${encodeURIComponent(payload)}`);
    expect(reply.status).toBe(200);
    expect(reply.text).not.toMatch(/<script>alert|<img src=x|onerror=alert\(1\)>/);
    expect(reply.text.length).toBeLessThan(40_000);
  });
});

test('every page that is the same for all may be prepared, and nothing else', () => {
  for (const path of [
    '/guide',
    '/guide/soreness',
    '/guide/verdicts',
    '/guide/changes.atom',
    '/claims',
    '/claims/ice-pack',
    '/robots.txt',
  ]) {
    expect(isOpenGuidePath(path), path).toBe(true);
  }
  for (const path of [
    '/',
    '/guide/search',
    '/guide/search?q=x',
    '/claims/ice-pack/report',
    '/guide/soreness?x=1',
    '/guide/../x',
    '/assess',
    '/guide/soreness/comment',
  ]) {
    expect(isOpenGuidePath(path), path).toBe(false);
  }
});
