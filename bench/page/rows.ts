// From figures to rows.

import { below, faster, figure, noted, type Row, type Spread, shown, spreadOf } from '../rows.ts';
import { BARE, LHC, SMART } from './peers.ts';
import type { Size, Sizes } from './sizes.ts';
import type { Tap, Tapper } from './taps.ts';
import type { Visit } from './throttled.ts';

export interface Figures {
  /** By name of the peer; ours under its own. */
  readonly visits: ReadonlyMap<string, readonly Visit[]>;
  /** Milliseconds from asking for the start page to seeing it, and from "Start now" to the first question. */
  readonly doors: readonly { readonly start: number; readonly tap: Tap }[];
  readonly taps: Readonly<Record<Tapper, readonly Tap[]>>;
  readonly sizes: Sizes;
}

export const OURS = 'Backstride';
/** The bare form is the same every time; when its time is not, the machine was too busy to judge times. */
const STEADY = 0.5;

export function rowsOf({ visits, doors, taps, sizes }: Figures): readonly Row[] {
  const of: Of = (name, figure) => {
    const all = visits.get(name) ?? [];
    return all.length > 0 ? spreadOf(all.map(figure)) : undefined;
  };
  const door = spreadOf(doors.map(({ start, tap }) => start + tap.next));
  const bare = of(BARE, visible);
  const isSteady =
    bare !== undefined && Math.max(bare.high / bare.median, bare.median / bare.low) - 1 <= STEADY;
  const rows = [
    ...pathRows(visits.get(OURS) ?? [], Object.values(taps).flat(), sizes),
    ...[LHC, SMART].flatMap((name) => peerRows(name, of, door)),
    shown(beside(BARE, 'first question: bytes'), mine(of, kilobytes), of(BARE, kilobytes), 'kB'),
    time(shown(beside(BARE, 'first question: time until visible'), mine(of, visible), bare, 'ms')),
    ...tapRows('tap on “Continue” half a second after choosing', 'service worker', taps.device, 50),
    ...tapRows('tap on “Continue” at once after choosing', 'service worker', taps['device at once'], 50),
    ...tapRows('tap on “Continue”', 'server', taps.server),
    below(
      'service worker with knowledge and both languages, as served',
      (sizes.worker + sizes.knowledge + sizes.texts) / 1000,
      400,
      'kB',
      `worker ${kB(sizes.worker)}, knowledge ${kB(sizes.knowledge)}, French ${kB(sizes.texts)}; with stylesheet, scripts and the reader of run files ${kB(sizes.device)}; icons ${kB(sizes.icons)} more; guide and notes come later, ${kB(sizes.later)}`,
    ),
    below('result page, as served', sizes.result.served / 1000, 14, 'kB', compressible(sizes.result)),
    below(
      'largest page of the guide, as served',
      sizes.guide.served / 1000,
      14,
      'kB',
      `${sizes.guide.path}; ${compressible(sizes.guide)}`,
    ),
    unjudged(
      below(
        'largest page of the knowledge, as served',
        sizes.largest.served / 1000,
        14,
        'kB',
        `${sizes.largest.path}; ${compressible(sizes.largest)}; no page for runners`,
      ),
    ),
  ];
  return rows.map(({ isTime, ...row }: Row & { isTime?: boolean }) =>
    isTime && !isSteady && row.met !== null
      ? noted({ ...row, met: null }, 'the bare form itself was not steady: machine too busy to judge')
      : row,
  );
}

type Of = (name: string, figure: (visit: Visit) => number) => Spread | undefined;

const kilobytes = ({ bytes }: Visit) => bytes / 1000;
const visible = (visit: Visit) => visit.visible;
const script = (visit: Visit) => visit.script / 1000;
const shift = (visit: Visit) => visit.shift;
const frame = (visit: Visit) => visit.frame;

const mine = (of: Of, figure: (visit: Visit) => number) => of(OURS, figure) ?? spreadOf([]);
const beside = (peer: string, name: string) => `${name}, beside ${peer}`;

/** What our first question needs, and what moves. */
function pathRows(ours: readonly Visit[], taps: readonly Tap[], { first, stylesheet }: Sizes) {
  const bytes = spreadOf(ours.map(kilobytes));
  const most = (values: readonly number[]) => spreadOf(values).high;
  return [
    ranged(
      below(
        'until the first question is visible: bytes, as served',
        bytes.median,
        15,
        'kB',
        `page with its stylesheet ${compressible(first)}; stylesheet by itself, for later pages, ${compressible(stylesheet)}`,
      ),
      bytes,
    ),
    below('render-blocking script', most(ours.map(({ blocking }) => blocking)), 0, 'B'),
    below(
      'layout shift, first question and every next one',
      most([...ours, ...taps].map((one) => one.shift)),
      0,
      'CLS',
    ),
  ];
}

function peerRows(name: string, of: Of, door: Spread) {
  const first = (what: string) => beside(name, `first question: ${what}`);
  const viaStart = beside(name, 'from a cold start page through “Start now” to the first question');
  return [
    faster(first('bytes'), mine(of, kilobytes), of(name, kilobytes), 50, 'kB', 'fewer'),
    time(faster(first('time until visible'), mine(of, visible), of(name, visible), 10, 'ms', 'sooner')),
    time(shown(viaStart, door, of(name, visible), 'ms')),
    shown(first('script that came before it'), mine(of, script), of(name, script), 'kB'),
    shown(first('layout shift'), mine(of, shift), of(name, shift), 'CLS'),
    time(shown(beside(name, 'tap on an answer to the next frame'), mine(of, frame), of(name, frame), 'ms')),
  ];
}

/** Chromium slows the page, not the worker. */
function tapRows(what: string, who: string, taps: readonly Tap[], most?: number) {
  const next = spreadOf(taps.map((tap) => tap.next));
  const answered = spreadOf(taps.map((tap) => tap.answered));
  const name = `${what}, to the next question, the ${who} answering`;
  return [
    time(most ? ranged(below(name, next.median, most, 'ms'), next) : shown(name, next, undefined, 'ms')),
    time(shown(`${what}: of these, until the ${who} had answered`, answered, undefined, 'ms')),
  ];
}

/** Marks a row as a time, which a busy machine spoils. */
function time(row: Row): Row & { readonly isTime: true } {
  return { ...row, isTime: true };
}

/** For what is only worked out, or is not what the bar speaks of. */
function unjudged(row: Row): Row {
  return { ...row, bar: 'none', met: null };
}

function ranged(row: Row, { low, high }: Spread): Row {
  return noted(row, `${figure(low)}–${figure(high)}`);
}

function compressible({ served, small }: Size): string {
  return served === small ? `${kB(small)} compressed` : `${kB(served)}, would be ${kB(small)} compressed`;
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
