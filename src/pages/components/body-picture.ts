// The body picture: low back, buttocks and both legs from behind, and smaller from the front for what cannot be seen from
// behind. Half a body is a table of widths at heights (our own drawing, roughly an adult's proportions); the other half
// is its mirror image. A region is a slice of it, or the inner or outer half of a slice, so regions fit each other and the
// outline whatever is changed. Each half of the picture says which side of the person it is: CSS lights up the side that is
// chosen, and where scripts run, pressing a leg chooses its side as well.
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
const HEIGHT = 476;

const VIEWS = ['back', 'front'] as const;
type View = (typeof VIEWS)[number];

/** Where a view stands, and how large: from behind, where the pain mostly is, a finger has to find smaller regions. */
const PLACED: Readonly<
  Record<View, { readonly middle: number; readonly top: number; readonly scale: number }>
> = {
  back: { middle: 83, top: 0, scale: 1.22 },
  front: { middle: 232, top: 149, scale: 0.8 },
};

/** The side of the person that the right half of a view shows. */
const RIGHT_HALF: Readonly<Record<View, 'left' | 'right'>> = { back: 'right', front: 'left' };
const LEFT_HALF: Readonly<Record<View, 'left' | 'right'>> = { back: 'left', front: 'right' };

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

/** From the crease of the buttock down, where a thigh has an inner and an outer half. */
const MIDDLE_OF_LEG: Readonly<Record<View, Curve>> = {
  back: middleOf(HALF.back),
  front: middleOf(HALF.front),
};

function middleOf({ inner, outer }: { readonly inner: Curve; readonly outer: Curve }): Curve {
  return curveThrough(
    inner.heights.map((height) => [height, (valueAt(inner, height) + valueAt(outer, height)) / 2]),
  );
}

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
  /** Only this half of it. */
  readonly half?: 'inner' | 'outer';
}

const BELT = { inner: 52, outer: 44, bow: 0 };
const UPPER_BUTTOCK_END = { inner: 77, outer: 70, bow: 3 };
const SIT_BONE_TOP = { inner: 103, outer: 96, bow: 5 };
const CREASE = { inner: 128, outer: 122, bow: 10 };
const UPPER_THIGH_END = { inner: 156, outer: 152, bow: 7 };
const MIDDLE_THIGH_END = { inner: 182, outer: 180, bow: 5 };
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
  'upper-thigh-inner': { view: 'back', from: CREASE, to: UPPER_THIGH_END, half: 'inner' },
  'upper-thigh-outer': { view: 'back', from: CREASE, to: UPPER_THIGH_END, half: 'outer' },
  'middle-thigh-inner': { view: 'back', from: UPPER_THIGH_END, to: MIDDLE_THIGH_END, half: 'inner' },
  'middle-thigh-outer': { view: 'back', from: UPPER_THIGH_END, to: MIDDLE_THIGH_END, half: 'outer' },
  'lower-thigh-inner': { view: 'back', from: MIDDLE_THIGH_END, to: ABOVE_HOLLOW, half: 'inner' },
  'lower-thigh-outer': { view: 'back', from: MIDDLE_THIGH_END, to: ABOVE_HOLLOW, half: 'outer' },
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
  )}${over}${VIEWS.map((view) => marks(view, question.sideMarks))}<text x="${PLACED.back.middle}" y="${HEIGHT - 6}">${question.fromBehind}</text><text x="${PLACED.front.middle}" y="${HEIGHT - 6}">${question.fromTheFront}</text></svg>`;
}

/** A letter beside each lower leg: whose left is meant is the first thing that is mistaken on a body. */
function marks(view: View, letters: Readonly<Record<'left' | 'right', string>>): Html {
  const { middle, top, scale } = PLACED[view];
  const [beside, height] = [scale * 56, round(top + scale * 330)];
  return html`<text class="side-mark" x="${round(middle - beside)}" y="${height}">${letters[LEFT_HALF[view]]}</text><text class="side-mark" x="${round(middle + beside)}" y="${height}">${letters[RIGHT_HALF[view]]}</text>`;
}

/**
 * What one answer covers on the picture, to lie exactly over it.
 * @param isPressed false for an answer that only lights up, because finer ones lie over the same regions
 */
export function bodyLayer(regions: readonly BodyRegion[], { isPressed = true } = {}): Html {
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}"${isPressed ? '' : html` class="shown"`} aria-hidden="true" focusable="false">${regions.map(
    (region) => bothHalves(SLICES[region].view, html`<path d="${outline(SLICES[region])}"/>`),
  )}</svg>`;
}

/** Where regions end, drawn faintly. The fold of the buttock is part of the contour instead. */
function borders(view: View): string {
  const lines = Object.values(SLICES).filter((slice) => slice.view === view);
  const across = [...new Set(lines.flatMap(({ from, to }) => [from, to]))]
    .filter((line) => line !== TOP && line !== SOLE[view] && line !== CREASE)
    .map((line) => pathAcross(view, line));
  return [...across, ...(view === 'back' ? [betweenHalves(view)] : [])].join('');
}

/** The line between the inner and the outer half of the thigh. */
function betweenHalves(view: View): string {
  const [top, bottom] = [halfway(CREASE), halfway(ABOVE_HOLLOW)];
  const middle = MIDDLE_OF_LEG[view];
  return `M${round(valueAt(middle, top))} ${round(top)}${pathDown(middle, top, bottom)}`;
}

function bothHalves(view: View, half: Html): Html {
  const { middle, top, scale } = PLACED[view];
  return html`<g transform="translate(${middle} ${top}) scale(${scale})"><g data-side="${RIGHT_HALF[view]}">${half}</g><g data-side="${LEFT_HALF[view]}" transform="scale(-1 1)">${half}</g></g>`;
}

/** Outline of a slice of the right half, as an SVG path. */
function outline(slice: Slice): string {
  return slice.half ? halfOutline(slice, slice.half) : wholeOutline(slice);
}

/** The inner or the outer half, below the place where the legs part. */
function halfOutline({ view, from, to }: Slice, half: 'inner' | 'outer'): string {
  const middle = MIDDLE_OF_LEG[view];
  const { inner, outer } = HALF[view];
  const [left, right] = half === 'inner' ? [inner, middle] : [middle, outer];
  const [above, below] = [halfAcross(view, from, half), halfAcross(view, to, half)];
  return [
    `M${above.left}Q${above.bend} ${above.right}`,
    pathDown(right, above.ends[1], below.ends[1]),
    `Q${below.bend} ${below.left}`,
    pathUp(left, below.ends[0], above.ends[0]),
    'z',
  ].join('');
}

/** Half of a line across: half of a quadratic curve is one again, its control point halfway to the old one. */
function halfAcross(view: View, line: Across, half: 'inner' | 'outer') {
  const { inner, outer, bow } = line;
  const centre = halfway(line);
  const near = { x: innerEdge(view, inner), y: inner };
  const far = { x: valueAt(HALF[view].outer, outer), y: outer };
  const middle = { x: valueAt(MIDDLE_OF_LEG[view], centre), y: centre };
  const control = { x: (near.x + far.x) / 2, y: (inner + outer) / 2 + 2 * bow };
  const [left, right] = half === 'inner' ? [near, middle] : [middle, far];
  const end = half === 'inner' ? near : far;
  const text = (x: number, y: number) => `${round(x)} ${round(y)}`;
  return {
    left: text(left.x, left.y),
    right: text(right.x, right.y),
    bend: text((end.x + control.x) / 2, (end.y + control.y) / 2),
    ends: [left.y, right.y] as const,
  };
}

/** Height of the middle of a line across. */
function halfway({ inner, outer, bow }: Across): number {
  return (inner + outer) / 2 + bow;
}

function wholeOutline({ view, from, to }: Slice): string {
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
