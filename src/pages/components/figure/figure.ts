// The positions of a self-test or an exercise as drawings: a jointed figure in a few shapes, from the numbers beside the
// steps in the knowledge. A sore leg has a stripe, so that it is known without colour. Words under each drawing say the
// same, and are what a screen reader reads; the drawing itself is hidden from it.

import { html } from 'hono/html';
import type { Exercise, Figure } from '../../../knowledge/index.ts';
import { english, type Words } from '../../words/index.ts';
import type { Html } from '../html.ts';
import { round } from '../smooth-curve.ts';
import { type Drawing, drawingOf, drawingsOf } from './drawing.ts';
import { momentsOf } from './motion.ts';
import { type Box, bothOf, line, type Shape } from './shapes.ts';

const MARGIN = 5;
/** No drawing is cut narrower, so that all figures are about equally large; cm. */
const LEAST_WIDTH = 125;

/** All positions at one scale: equally wide, each as high as it needs; side by side they stand on one line. */
export function figure(positions: Figure): Html {
  const drawings = positions.map(({ says, sore, well, ...rest }) => ({
    says,
    ...onItsFloor(drawingOf({ ...rest, leg: sore, otherLeg: well }, true)),
  }));
  const width = Math.max(LEAST_WIDTH, ...drawings.map(({ box }) => box.right - box.left + 2 * MARGIN));
  const height = Math.max(...drawings.map(({ box }) => box.bottom - box.top)) + 2 * MARGIN;
  return panels(
    drawings.map(({ says, shapes, box }, index) => {
      const left = (box.left + box.right - width) / 2;
      const view = { left, right: left + width, top: box.top - MARGIN, bottom: box.bottom + MARGIN };
      return panel(svg(view, shapes), html`<strong>${index + 1}.</strong> ${says}`);
    }),
    width > 1.3 * height,
  );
}

/**
 * Draws an exercise, all positions in one frame, so that what does not move stays where it is. `large`: each with its
 * words, and, where motion is welcome, the movement. `small`: the first and the last without words, for a list that
 * names the exercise.
 */
export function exerciseFigure(
  exercise: Exercise,
  { size, words = english }: { readonly size: 'small' | 'large'; readonly words?: Words },
): Html {
  const says = words.exercise;
  const { positions } = exercise.figure;
  const isSore = exercise.sides === 'affected';
  const drawings = drawingsOf(exercise.figure, positions, isSore);
  const frame = frameOf(drawings);
  const drawn = drawings.map((drawing) => {
    const view = { ...frame, top: drawing.box.top - MARGIN };
    return svg(view, withGround(drawing, view).shapes);
  });
  if (size === 'small') return html`<span class="glimpse">${[drawn[0], drawn.at(-1)]}</span>`;
  const captions = positions.map((position, index) => {
    if (index === 0) return html`<strong>${says.start}</strong> ${exercise.start}`;
    if (index === positions.length - 1) return html`<strong>${says.end}</strong> ${exercise.end}`;
    return html`<strong>${says.between}</strong> ${position.says}`;
  });
  const isWide = frame.right - frame.left > 1.1 * (frame.bottom - frame.top);
  const moments = drawingsOf(exercise.figure, momentsOf(exercise), isSore);
  return panels(
    [
      ...drawn.map((one, index) => panel(one, captions[index] ?? html``)),
      ...(moments.length > 0 ? [motion(moments, says.motion)] : []),
    ],
    isWide,
  );
}

/** A strip of film that the stylesheet draws through the frame. */
function motion(moments: readonly Drawing[], caption: string): Html {
  const frame = frameOf(moments);
  const width = round(frame.right - frame.left);
  const film = moments.map(
    (moment, index) =>
      html`<g transform="translate(${round(width * index)})">${withGround(moment, frame).shapes.map((shape) => shape.svg)}</g>`,
  );
  return html`<figure class="motion" aria-hidden="true">${svg(frame, [], html`<g class="film">${film}</g>`)}
<figcaption>${caption}</figcaption></figure>`;
}

function frameOf(drawings: readonly Drawing[]): Box {
  const { left, right, top, bottom } = bothOf(...drawings.map(({ box }) => box));
  const spare = Math.max(MARGIN, (LEAST_WIDTH - (right - left)) / 2);
  return {
    left: left - spare,
    right: right + spare,
    top: top - MARGIN,
    bottom: Math.max(1, bottom) + MARGIN,
  };
}

function panels(all: readonly Html[], isWide: boolean): Html {
  return html`<div class="positions${isWide ? ' wide' : ''}">${all}</div>`;
}

function panel(drawn: Html, words: Html): Html {
  return html`<figure>${drawn}
<figcaption>${words}</figcaption></figure>`;
}

function svg({ left, right, top, bottom }: Box, shapes: readonly Shape[], more?: Html): Html {
  const view = [left, top, right - left, bottom - top].map(round).join(' ');
  return html`<svg viewBox="${view}" aria-hidden="true" focusable="false">${shapes.map((shape) => shape.svg)}${more}</svg>`;
}

function onItsFloor(drawing: Drawing): Drawing {
  return withGround(drawing, drawing.box);
}

function withGround(drawing: Drawing, { left, right }: Box): Drawing {
  if (!drawing.hasGround) return drawing;
  const ground = line(
    'floor',
    [
      { x: left, y: drawing.floor },
      { x: right, y: drawing.floor },
    ],
    2,
  );
  return {
    ...drawing,
    shapes: [ground, ...drawing.shapes],
    box: { ...drawing.box, bottom: Math.max(drawing.box.bottom, ground.box.bottom) },
  };
}
