import { describe, expect, test } from 'vitest';
import { BODY_REGIONS } from '../../knowledge/index.ts';
import { bodyLayer, bodyPicture } from './body-picture.ts';

const VIEW_BOX = '0 0 288 476';

/** Path data of a drawing. */
const paths = (svg: string) => [...svg.matchAll(/ d="([^"]+)"/g)].map(([, d]) => d ?? '');

describe('the body picture', () => {
  test('has a layer for every region, each on both legs and unlike any other', () => {
    const shapes = BODY_REGIONS.map((region) => paths(String(bodyLayer([region]))));
    for (const [index, both] of shapes.entries()) {
      expect(both, BODY_REGIONS[index]).toHaveLength(2);
      expect(both[0]).toBe(both[1]);
      expect(both[0]).toMatch(/^M[\d.\sCLQz-]+z$/);
    }
    expect(new Set(shapes.map(([one]) => one)).size).toBe(BODY_REGIONS.length);
  });

  test('tells the sides of the person apart, which from the front are the other way round', () => {
    const sides = (svg: string) => [...svg.matchAll(/data-side="(\w+)"/g)].map(([, side]) => side);
    expect(sides(String(bodyLayer(['calf']))), 'from behind, drawn right half first').toEqual([
      'right',
      'left',
    ]);
    expect(sides(String(bodyLayer(['groin']))), 'from the front').toEqual(['left', 'right']);
    const letters = [...String(bodyPicture()).matchAll(/class="side-mark" x="([\d.]+)"[^>]*>(\w)</g)]
      .sort(([, a], [, b]) => Number(a) - Number(b))
      .map(([, , letter]) => letter);
    expect(letters).toEqual(['L', 'R', 'R', 'L']);
  });

  test('draws a choice with several regions as all of them', () => {
    expect(paths(String(bodyLayer(['groin', 'front-of-thigh'])))).toEqual([
      ...paths(String(bodyLayer(['groin']))),
      ...paths(String(bodyLayer(['front-of-thigh']))),
    ]);
  });

  test('lies under its layers at the same scale, and says nothing to a screen reader', () => {
    for (const svg of [String(bodyPicture()), String(bodyLayer(['calf']))]) {
      expect(svg).toContain(`viewBox="${VIEW_BOX}"`);
      expect(svg).toContain('aria-hidden="true"');
      expect(svg).not.toMatch(/NaN|undefined|style=/);
    }
  });
});
