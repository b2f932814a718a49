// The guide and its claims, for everybody to read. What was searched for stands in the address, as it must in a form that works
// without a script; no log has it, and it is answered on the device where it can be.

import { type Context, Hono } from 'hono';
import { atomFeed, claimReview, medicalWebPage, robotsText, scriptText, siteMap } from '../connect/index.ts';
import type { AuthoredSource, Claim } from '../knowledge/index.ts';
import {
  claimById,
  claimsOf,
  type Guide,
  guidePageById,
  LONGEST_QUERY,
  pageAbout,
  type SearchIndex,
  search,
  searchIndexOf,
  withReviews,
} from '../learn/index.ts';
import {
  claimPage,
  claimsPage,
  type FindGuideLink,
  type GuideView,
  guideIndexPage,
  guidePage,
  problemPage,
  searchPage,
  verdictsPage,
} from '../pages/index.ts';
import { dateInZone } from '../vocabulary/index.ts';
import type { SpokenOptions } from './options.ts';

/** The guide with the reviews that were signed since; undefined where there is none. */
export async function guideNow({ guide, reviews }: SpokenOptions): Promise<Guide | undefined> {
  const written = await guide?.();
  return written && reviews ? withReviews(written, await reviews()) : written;
}

/** Finds pages of the guide; finds none where it is not there. */
export async function guideLinks(options: SpokenOptions): Promise<FindGuideLink> {
  const guide = await options.guide?.();
  return (kind, id) => {
    const page = guide && pageAbout(guide, kind, id);
    return page && { path: `/guide/${page.id}`, title: page.title };
  };
}

/** Whether what stands at an address is the same for all who speak one language: everything but a search. */
export function isOpenGuidePath(path: string): boolean {
  return /^\/(guide|claims)(\/(?!search)[a-z0-9-]+(\.atom)?)?$|^\/(sitemap\.xml|robots\.txt)$/.test(path);
}

/** Routes of /guide and /claims, and what machines ask for. */
export function guideRoutes(options: SpokenOptions): Hono {
  const { authored: knowledge, words, stylesheets, publicAddress, now, zone = 'UTC' } = options;
  const app = new Hono();
  const indexes = new WeakMap<Guide, SearchIndex>();
  /** Answers with the guide, or as if the page did not exist. */
  const withGuide =
    (answer: (c: Context, view: GuideView) => Response | Promise<Response>) => async (c: Context) => {
      if (!options.guide) return c.notFound();
      const guide = await guideNow(options);
      // On a device that has just begun, and on which there is no connection.
      if (!guide) return c.html(problemPage({ words, stylesheets, ...words.problems.guideNotHere }), 503);
      // The address is the same for all; what it shows depends on the language.
      c.header('cache-control', 'private, no-cache');
      return answer(c, { guide, words, stylesheets, publicAddress, today: dateInZone(now(), zone) });
    };
  const sourcesOf = ({ sources }: Guide, claims: readonly Claim[]): readonly AuthoredSource[] =>
    [...new Set(claims.flatMap(({ basis }) => basis.sources))].flatMap(
      (key) => sources[key] ?? knowledge.sources[key] ?? [],
    );

  app.get(
    '/guide',
    withGuide((c, view) => c.html(guideIndexPage(view))),
  );
  app.get(
    '/guide/verdicts',
    withGuide((c, view) => c.html(verdictsPage(view))),
  );
  app.get(
    '/guide/search',
    withGuide((c, view) => {
      const query = (c.req.query('q') ?? '').slice(0, LONGEST_QUERY);
      const index = indexes.get(view.guide) ?? searchIndexOf(view.guide);
      indexes.set(view.guide, index);
      return c.html(searchPage({ ...view, query, hits: search(index, query) }));
    }),
  );
  app.get(
    '/guide/changes.atom',
    withGuide((c, { guide }) => {
      const { title, lead } = words.guide;
      return c.body(
        atomFeed(guide, { title: `Backstride: ${title}`, subtitle: String(lead) }, publicAddress),
        200,
        {
          'content-type': 'application/atom+xml; charset=utf-8',
        },
      );
    }),
  );
  app.get(
    '/guide/:page',
    withGuide(async (c, view) => {
      const page = guidePageById(view.guide, c.req.param('page') ?? '');
      if (!page) return c.notFound();
      const claims = claimsOf(view.guide, page);
      const structured = medicalWebPage({
        page,
        claims,
        sources: sourcesOf(view.guide, claims),
        conditions: knowledge.conditions.filter(({ id }) => page.conditions.includes(id)),
        publicAddress,
      });
      const end = await options.endOfGuidePage?.(page, words, c.req.raw);
      return c.html(guidePage({ ...view, page, knowledge, structured: scriptText(structured), end }));
    }),
  );
  app.get(
    '/claims',
    withGuide((c, view) => c.html(claimsPage(view))),
  );
  app.get(
    '/claims/:id',
    withGuide((c, view) => {
      const claim = claimById(view.guide, c.req.param('id') ?? '');
      if (!claim) return c.notFound();
      const sources = sourcesOf(view.guide, [claim]);
      const structured = scriptText(claimReview({ claim, sources, publicAddress }));
      const takesReports = options.takesReports === true;
      return c.html(claimPage({ ...view, claim, sources, structured, takesReports }));
    }),
  );
  app.get(
    '/sitemap.xml',
    withGuide((c, { guide }) =>
      publicAddress === undefined
        ? c.notFound()
        : c.body(siteMap(guide, publicAddress), 200, { 'content-type': 'application/xml; charset=utf-8' }),
    ),
  );
  app.get('/robots.txt', (c) => c.text(robotsText(publicAddress)));
  return app;
}
