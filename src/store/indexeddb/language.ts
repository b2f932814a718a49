// The language that a runner chose, on the device.

import type { LanguageKeeper } from '../../app/index.ts';
import { isLanguage } from '../../vocabulary/index.ts';
import type { Device } from './device.ts';

export const LANGUAGE_KEY = 'language';

export function deviceLanguageKeeper(device: Device): LanguageKeeper {
  return {
    read: async () => {
      const kept = await device.look('notes', (database) => database.get('notes', LANGUAGE_KEY));
      return isLanguage(kept) ? kept : undefined;
    },
    write: async (_, language) => {
      await device.change(['notes'], (change) => change.put('notes', LANGUAGE_KEY, language));
      return {};
    },
  };
}
