// What the guide says to machines, against the vocabulary of schema.org itself: the types of schema-dts, which are made from it.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { claimReview, type JsonLd, medicalWebPage, scriptText } from '../src/connect/index.ts';
import { claimsOf, type Guide, type Review, withReviews } from '../src/learn/index.ts';
import { realGuide, realKnowledge } from './in-process.ts';

const VOCABULARY = readFileSync(
  new URL('../node_modules/schema-dts/dist/schema.d.ts', import.meta.url),
  'utf8',
);

interface Kind {
  readonly parents: readonly string[];
  /** By property, the types that its value may have. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
}

const KINDS = kinds();

function kinds(): ReadonlyMap<string, Kind> {
  const found = new Map<string, Kind>();
  for (const [, name = '', parents = '', body = ''] of VOCABULARY.matchAll(
    /^(?:export )?interface (\w+)Base extends ([\w, <>]+) \{\n([\s\S]*?)^\}/gm,
  )) {
    const properties = new Map(
      [...body.matchAll(/^ {4}"([\w@]+)"\?: SchemaValue<([^,]+),/gm)].map(
        ([, property = '', types = '']) => [property, types.split('|').map((one) => one.trim())] as const,
      ),
    );
    found.set(name, { parents: [...parents.matchAll(/(\w+)Base/g)].map(([, one = '']) => one), properties });
  }
  return found;
}

/** A type with all that it is a kind of. */
function lineage(name: string): readonly string[] {
  return [name, ...(KINDS.get(name)?.parents.flatMap(lineage) ?? [])];
}

function allowed(type: string, property: string): readonly string[] | undefined {
  return lineage(type)
    .map((one) => KINDS.get(one)?.properties.get(property))
    .find((types) => types !== undefined);
}

/** Everything that the vocabulary does not know, as path and reason. */
function mistakesIn(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => mistakesIn(one, `${path}[${index}]`));
  if (!value || typeof value !== 'object') return [];
  const { '@type': type, '@context': _, '@id': __, ...rest } = value as Record<string, unknown>;
  // A leaf without properties of its own extends its parent directly.
  const known = KINDS.has(String(type)) || VOCABULARY.includes(`interface ${type}Leaf`);
  if (!known) return [`${path}: no type ${type}`];
  return Object.entries(rest).flatMap(([property, one]) => {
    const types = allowed(baseOf(String(type)), property);
    if (!types) return [`${path}: ${type} has no ${property}`];
    const each = Array.isArray(one) ? one : [one];
    return [
      ...each
        .filter((part) => !fits(part, types))
        .map((part) => `${path}.${property}: ${JSON.stringify(part)} is none of ${types.join(', ')}`),
      ...mistakesIn(one, `${path}.${property}`),
    ];
  });
}

function baseOf(type: string): string {
  if (KINDS.has(type)) return type;
  return new RegExp(`interface ${type}Leaf extends (\\w+)Base`).exec(VOCABULARY)?.[1] ?? type;
}

function fits(value: unknown, types: readonly string[]): boolean {
  if (typeof value === 'number') return types.some((one) => /^(Number|Integer)$/.test(one));
  if (typeof value === 'string') return types.some((one) => /^(Text|URL|Date|DateTime)$/.test(one));
  const type = String((value as Record<string, unknown>)['@type']);
  return [type, ...lineage(baseOf(type))].some((one) => types.includes(one));
}

let guide: Guide;
let knowledge: Awaited<ReturnType<typeof realKnowledge>>;
beforeAll(async () => {
  [guide, knowledge] = await Promise.all([realGuide(), realKnowledge()]);
});

const sourcesOf = (keys: readonly string[]) =>
  keys.flatMap((key) => guide.sources[key] ?? knowledge.sources[key] ?? []);

function pageNodes(of: Guide, publicAddress?: string): readonly JsonLd[] {
  return of.pages.map((page) => {
    const claims = claimsOf(of, page);
    return medicalWebPage({
      page,
      claims,
      sources: sourcesOf([...new Set(claims.flatMap(({ basis }) => basis.sources))]),
      conditions: knowledge.conditions.filter(({ id }) => page.conditions.includes(id)),
      publicAddress,
    });
  });
}

const claimNodes = (of: Guide, publicAddress?: string): readonly JsonLd[] =>
  of.claims.map((claim) => claimReview({ claim, sources: sourcesOf(claim.basis.sources), publicAddress }));

describe('the vocabulary', () => {
  test('was read: it knows what a fact check is', () => {
    expect(KINDS.size).toBeGreaterThan(400);
    expect(lineage('ClaimReview')).toEqual(['ClaimReview', 'Review', 'CreativeWork', 'Thing']);
  });

  test.each([
    [{ '@type': 'ClaimReview', claimReview: 'x' }, 'ClaimReview has no claimReview'],
    [{ '@type': 'ClaimReviews' }, 'no type ClaimReviews'],
    [{ '@type': 'ClaimReview', reviewRating: { '@type': 'Claim' } }, 'is none of Rating'],
    [{ '@type': 'MedicalWebPage', about: [{ '@type': 'MedicalCondition', taste: 'x' }] }, 'has no taste'],
  ])('finds what is wrong with %j', (node, said) => {
    expect(mistakesIn(node, '$').join('; ')).toContain(said);
  });
});

describe('what the guide says to machines', () => {
  test('is in the vocabulary, page by page and claim by claim', () => {
    for (const address of [undefined, 'https://backstride.example']) {
      const nodes = [...pageNodes(guide, address), ...claimNodes(guide, address)];
      expect(nodes.length).toBeGreaterThan(140);
      expect(nodes.flatMap((node, index) => mistakesIn(node, String(index)))).toEqual([]);
    }
  });

  test('is a fact check for everything but an advice', () => {
    for (const [index, node] of claimNodes(guide).entries()) {
      const claim = guide.claims[index];
      expect(node['@type'], claim?.id).toBe(claim?.verdict === 'advice' ? 'Claim' : 'ClaimReview');
      expect(JSON.stringify(node)).toContain(JSON.stringify(claim?.text));
    }
  });

  test('names no reviewer and no address that there is not', () => {
    const said = JSON.stringify([...pageNodes(guide), ...claimNodes(guide)]);
    expect(said).not.toMatch(/lastReviewed|reviewedBy|"@id"|"url"/);
  });

  test('names the reviewer, and the oldest day, once every claim of a page is reviewed', () => {
    const days = ['2027-02-01', '2027-03-01'];
    const reviews = new Map(
      guide.claims
        .filter(({ basis }) => basis.certainty !== 'unverified')
        .map(({ id }, index): [string, Review] => [
          id,
          { by: 'Dr Example', on: days[index % 2] ?? '', nextReview: '2028-02-01' },
        ]),
    );
    const reviewed = withReviews(guide, reviews);
    const nodes = pageNodes(reviewed);
    const whole = reviewed.pages.filter((page) =>
      claimsOf(reviewed, page).every(({ review }) => review.state === 'reviewed'),
    );
    expect(whole.length).toBeGreaterThan(2);
    expect(whole.length).toBeLessThan(reviewed.pages.length);
    for (const [index, page] of reviewed.pages.entries()) {
      expect(nodes[index]?.lastReviewed !== undefined, page.id).toBe(whole.includes(page));
    }
    expect(nodes.flatMap((node) => mistakesIn(node, '$'))).toEqual([]);
    expect(JSON.stringify(nodes)).toContain('"reviewedBy":[{"@type":"Person","name":"Dr Example"}]');
  });

  test('cannot end the element that it stands in', () => {
    const text = scriptText({ text: '</script><script>alert(1)</script>\u2028' });
    expect(text).not.toMatch(/<|\u2028/);
    expect(JSON.parse(text)).toEqual({ text: '</script><script>alert(1)</script>\u2028' });
  });
});
