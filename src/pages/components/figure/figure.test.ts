import { beforeAll, describe, expect, test } from 'vitest';
import { realKnowledge } from '../../../../test/in-process.ts';
import { type Finding, type Position, THINGS } from '../../../knowledge/index.ts';
import { figure } from './figure.ts';

let tests: readonly Finding[];
beforeAll(async () => {
  tests = (await realKnowledge()).findings.filter(({ selfTest }) => selfTest);
});

const STANDING: Position = { says: 'Stand upright.', back: [180, 180], sore: [0, 0], well: [0, 0] };

/** The parts of the drawings, one text each. */
const drawings = (html: string) => html.split('<figure>').slice(1);

const viewBox = (svg: string) => (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);

/** Every point of the drawing: of paths (not the radii of arcs) and circles. */
function points(svg: string): readonly (readonly [number, number])[] {
  const ofPaths = [...svg.matchAll(/ d="([^"]+)"/g)].flatMap(([, d]) => [
    ...(d ?? '').replaceAll(/A[\d.]+ [\d.]+ 0 [01] 1 /g, 'L').matchAll(/(-?[\d.]+) (-?[\d.]+)/g),
  ]);
  const ofCircles = [...svg.matchAll(/cx="([^"]+)" cy="([^"]+)"/g)];
  return [...ofPaths, ...ofCircles].map(([, x, y]) => [Number(x), Number(y)] as const);
}

describe('every self-test', () => {
  test('is drawn from its start to its end, each drawing in words of its own', () => {
    expect(tests.length).toBeGreaterThanOrEqual(10);
    for (const { id, selfTest } of tests) {
      const says = (selfTest?.figure ?? []).map((one) => one.says);
      expect(says.length, id).toBeGreaterThanOrEqual(2);
      expect(new Set(says).size, id).toBe(says.length);
    }
  });

  test('fits into its frame, all positions equally wide', () => {
    for (const { id, selfTest } of tests) {
      const html = String(figure(selfTest?.figure ?? []));
      expect(html, id).not.toMatch(/NaN|undefined|Infinity|style=/);
      const widths = drawings(html).map((drawing) => {
        const [left = 0, top = 0, width = 0, height = 0] = viewBox(drawing);
        expect(points(drawing).length, id).toBeGreaterThan(20);
        for (const [x, y] of points(drawing)) {
          expect(x, id).toBeGreaterThanOrEqual(left);
          expect(x, id).toBeLessThanOrEqual(left + width);
          expect(y, id).toBeGreaterThanOrEqual(top);
          expect(y, id).toBeLessThanOrEqual(top + height);
        }
        return width;
      });
      expect(new Set(widths).size, id).toBe(1);
    }
  });
});

describe('a drawing', () => {
  const draw = (position: Position) => drawings(String(figure([position, position])))[0] ?? '';
  const count = (svg: string, kind: string) => svg.split(`class="${kind}`).length - 1;

  test('marks the sore leg with a stripe, so that colour is not needed', () => {
    expect(count(draw(STANDING), 'stripe')).toBe(1);
    expect(count(draw(STANDING), 'sore')).toBe(3);
  });

  test('is hidden from screen readers and has its words below', () => {
    expect(draw(STANDING)).toContain('aria-hidden="true"');
    expect(draw(STANDING)).toContain('<figcaption><strong>1.</strong> Stand upright.</figcaption>');
  });

  test.each(THINGS)('of a %s has more lines than without', (thing) => {
    const lines = (svg: string) =>
      ['thing', 'floor', 'solid', 'mark'].reduce((sum, kind) => sum + count(svg, kind), 0);
    const isGround = ['mat-from-above', 'hill', 'hill-ahead'].includes(thing);
    expect(lines(draw({ ...STANDING, things: [thing] }))).toBeGreaterThanOrEqual(isGround ? 1 : 2);
    expect(lines(draw(STANDING))).toBe(1);
  });

  test('of a hop leaves air between the foot and the floor', () => {
    const height = (svg: string) => viewBox(svg)[3] ?? 0;
    expect(height(draw({ ...STANDING, lift: 8 })) - height(draw(STANDING))).toBeCloseTo(8, 1);
  });

  test.each(['move', 'press', 'notice', 'tape'] as const)('shows where to %s', (kind) => {
    const towards = kind === 'move' || kind === 'press' ? { towards: 90 } : {};
    const marked = draw({ ...STANDING, marks: [{ kind, at: 'sore-calf', ...towards }] });
    expect(count(marked, 'mark')).toBeGreaterThan(0);
    expect(count(draw(STANDING), 'mark')).toBe(0);
  });
});
