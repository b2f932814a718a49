// One made-up run, written as FIT, GPX and TCX, for tests and benches. Its numbers are a function of the second, so that a test can say what
// must come out.

import { encodeFit, type FitMessage, type FitOptions, fitSeconds } from './fit-encoder.ts';

export interface MadeRun {
  readonly start: string;
  readonly seconds: number;
  /** Metres a second, at each second. */
  readonly speedAt: (second: number) => number;
  readonly heartRateAt?: (second: number) => number | null;
  readonly altitudeAt?: (second: number) => number;
  /** Seconds that were not recorded, the timer stopped. */
  readonly pauses?: readonly { readonly from: number; readonly to: number }[];
  readonly hasPositions?: boolean;
  readonly hasDistance?: boolean;
}

export interface MadePoint {
  readonly second: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly altitude: number;
  readonly metres: number;
  readonly speed: number;
  readonly heartRate: number | null;
}

const METRES_A_DEGREE = (Math.PI / 180) * 6_371_008.8;

/** Northwards along a meridian, so that degrees and metres are one thing. */
export function pointsOf(run: MadeRun): readonly MadePoint[] {
  const points: MadePoint[] = [];
  let metres = 0;
  for (let second = 0; second <= run.seconds; second++) {
    const isPaused = run.pauses?.some(({ from, to }) => second > from && second < to) ?? false;
    const isAfter = run.pauses?.some(({ from, to }) => second > from && second <= to) ?? false;
    const speed = run.speedAt(second);
    if (second > 0 && !isAfter) metres += speed;
    if (isPaused) continue;
    points.push({
      second,
      latitude: 50 + metres / METRES_A_DEGREE,
      longitude: 8,
      altitude: run.altitudeAt?.(second) ?? 100,
      metres,
      speed,
      heartRate: run.heartRateAt?.(second) ?? null,
    });
  }
  return points;
}

export function totalOf(run: MadeRun): { readonly metres: number; readonly moving: number } {
  const paused = (run.pauses ?? []).reduce((sum, { from, to }) => sum + to - from, 0);
  return { metres: pointsOf(run).at(-1)?.metres ?? 0, moving: run.seconds - paused };
}

export interface MadeFit extends FitOptions {
  readonly sport?: number;
  readonly subSport?: number;
  readonly hasSession?: boolean;
  readonly localMinutes?: number;
  readonly compressed?: boolean;
  readonly developer?: boolean;
  readonly ascent?: number;
}

export function fitOf(run: MadeRun, options: MadeFit = {}): Uint8Array {
  return encodeFit(fitMessagesOf(run, options), options);
}

export function fitMessagesOf(run: MadeRun, options: MadeFit = {}): readonly FitMessage[] {
  const start = fitSeconds(run.start);
  const { metres, moving } = totalOf(run);
  const end = start + run.seconds;
  const timer = (time: number, type: number): FitMessage => ({
    global: 21,
    fields: [
      { number: 253, type: 'uint32', value: time },
      { number: 0, type: 'enum', value: 0 },
      { number: 1, type: 'enum', value: type },
    ],
  });
  const events = (run.pauses ?? []).flatMap(({ from, to }) => [timer(start + from, 4), timer(start + to, 0)]);
  const sums = (startNumber: number, ascentNumber: number): FitMessage['fields'] => [
    { number: 253, type: 'uint32', value: end },
    { number: startNumber, type: 'uint32', value: start },
    { number: 7, type: 'uint32', value: run.seconds * 1000 },
    { number: 8, type: 'uint32', value: moving * 1000 },
    { number: 9, type: 'uint32', value: run.hasDistance === false ? null : metres * 100 },
    { number: ascentNumber, type: 'uint16', value: options.ascent ?? null },
  ];
  return [
    {
      global: 0,
      fields: [
        { number: 0, type: 'enum', value: 4 },
        { number: 1, type: 'uint16', value: 294 },
        { number: 2, type: 'uint16', value: 12 },
        { number: 4, type: 'uint32', value: start },
      ],
    },
    timer(start, 0),
    ...recordsOf(run, options),
    ...events,
    timer(end, 4),
    { global: 19, fields: sums(2, 21) },
    ...(options.hasSession === false
      ? []
      : [
          {
            global: 18,
            fields: [
              ...sums(2, 22),
              { number: 5, type: 'enum', value: options.sport ?? 1 },
              { number: 6, type: 'enum', value: options.subSport ?? 0 },
            ],
          } as const,
        ]),
    ...(options.localMinutes === undefined
      ? []
      : [
          {
            global: 34,
            fields: [
              { number: 253, type: 'uint32', value: end },
              { number: 5, type: 'uint32', value: end + options.localMinutes * 60 },
            ],
          } as const,
        ]),
  ];
}

function recordsOf(run: MadeRun, { compressed = false, developer = false }: MadeFit): readonly FitMessage[] {
  const start = fitSeconds(run.start);
  const semicircles = (degrees: number) => Math.round((degrees / 180) * 2 ** 31);
  const points = pointsOf(run);
  return points.map((point, index) => {
    const time = start + point.second;
    // Five bits of time: the first record names it whole, and each one after a longer gap.
    const isCompressed = compressed && point.second - (points[index - 1]?.second ?? -32) < 32;
    return {
      global: 20,
      fields: [
        ...(isCompressed ? [] : [{ number: 253, type: 'uint32', value: time } as const]),
        ...(run.hasPositions === false
          ? []
          : [
              { number: 0, type: 'sint32', value: semicircles(point.latitude) } as const,
              { number: 1, type: 'sint32', value: semicircles(point.longitude) } as const,
            ]),
        { number: 3, type: 'uint8', value: point.heartRate },
        { number: 78, type: 'uint32', value: Math.round((point.altitude + 500) * 5) },
        ...(run.hasDistance === false
          ? []
          : [
              { number: 5, type: 'uint32', value: Math.round(point.metres * 100) } as const,
              { number: 73, type: 'uint32', value: Math.round(point.speed * 1000) } as const,
            ]),
      ],
      ...(developer ? { developer: [2, 4] } : {}),
      ...(isCompressed ? { compressedTime: time } : {}),
    };
  });
}

export function gpxOf(run: MadeRun, type = 'running'): string {
  const segments = segmentsOf(run)
    .map((points) => `<trkseg>\n${points.map((point) => gpxPoint(run, point)).join('\n')}\n</trkseg>`)
    .join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx creator="Made" version="1.1" xmlns="http://www.topografix.com/GPX/1/1" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
<metadata><time>${run.start}</time></metadata>
<trk><name>Morning</name><type>${type}</type>
${segments}
</trk>
</gpx>
`;
}

function gpxPoint(run: MadeRun, { second, latitude, longitude, altitude, heartRate }: MadePoint): string {
  const extensions =
    heartRate === null
      ? ''
      : `<extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>${heartRate}</gpxtpx:hr></gpxtpx:TrackPointExtension></extensions>`;
  return ` <trkpt lat="${latitude.toFixed(7)}" lon="${longitude.toFixed(7)}"><ele>${altitude}</ele><time>${instantAt(run, second)}</time>${extensions}</trkpt>`;
}

export function tcxOf(run: MadeRun, sport = 'Running', firstMetres = 0): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
<Activities>
${tcxActivityOf(run, sport, firstMetres)}
</Activities>
</TrainingCenterDatabase>
`;
}

export function tcxActivityOf(run: MadeRun, sport: string, firstMetres: number): string {
  const { metres, moving } = totalOf(run);
  const point = ({ second, latitude, longitude, altitude, metres, heartRate }: MadePoint) =>
    `<Trackpoint><Time>${instantAt(run, second)}</Time><Position><LatitudeDegrees>${latitude.toFixed(7)}</LatitudeDegrees><LongitudeDegrees>${longitude.toFixed(7)}</LongitudeDegrees></Position><AltitudeMeters>${altitude}</AltitudeMeters><DistanceMeters>${(firstMetres + metres).toFixed(2)}</DistanceMeters>${heartRate === null ? '' : `<HeartRateBpm><Value>${heartRate}</Value></HeartRateBpm>`}</Trackpoint>`;
  const tracks = segmentsOf(run).map((points) => `<Track>\n${points.map(point).join('\n')}\n</Track>`);
  return `<Activity Sport="${sport}"><Id>${run.start}</Id>
<Lap StartTime="${run.start}"><TotalTimeSeconds>${moving}</TotalTimeSeconds><DistanceMeters>${metres.toFixed(2)}</DistanceMeters>
${tracks.join('\n')}
</Lap>
<Creator><Name>Made Watch</Name></Creator>
</Activity>`;
}

function segmentsOf(run: MadeRun): readonly (readonly MadePoint[])[] {
  const pauses = run.pauses ?? [];
  const points = pointsOf(run);
  return [...pauses.map(({ from }) => from), Number.POSITIVE_INFINITY].map((end, index) =>
    points.filter(({ second }) => second <= end && second >= (pauses[index - 1]?.to ?? 0)),
  );
}

function instantAt({ start }: MadeRun, second: number): string {
  return new Date(Date.parse(start) + second * 1000).toISOString();
}
