// The body picture: low back, buttocks and both legs from behind, and from the front for what cannot be seen from
// behind. Half a body is a table of widths at heights (our own drawing, roughly an adult's proportions); the other half
// is its mirror image. A region is a slice of it, so regions fit each other and the outline whatever is changed.
//
// It is decoration for assistive technology: the list of radio buttons is the control. Each choice brings a layer of its
// own, a second label for its radio that lies over the picture and catches the pointer only where its region is painted.
// So a click on the picture chooses without any script.

import { html } from 'hono/html';
import type { BodyRegion } from '../../knowledge/index.ts';
import { english } from '../words/index.ts';
import type { Html } from './html.ts';
import { type Curve, curveThrough, pathDown, pathUp, round, valueAt } from './smooth-curve.ts';

/** Width and height of the picture in its own units; CSS gives the same ratio to what lies over it. */
const WIDTH = 288;
const HEIGHT = 396;

const VIEWS = ['back', 'front'] as const;
type View = (typeof VIEWS)[number];

const MIDDLE: Readonly<Record<View, number>> = { back: 72, front: 216 };

/** Height at which the legs part; above it a half reaches the midline. */
const CROTCH = 117;

/** Distances from the midline at heights: [height, distance]. */
const OUTER_LEG: readonly (readonly [number, number])[] = [
  [0, 43],
  [16, 40.5],
  [36, 44.5],
  [62, 54],
  [90, 60.5],
  [112, 61],
  [140, 59.5],
  [170, 56],
  [200, 50],
  [222, 46.5],
  [240, 45.5],
  [256, 46.5],
  [276, 48.5],
  [298, 45],
  [320, 38.5],
  [338, 35],
];
const INNER_LEG: readonly (readonly [number, number])[] = [
  [CROTCH, 1.5],
  [140, 2.5],
  [170, 4.5],
  [200, 7],
  [222, 8.5],
  [240, 8.5],
  [256, 7.5],
  [276, 7.5],
  [298, 11],
  [320, 15.5],
  [338, 17.5],
];
const HALF: Readonly<Record<View, { readonly outer: Curve; readonly inner: Curve }>> = {
  back: {
    outer: curveThrough([...OUTER_LEG, [350, 37], [358, 38.5], [364, 34]]),
    inner: curveThrough([...INNER_LEG, [350, 16], [358, 15.5], [364, 20]]),
  },
  front: {
    outer: curveThrough([...OUTER_LEG, [350, 38], [360, 44], [367, 44.5], [371, 38]]),
    inner: curveThrough([...INNER_LEG, [350, 17], [360, 17], [367, 18.5], [371, 24]]),
  },
};

/** A line across half a body, from the midline (or the inner side of the leg) outwards; `bow` bends it downwards. */
interface Across {
  readonly inner: number;
  readonly outer: number;
  readonly bow: number;
}

const level = (height: number, bow = 0): Across => ({ inner: height, outer: height, bow });

const TOP = level(0, 2);
const SOLE: Readonly<Record<View, Across>> = { back: level(364, 3), front: level(371, 2) };

interface Slice {
  readonly view: View;
  readonly from: Across;
  readonly to: Across;
}

const BELT = { inner: 52, outer: 44, bow: 0 };
const UPPER_BUTTOCK_END = { inner: 77, outer: 70, bow: 3 };
const SIT_BONE_TOP = { inner: 103, outer: 96, bow: 5 };
const CREASE = { inner: 128, outer: 122, bow: 10 };
const ABOVE_HOLLOW = level(208, 4);
const BELOW_HOLLOW = level(258, 5);
const GROIN_TOP = { inner: 98, outer: 58, bow: 6 };
const GROIN_BOTTOM = { inner: 134, outer: 98, bow: 6 };
const ABOVE_KNEECAP = level(210, -4);
const BELOW_KNEECAP = level(256, 5);

const SLICES: Readonly<Record<BodyRegion, Slice>> = {
  'low-back': { view: 'back', from: TOP, to: BELT },
  'upper-buttock': { view: 'back', from: BELT, to: UPPER_BUTTOCK_END },
  'deep-buttock': { view: 'back', from: UPPER_BUTTOCK_END, to: SIT_BONE_TOP },
  'sit-bone': { view: 'back', from: SIT_BONE_TOP, to: CREASE },
  'back-of-thigh': { view: 'back', from: CREASE, to: ABOVE_HOLLOW },
  'back-of-knee': { view: 'back', from: ABOVE_HOLLOW, to: BELOW_HOLLOW },
  calf: { view: 'back', from: BELOW_HOLLOW, to: SOLE.back },
  groin: { view: 'front', from: GROIN_TOP, to: GROIN_BOTTOM },
  'front-of-thigh': { view: 'front', from: GROIN_BOTTOM, to: ABOVE_KNEECAP },
  'shin-and-foot': { view: 'front', from: BELOW_KNEECAP, to: SOLE.front },
};

/** Lines that make a body of the outline. */
const DETAILS: Readonly<Record<View, string>> = {
  // Natal cleft, dimples, hollow of the knee, Achilles tendon.
  back: 'M0 62V116M11 50v.1M18 226q8 5 17 0M19 238q7 3 14 0M23 322v20M31 322v20',
  // Navel, kneecap, toes.
  front: 'M0 22v5M17 226q10-8 20 0M19 240q9 7 16 0M25 364v6M31 365v6M37 364v6',
};

/** The whole body, without any region chosen. */
export function bodyPicture(words = english): Html {
  return html`<div class="body" aria-hidden="true">${drawnBody(words)}
<p class="invitation">${words.question.press}</p></div>`;
}

/** One place on it, to look at; the caption says the same. */
export function bodyWith(regions: readonly BodyRegion[], caption: string, words = english): Html {
  const marked = regions.map((region) =>
    bothHalves(SLICES[region].view, html`<path class="place-mark" d="${outline(SLICES[region])}"/>`),
  );
  return html`<figure class="body">${drawnBody(words, marked)}
<figcaption>${caption}</figcaption></figure>`;
}

function drawnBody({ question }: typeof english, over: readonly Html[] = []): Html {
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" focusable="false">${VIEWS.map((view) =>
    bothHalves(
      view,
      html`<path class="skin" d="${outline({ view, from: TOP, to: SOLE[view] })}"/><path class="border" d="${borders(view)}"/><path class="contour" d="${contour(view)}${DETAILS[view]}"/>`,
    ),
  )}${over}<text x="${MIDDLE.back}" y="391">${question.fromBehind}</text><text x="${MIDDLE.front}" y="391">${question.fromTheFront}</text></svg>`;
}

/** What one answer covers on the picture, to lie exactly over it. */
export function bodyLayer(regions: readonly BodyRegion[]): Html {
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" focusable="false">${regions.map(
    (region) => bothHalves(SLICES[region].view, html`<path d="${outline(SLICES[region])}"/>`),
  )}</svg>`;
}

/** Where regions end, drawn faintly. The fold of the buttock is part of the contour instead. */
function borders(view: View): string {
  const lines = Object.values(SLICES).filter((slice) => slice.view === view);
  return [...new Set(lines.flatMap(({ from, to }) => [from, to]))]
    .filter((line) => line !== TOP && line !== SOLE[view] && line !== CREASE)
    .map((line) => pathAcross(view, line))
    .join('');
}

function bothHalves(view: View, half: Html): Html {
  return html`<g transform="translate(${MIDDLE[view]})">${half}<g transform="scale(-1 1)">${half}</g></g>`;
}

/** Outline of a slice of the right half, as an SVG path. */
function outline({ view, from, to }: Slice): string {
  const { outer, inner } = HALF[view];
  const bottom = cross(view, to);
  const legTop = Math.max(CROTCH, from.inner);
  return [
    pathAcross(view, from),
    pathDown(outer, from.outer, to.outer),
    `Q${bottom.middle} ${bottom.inner}`,
    to.inner > legTop ? pathUp(inner, to.inner, legTop) : '',
    from.inner < CROTCH && to.inner > CROTCH ? `L0 ${CROTCH}` : '',
    'z',
  ].join('');
}

function pathAcross(view: View, line: Across): string {
  const { inner, middle, outer } = cross(view, line);
  return `M${inner}Q${middle} ${outer}`;
}

/** The points of a line across: its ends, and the control point that gives it its bow. */
function cross(
  view: View,
  { inner, outer, bow }: Across,
): Readonly<Record<'inner' | 'middle' | 'outer', string>> {
  const [near, far] = [innerEdge(view, inner), valueAt(HALF[view].outer, outer)];
  const point = (x: number, y: number) => `${round(x)} ${round(y)}`;
  return {
    inner: point(near, inner),
    middle: point((near + far) / 2, (inner + outer) / 2 + 2 * bow),
    outer: point(far, outer),
  };
}

function innerEdge(view: View, height: number): number {
  return height < CROTCH ? 0 : valueAt(HALF[view].inner, height);
}

/** The visible edge: outer side, sole, inner side up to where the legs part. */
function contour(view: View): string {
  const { outer, inner } = HALF[view];
  const sole = SOLE[view].inner;
  const { inner: heel, middle } = cross(view, SOLE[view]);
  const start = `M${round(valueAt(outer, 0))} 0${pathDown(outer, 0, sole)}`;
  return `${start}Q${middle} ${heel}${pathUp(inner, sole, CROTCH)}L0 ${CROTCH - 2}${view === 'back' ? pathAcross(view, CREASE) : ''}`;
}
