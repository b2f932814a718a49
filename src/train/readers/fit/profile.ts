// The messages and fields of FIT that a run needs, by their numbers in FIT's global profile. Facts, checked in the tests against the
// profile that fit-file-parser (MIT) keeps; nothing here was taken from Garmin's SDK, whose licence forbids our use (decision 29).

import type { RunKind } from '../../run.ts';

export const MESSAGE = {
  fileId: 0,
  sport: 12,
  session: 18,
  lap: 19,
  record: 20,
  event: 21,
  deviceInfo: 23,
  activity: 34,
} as const;

export const TIMESTAMP = 253;
export const FILE_ID = { type: 0, manufacturer: 1, product: 2, productName: 8 } as const;
export const SESSION = {
  startTime: 2,
  sport: 5,
  subSport: 6,
  elapsed: 7,
  timer: 8,
  distance: 9,
  ascent: 22,
  descent: 23,
} as const;
export const LAP = { startTime: 2, elapsed: 7, timer: 8, distance: 9, ascent: 21, descent: 22 } as const;
export const EVENT = { event: 0, type: 1 } as const;
export const DEVICE_INFO = { index: 0, manufacturer: 2, product: 4, productName: 27 } as const;
export const ACTIVITY = { localTimestamp: 5 } as const;
export const SPORT = { sport: 0, subSport: 1 } as const;

export const ACTIVITY_FILE = 4;
export const TIMER_EVENT = 0;
/** Values of event_type. */
export const TIMER_STARTS: readonly number[] = [0];
export const TIMER_STOPS: readonly number[] = [1, 4, 8, 9];

/** FIT counts seconds from 1989-12-31T00:00Z. */
const EPOCH_SECONDS = 631_065_600;

/** Milliseconds since 1970. */
export function instantOfFit(seconds: number): number {
  return (seconds + EPOCH_SECONDS) * 1000;
}

/** Half a turn, in which FIT counts latitude and longitude. */
export const SEMICIRCLES = 2 ** 31;

const FILE_TYPES: Readonly<Record<number, string>> = {
  1: 'device',
  2: 'settings',
  3: 'sport settings',
  5: 'workout',
  6: 'course',
  7: 'schedules',
  9: 'weight',
  10: 'totals',
  11: 'goals',
  14: 'blood pressure',
  15: 'monitoring',
  20: 'activity summary',
  28: 'daily monitoring',
  32: 'monitoring',
  34: 'segment',
  35: 'segment list',
};

export function fileTypeName(type: number): string {
  return FILE_TYPES[type] ?? `type ${type}`;
}

const SPORTS: Readonly<Record<number, string>> = {
  0: 'generic',
  1: 'running',
  2: 'cycling',
  3: 'transition',
  4: 'fitness_equipment',
  5: 'swimming',
  10: 'training',
  11: 'walking',
  12: 'cross_country_skiing',
  13: 'alpine_skiing',
  15: 'rowing',
  16: 'mountaineering',
  17: 'hiking',
  18: 'multisport',
  21: 'e_biking',
  35: 'snowshoeing',
};

export function sportName(sport: number): string {
  return Number.isNaN(sport) ? 'unstated' : (SPORTS[sport] ?? `sport ${sport}`);
}

/** What a sport and sub-sport are to us; null for what is not on foot. */
export function kindOfSport(sport: number, subSport: number): RunKind | 'unstated' | null {
  if (Number.isNaN(sport) || sport === 0 || sport === 254) return 'unstated';
  if (sport === 11 || sport === 17) return 'walk';
  // 1 treadmill, 45 indoor running, 58 a run in a virtual world.
  if (sport === 1 && [1, 45, 58].includes(subSport)) return 'treadmill';
  if (sport === 1) return subSport === 3 ? 'trail' : 'run';
  return sport === 4 && subSport === 1 ? 'treadmill' : null;
}

const MAKERS: Readonly<Record<number, string>> = {
  1: 'garmin',
  15: 'dynastream',
  16: 'timex',
  23: 'suunto',
  32: 'wahoo_fitness',
  37: 'magellan',
  38: 'osynce',
  40: 'concept2',
  47: 'bf1systems',
  48: 'pioneer',
  52: 'seiko_epson',
  59: 'mio_technology_europe',
  61: 'geonaute',
  67: 'bkool',
  68: 'cateye',
  69: 'stages_cycling',
  70: 'sigmasport',
  71: 'tomtom',
  73: 'wattbike',
  76: 'moxy',
  86: 'elite',
  89: 'tacx',
  95: 'stryd',
  107: 'magene',
  111: 'technogym',
  115: 'igpsport',
  122: 'johnson_health_tech',
  123: 'polar_electro',
  128: 'ifit_com',
  142: 'tag_heuer',
  148: 'ezon',
  150: 'myzone',
  255: 'development',
  258: 'lezyne',
  260: 'zwift',
  262: 'recon',
  265: 'strava',
  266: 'precor',
  267: 'bryton',
  272: 'mio_magellan',
  281: 'trainer_road',
  282: 'the_sufferfest',
  289: 'hammerhead',
  294: 'coros',
  300: 'nurvv',
  305: 'whoop',
  310: 'decathlon',
  314: 'true_fitness',
  326: 'nike',
  331: 'mywhoosh',
  337: 'runna',
  339: 'zepp',
  340: 'peloton',
  342: 'tissot',
  348: 'huawei',
};

export function makerName(maker: number): string | null {
  return Number.isNaN(maker) ? null : (MAKERS[maker] ?? `maker ${maker}`);
}
