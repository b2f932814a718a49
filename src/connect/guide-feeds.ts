// What machines follow: changes of the guide as an Atom feed (RFC 4287), its addresses as a site map, and who may look at what.
// Identifiers are tag URIs (RFC 4151), so that they stay the same wherever the guide is served.

import type { Claim } from '../knowledge/index.ts';
import type { Guide } from '../learn/index.ts';

const MOST_ENTRIES = 60;

export interface FeedWords {
  readonly title: string;
  readonly subtitle: string;
}

/** The newest changes of pages and claims. @param publicAddress where links begin; without it they lead from the feed itself */
export function atomFeed(guide: Guide, words: FeedWords, publicAddress: string | undefined): string {
  const changes = [
    ...guide.pages.map(({ id, title, summary, changed }) => ({
      ...{ path: `/guide/${id}`, title, on: changed, text: summary, number: 0 },
    })),
    ...guide.claims.flatMap((claim) =>
      claim.history.map(({ on, change }, number) => ({
        ...{
          path: `/claims/${claim.id}`,
          title: claim.text,
          on,
          text: `${change} ${verdictOf(claim)}`,
          number,
        },
      })),
    ),
  ];
  const newest = changes
    .sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : a.path < b.path ? -1 : 1))
    .slice(0, MOST_ENTRIES);
  const href = (path: string) => `${publicAddress ?? ''}${path}`;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>tag:backstride,2026:guide</id>
<title>${escapeXml(words.title)}</title>
<subtitle>${escapeXml(words.subtitle)}</subtitle>
<updated>${newest[0]?.on ?? '2026-11-28'}T00:00:00Z</updated>
<author><name>Backstride contributors</name></author>
<link rel="self" href="${escapeXml(href('/guide/changes.atom'))}"/>
<link rel="alternate" type="text/html" href="${escapeXml(href('/guide'))}"/>
${newest
  .map(
    ({ path, title, on, text, number }) => `<entry>
<id>tag:backstride,2026:${path.slice(1)}/${on}/${number}</id>
<title>${escapeXml(title)}</title>
<updated>${on}T00:00:00Z</updated>
<link rel="alternate" type="text/html" href="${escapeXml(href(path))}"/>
<summary>${escapeXml(text)}</summary>
</entry>`,
  )
  .join('\n')}
</feed>
`;
}

function verdictOf({ verdict, why }: Claim): string {
  return `Verdict: ${verdict}. ${why}`;
}

/** Every page of guide and claims, with the day of its last change. */
export function siteMap(guide: Guide, publicAddress: string): string {
  const pages = [
    { path: '/', on: undefined },
    { path: '/guide', on: undefined },
    { path: '/guide/verdicts', on: undefined },
    { path: '/claims', on: undefined },
    ...guide.pages.map(({ id, changed }) => ({ path: `/guide/${id}`, on: changed })),
    ...guide.claims.map(({ id, history }) => ({ path: `/claims/${id}`, on: history.at(-1)?.on })),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages
  .map(
    ({ path, on }) =>
      `<url><loc>${escapeXml(publicAddress + path)}</loc>${on ? `<lastmod>${on}</lastmod>` : ''}</url>`,
  )
  .join('\n')}
</urlset>
`;
}

/** Guide and claims are for everybody; what somebody answers, their plan and the desk are nobody's business. */
export function robotsText(publicAddress: string | undefined): string {
  const closed = ['/assess', '/recover', '/train', '/device', '/desk', '/guide/search'];
  return `User-agent: *
${closed.map((path) => `Disallow: ${path}`).join('\n')}
${publicAddress === undefined ? '' : `\nSitemap: ${publicAddress}/sitemap.xml\n`}`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
