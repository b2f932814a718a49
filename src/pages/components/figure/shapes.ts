// The few shapes everything is drawn with. Each knows the box it needs, so that a drawing can be cut to its size.

import { html } from 'hono/html';
import type { Html } from '../html.ts';
import { round } from '../smooth-curve.ts';
import { along, angleTo, distance, type Point } from './joints.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Shape {
  readonly svg: Html;
  readonly box: Box;
}

/** What a shape is: the stylesheet gives each kind its colours. */
export type Kind = 'near' | 'far' | 'sore' | 'nose' | 'thing' | 'solid' | 'floor' | 'mark' | 'stripe';

/** A part of a limb: two circles and what is between them. */
export function limbPart(kind: Kind, from: Point, to: Point, start: number, end: number): Shape {
  const length = distance(from, to);
  const box = bothOf(around([from], start), around([to], end));
  // One circle inside the other: only the larger one is seen.
  if (length <= Math.abs(start - end))
    return { svg: disc(kind, start > end ? from : to, Math.max(start, end)).svg, box };
  const angle = angleTo(from, to);
  // Where the outer tangents touch: a cone leans in by the angle whose cosine is (r1 - r2) / length.
  const lean = (Math.acos((start - end) / length) * 180) / Math.PI;
  const [a, b, c, d] = [
    along(from, angle + lean, start),
    along(to, angle + lean, end),
    along(to, angle - lean, end),
    along(from, angle - lean, start),
  ].map(pair);
  const large = (radius: number) => (radius === Math.max(start, end) && start !== end ? 1 : 0);
  return {
    svg: html`<path class="${kind}" d="M${a}L${b}A${end} ${end} 0 ${large(end)} 1 ${c}L${d}A${start} ${start} 0 ${large(start)} 1 ${a}z"/>`,
    box,
  };
}

export function disc(kind: Kind, centre: Point, radius: number): Shape {
  return {
    svg: html`<circle class="${kind}" cx="${round(centre.x)}" cy="${round(centre.y)}" r="${radius}"/>`,
    box: around([centre], radius),
  };
}

export function line(kind: Kind, points: readonly Point[], width: number): Shape {
  return {
    svg: html`<path class="${kind} line" stroke-width="${width}" d="M${points.map(pair).join('L')}"/>`,
    box: around(points, width / 2),
  };
}

export function arrow(from: Point, to: Point): Shape {
  const back = angleTo(to, from);
  const [left, right] = [along(to, back + 32, 8), along(to, back - 32, 8)];
  return {
    svg: html`<path class="mark line" stroke-width="3.5" d="M${pair(from)}L${pair(to)}M${pair(left)}L${pair(to)}L${pair(right)}"/>`,
    box: around([from, to, left, right], 2),
  };
}

export function rings(centre: Point): Shape {
  const [x, y] = [round(centre.x), round(centre.y)];
  return {
    svg: html`<circle class="mark line" stroke-width="2.5" cx="${x}" cy="${y}" r="8.5"/><circle class="mark dot" cx="${x}" cy="${y}" r="3.5"/>`,
    box: around([centre], 10),
  };
}

/** A band round a limb that points at an angle, with a loose end. */
export function tape(centre: Point, angle: number): Shape {
  const [left, right] = [along(centre, angle - 90, 8), along(centre, angle + 90, 8)];
  return line('mark', [left, right, along(right, angle - 60, 9)], 4);
}

/** A circle that is not filled. */
export function ring(kind: Kind, centre: Point, radius: number, width: number): Shape {
  return {
    svg: html`<circle class="${kind} line" stroke-width="${width}" cx="${round(centre.x)}" cy="${round(centre.y)}" r="${radius}"/>`,
    box: around([centre], radius + width / 2),
  };
}

export function boxOf(shapes: readonly Shape[]): Box {
  return bothOf(...shapes.map(({ box }) => box));
}

/** The box that holds them all. */
export function bothOf(...boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

function around(points: readonly Point[], by: number): Box {
  return {
    left: Math.min(...points.map(({ x }) => x)) - by,
    top: Math.min(...points.map(({ y }) => y)) - by,
    right: Math.max(...points.map(({ x }) => x)) + by,
    bottom: Math.max(...points.map(({ y }) => y)) + by,
  };
}

function pair({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}
