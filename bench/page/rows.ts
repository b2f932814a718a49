// From figures to rows.

import { below, faster, noted, type Row, type Spread, shown, spreadOf } from '../rows.ts';
import { BARE, LHC, SMART } from './peers.ts';
import type { Size, Sizes } from './sizes.ts';
import type { Tap } from './taps.ts';
import type { Visit } from './throttled.ts';

export interface Figures {
  /** By name of the peer; ours under its own. */
  readonly visits: ReadonlyMap<string, readonly Visit[]>;
  /** Milliseconds from asking for the start page to seeing it, and from "Start now" to the first question. */
  readonly doors: readonly { readonly start: number; readonly tap: Tap }[];
  readonly taps: Readonly<Record<'server' | 'device', readonly Tap[]>>;
  readonly sizes: Sizes;
}

export const OURS = 'Backstride';
/** The bare form is the same every time; when its time is not, the machine was too busy to judge times. */
const STEADY = 0.5;

export function rowsOf({ visits, doors, taps, sizes }: Figures): readonly Row[] {
  const of = (name: string, figure: (visit: Visit) => number): Spread | undefined => {
    const all = visits.get(name);
    return all && all.length > 0 ? spreadOf(all.map(figure)) : undefined;
  };
  const mine = (figure: (visit: Visit) => number) => of(OURS, figure) ?? spreadOf([]);
  const kilobytes = ({ bytes }: Visit) => bytes / 1000;
  const visible = (visit: Visit) => visit.visible;
  const script = (visit: Visit) => visit.script / 1000;
  const frame = (visit: Visit) => visit.frame;
  const door = spreadOf(doors.map(({ start, tap }) => start + tap.next));
  const beside = (name: string) => `, beside ${name}`;

  const bytes = mine(kilobytes);
  const { first, stylesheet } = sizes;
  const small = bytes.median - (first.served - first.small + stylesheet.served - stylesheet.small) / 1000;
  const allTaps = [...taps.server, ...taps.device];
  const shift = Math.max(
    ...(visits.get(OURS) ?? []).map((visit) => visit.shift),
    ...allTaps.map((tap) => tap.shift),
  );

  const rows = [
    ranged(below('until the first question is visible: bytes, as served', bytes.median, 15, 'kB'), bytes),
    below(
      'the same, if the server compressed page and stylesheet',
      small,
      15,
      'kB',
      wouldBe(first, stylesheet),
    ),
    below(
      'render-blocking script',
      Math.max(...(visits.get(OURS) ?? []).map((visit) => visit.blocking)),
      0,
      'B',
    ),
    below('layout shift, first question and every next one', shift, 0, 'CLS'),
    ...[LHC, SMART].flatMap((name) => [
      faster(`first question: bytes${beside(name)}`, bytes, of(name, kilobytes), 50, 'kB', 'fewer'),
      times(
        faster(
          `first question: time until visible${beside(name)}`,
          mine(visible),
          of(name, visible),
          10,
          'ms',
          'sooner',
        ),
      ),
      times(
        shown(
          `from a cold start page through “Start now” to the first question${beside(name)}`,
          door,
          of(name, visible),
          'ms',
        ),
      ),
      shown(
        `first question: script that came before it${beside(name)}`,
        mine(script),
        of(name, script),
        'kB',
      ),
      shown(
        `layout shift, first question${beside(name)}`,
        mine((visit) => visit.shift),
        of(name, (visit) => visit.shift),
        'CLS',
      ),
      times(shown(`tap on an answer to the next frame${beside(name)}`, mine(frame), of(name, frame), 'ms')),
    ]),
    shown(`first question: bytes${beside(BARE)}`, bytes, of(BARE, kilobytes), 'kB'),
    times(shown(`first question: time until visible${beside(BARE)}`, mine(visible), of(BARE, visible), 'ms')),
    ...tapRows('service worker', taps.device, 50),
    ...tapRows('server', taps.server),
    below(
      'service worker, knowledge, scripts and stylesheet, as served',
      sizes.device / 1000,
      400,
      'kB',
      `worker ${kB(sizes.worker)}, knowledge ${kB(sizes.knowledge)}; icons ${kB(sizes.icons)} more; one language`,
    ),
    ...pageRows('result page', sizes.result),
    ...pageRows(`largest page of the knowledge (${sizes.largest.path})`, sizes.largest),
  ];
  const bare = of(BARE, visible);
  const isSteady =
    bare !== undefined && Math.max(bare.high / bare.median, bare.median / bare.low) - 1 <= STEADY;
  return rows.map(({ isTime, ...row }: Row & { isTime?: boolean }) =>
    isTime && !isSteady && row.met !== null
      ? noted({ ...row, met: null }, 'the bare form itself was not steady: machine too busy to judge')
      : row,
  );
}

function tapRows(who: string, taps: readonly Tap[], most?: number) {
  const next = spreadOf(taps.map((tap) => tap.next));
  const answered = spreadOf(taps.map((tap) => tap.answered));
  const name = `tap on “Continue” to the next question, the ${who} answering`;
  return [
    times(most ? ranged(below(name, next.median, most, 'ms'), next) : shown(name, next, undefined, 'ms')),
    times(shown(`of these, until the ${who} had answered`, answered, undefined, 'ms')),
  ];
}

function pageRows(name: string, size: Size) {
  return [
    below(`${name}, as served`, size.served / 1000, 14, 'kB'),
    below(`${name}, if the server compressed it`, size.small / 1000, 14, 'kB'),
  ];
}

/** Marks a row as a time, which a busy machine spoils. */
function times(row: Row): Row & { readonly isTime: true } {
  return { ...row, isTime: true };
}

function ranged(row: Row, { low, high }: Spread): Row {
  return noted(row, `${low.toPrecision(3)}–${high.toPrecision(3)}`);
}

function wouldBe(page: Size, stylesheet: Size): string {
  const of = ({ served, small }: Size) => `${kB(served)} → ${kB(small)}`;
  return `worked out: page ${of(page)}, stylesheet ${of(stylesheet)}`;
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
