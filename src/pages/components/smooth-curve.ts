// A smooth curve through points given as [height, distance], one distance for each height: a cubic spline whose slope at
// a point is that from its neighbour above to its neighbour below (Catmull-Rom). A part of it is again a chain of cubics,
// so any slice has exactly the edge of the whole.

export interface Curve {
  readonly heights: readonly number[];
  readonly values: readonly number[];
  readonly slopes: readonly number[];
}

/** @param points at least two, heights ascending. */
export function curveThrough(points: readonly (readonly [height: number, value: number])[]): Curve {
  const heights = points.map(([height]) => height);
  const values = points.map(([, value]) => value);
  if (heights.length < 2 || heights.some((height, index) => index > 0 && height <= (heights[index - 1] ?? 0)))
    throw new Error('A curve needs two points or more, from top to bottom.');
  const slopes = points.map((_, index) => {
    const above = Math.max(0, index - 1);
    const below = Math.min(points.length - 1, index + 1);
    return (at(values, below) - at(values, above)) / (at(heights, below) - at(heights, above));
  });
  return { heights, values, slopes };
}

/** Distance at a height; heights beyond the ends take the value of the end. */
export function valueAt(curve: Curve, height: number): number {
  return pointAt(curve, height).value;
}

/** SVG cubics from one height down to a lower one; the pen is at the start already. */
export function pathDown(curve: Curve, from: number, to: number): string {
  const stops = [from, ...curve.heights.filter((height) => height > from && height < to), to];
  return cubics(curve, stops);
}

/** The same upwards. */
export function pathUp(curve: Curve, from: number, to: number): string {
  const stops = [to, ...curve.heights.filter((height) => height > to && height < from), from];
  return cubics(curve, stops.reverse());
}

/** One decimal is a tenth of a pixel on a phone. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function cubics(curve: Curve, stops: readonly number[]): string {
  return stops
    .slice(1)
    .map((end, index) => {
      const start = at(stops, index);
      const [a, b] = [pointAt(curve, start), pointAt(curve, end)];
      const third = (end - start) / 3;
      const first = `${round(a.value + a.slope * third)} ${round(start + third)}`;
      const second = `${round(b.value - b.slope * third)} ${round(end - third)}`;
      return `C${first} ${second} ${round(b.value)} ${round(end)}`;
    })
    .join('');
}

/** Cubic Hermite interpolation between the two points around a height. */
function pointAt({ heights, values, slopes }: Curve, height: number): { value: number; slope: number } {
  const last = heights.length - 1;
  const h = Math.min(Math.max(height, at(heights, 0)), at(heights, last));
  const below = heights.findIndex((one, index) => index > 0 && one >= h);
  const above = below - 1;
  const span = at(heights, below) - at(heights, above);
  const t = (h - at(heights, above)) / span;
  const [v0, v1] = [at(values, above), at(values, below)];
  const [m0, m1] = [at(slopes, above) * span, at(slopes, below) * span];
  const value =
    (2 * t ** 3 - 3 * t ** 2 + 1) * v0 +
    (t ** 3 - 2 * t ** 2 + t) * m0 +
    (-2 * t ** 3 + 3 * t ** 2) * v1 +
    (t ** 3 - t ** 2) * m1;
  const slope =
    ((6 * t ** 2 - 6 * t) * (v0 - v1) + (3 * t ** 2 - 4 * t + 1) * m0 + (3 * t ** 2 - 2 * t) * m1) / span;
  return { value, slope };
}

function at(list: readonly number[], index: number): number {
  const value = list[index];
  if (value === undefined) throw new Error(`No number ${index} among ${list.length}.`);
  return value;
}
