// The application as it runs on this device, once for each edition of the knowledge that is in use. An interview that was
// begun with one edition goes on with it and its result is shown with it for a day, whatever has arrived since.

import { createApp, parseSheet, SHARE, standingOf } from '../app/index.ts';
import { eventFromJson } from '../episode/index.ts';
import { type KnowledgeBase, type Notes, type Texts, withKeys, withNotes } from '../knowledge/index.ts';
import type { Guide } from '../learn/index.ts';
import {
  type Device,
  deviceAnswerKeeper,
  deviceEpisodeKeeper,
  deviceLanguageKeeper,
  deviceRunKeeper,
  deviceUnitKeeper,
  type KeptSheet,
  keptSheet,
} from '../store/indexeddb/index.ts';
import type { readRunFiles } from '../train/index.ts';
import type { Language } from '../vocabulary/index.ts';
import {
  type Edition,
  fileOf,
  knowledgePath,
  type Release,
  readsAlike,
  stock,
  textsPath,
} from './release.ts';
import { withTrials } from './turns.ts';

const FRESH_MILLISECONDS = 24 * 60 * 60 * 1000;

export interface House {
  readonly edition: Edition;
  readonly knowledge: KnowledgeBase;
  readonly fetch: (request: Request) => Promise<Response>;
}

export interface Houses {
  /** The one that answers this request. */
  readonly for: (request: Request) => Promise<House>;
  /** The edition that an interview holds; undefined when none does. */
  readonly inUse: () => Promise<Edition | undefined>;
  /** Whether questions are still open in an interview of the last day. */
  readonly isInterviewUnderWay: () => Promise<boolean>;
}

/** Pages of the knowledge itself: the only ones that show the authors' notes. */
export const SHOWS_NOTES = /^\/knowledge(\.json$|\/|$)/;

export interface Ground {
  readonly device: Device;
  readonly release: Release;
  readonly origin: string;
  readonly guide: () => Promise<Guide | undefined>;
  /** The notes on the knowledge of this release. */
  readonly notes: () => Promise<Notes | undefined>;
  readonly runReader: () => typeof readRunFiles;
}

export function openHouses(ground: Ground): Houses {
  const { device, release } = ground;
  const built = new Map<string, Promise<House>>();
  const house = (edition: Edition, notes?: Notes): Promise<House> => {
    const key = notes ? `${edition} with notes` : edition;
    const known = built.get(key);
    if (known) return known;
    const building = build(ground, edition, notes);
    built.set(key, building);
    building.catch(() => built.delete(key));
    return building;
  };
  const holding = async (): Promise<KeptSheet | undefined> => {
    const sheet = await keptSheet(device);
    return sheet && Date.now() - sheet.startedAt < FRESH_MILLISECONDS ? sheet : undefined;
  };
  return {
    for: async (request) => {
      const held = isStart(request) ? undefined : (await holding())?.edition;
      const edition = held !== undefined && (await isHere(held, release)) ? held : release.edition;
      const isNoted = edition === release.edition && SHOWS_NOTES.test(new URL(request.url).pathname);
      return house(edition, isNoted ? await ground.notes() : undefined);
    },
    inUse: async () => (await holding())?.edition,
    isInterviewUnderWay: async () => {
      const sheet = await holding();
      if (!sheet || !(await isHere(sheet.edition, release))) return false;
      const { knowledge } = await house(sheet.edition);
      const read = parseSheet(sheet.text, knowledge);
      return read !== undefined && standingOf(knowledge, read).next.kind !== 'stop';
    },
  };
}

/** A new interview begins with the newest knowledge. */
function isStart(request: Request): boolean {
  return request.method === 'POST' && new URL(request.url).pathname === '/assess/start';
}

async function isHere(edition: Edition, release: Release): Promise<boolean> {
  if (edition === release.edition) return true;
  return readsAlike(edition, release.edition) && (await caches.match(knowledgePath(edition))) !== undefined;
}

async function build(
  { device, release, origin, guide, runReader }: Ground,
  edition: Edition,
  notes: Notes | undefined,
): Promise<House> {
  const path = knowledgePath(edition);
  if ((await caches.match(path)) === undefined) await stock(release);
  const response = await caches.match(path);
  if (!response) throw new Error(`${path} is not on this device.`);
  const bare = (await response.json()) as KnowledgeBase;
  const knowledge = notes ? withNotes(bare, notes) : bare;
  const options = {
    knowledge,
    keeper: withTrials(deviceAnswerKeeper({ device, knowledge, edition })),
    episodes: deviceEpisodeKeeper(device, (value) => eventFromJson(knowledge, value)),
    runs: deviceRunKeeper(device),
    runReader,
    languages: deviceLanguageKeeper(device),
    units: deviceUnitKeeper(device),
    texts: (language: Language) => textsOfEdition(release, edition, language, knowledge),
    guide,
    now: Date.now,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    newId: () => crypto.randomUUID(),
    assets: {},
    stylesheets: release.stylesheets,
    // Headers that tell where a form came from are hidden here. A page of ours says so by its address, another site cannot.
    // Another app that shares files has no page; what it brings is only shown, and kept when a page of ours says so.
    isOwnForm: (request: Request) =>
      request.referrer.startsWith(`${origin}/`) || new URL(request.url).pathname === SHARE,
    report: (bug: unknown) => console.error(bug),
  };
  const app = createApp(options);
  return { edition, knowledge, fetch: async (request) => app.fetch(request) };
}

/** The dictionary that came with an edition; an empty one where none did. */
async function textsOfEdition(
  release: Release,
  edition: Edition,
  language: Language,
  knowledge: KnowledgeBase,
): Promise<Texts> {
  const path = textsPath(edition, language);
  // Of this release first: an older one may have the same edition with other translations.
  const file = (await fileOf(release, path)) ?? (await caches.match(path));
  return file ? withKeys(knowledge, await file.json()) : new Map();
}
