// Takes over what was said before this device answered its own pages. It is in cookies that no script can read, so the
// server is asked for their content: once while the worker is activated, when there surely is a connection, and once more
// before the first page, because an answer may have been on its way to the server in between. Only then are the cookies
// deleted.

import { HAND_OVER, HAND_OVER_HEADER, type HandOver } from '../app/index.ts';
import { type Device, handOverState, noteHandOver, takeOver } from '../store/indexeddb/index.ts';
import { bookFromJson, EMPTY_BOOK } from '../train/index.ts';
import { isDistanceUnit, isLanguage } from '../vocabulary/index.ts';
import type { Edition } from './release.ts';

export interface HandingOver {
  /** A first copy; without a connection nothing happens. */
  readonly copy: () => Promise<void>;
  /** To be awaited before the first page is answered; later calls return at once. */
  readonly finish: () => Promise<void>;
  /** Deletes the cookies once they are copied; without a connection the next call tries again. */
  readonly clear: () => Promise<void>;
}

export function handingOver(device: Device, edition: Edition): HandingOver {
  let finishing: Promise<void> | undefined;
  let clearing: Promise<void> | undefined;
  const copy = async (state: 'copied' | 'over') => {
    const handed = await ask();
    if (!handed) return false;
    const { sheet, startedAt, events, runs, language, unit } = handed;
    await takeOver(
      device,
      {
        sheet: sheet !== null && startedAt !== null ? { text: sheet, startedAt, edition } : undefined,
        events,
        runs,
        language: language ?? undefined,
        unit: unit ?? undefined,
      },
      state,
    );
    return true;
  };
  const finish = async () => {
    const state = await handOverState(device);
    if (state === 'over' || state === 'cleared') return;
    const copied = await copy('over');
    // Offline now: what was copied at activation is all there can be, for the server was out of reach since.
    if (!copied && state === 'copied') await noteHandOver(device, 'over');
    // Offline at both times: the next page asks again.
    if (!copied && state === 'not-yet') finishing = undefined;
  };
  const clear = async () => {
    if ((await handOverState(device)) !== 'over') return;
    const response = await fetch(HAND_OVER, { method: 'DELETE', headers: { [HAND_OVER_HEADER]: '1' } });
    if (response.ok) await noteHandOver(device, 'cleared');
  };
  return {
    copy: async () => {
      if ((await handOverState(device)) === 'not-yet') await copy('copied');
    },
    finish: () => {
      finishing ??= finish().catch((error: unknown) => {
        finishing = undefined;
        throw error;
      });
      return finishing;
    },
    clear: () => {
      clearing ??= clear().catch(() => {
        clearing = undefined;
      });
      return clearing;
    },
  };
}

/** What the cookies hold; undefined without a connection, or when the server does not answer as it should. */
async function ask(): Promise<HandOver | undefined> {
  try {
    const response = await fetch(HAND_OVER, { method: 'POST', headers: { [HAND_OVER_HEADER]: '1' } });
    if (!response.ok) return undefined;
    const value = (await response.json()) as Partial<HandOver>;
    if (!Array.isArray(value.events)) return undefined;
    const { sheet, startedAt, events, language, unit } = value;
    const runs = bookFromJson(value.runs ?? {});
    return {
      sheet: typeof sheet === 'string' ? sheet : null,
      startedAt: typeof startedAt === 'number' ? startedAt : null,
      events,
      runs: runs.ok ? runs.value : EMPTY_BOOK,
      language: isLanguage(language) ? language : null,
      unit: isDistanceUnit(unit) ? unit : null,
    };
  } catch {
    return undefined;
  }
}
