// The language and the unit of distances that a runner chose, on the device.

import type { ChoiceKeeper, LanguageKeeper, UnitKeeper } from '../../app/index.ts';
import { isDistanceUnit, isLanguage } from '../../vocabulary/index.ts';
import type { Device } from './device.ts';

export const LANGUAGE_KEY = 'language';
export const UNIT_KEY = 'unit';

export function deviceLanguageKeeper(device: Device): LanguageKeeper {
  return inNotes(device, LANGUAGE_KEY, isLanguage);
}

export function deviceUnitKeeper(device: Device): UnitKeeper {
  return inNotes(device, UNIT_KEY, isDistanceUnit);
}

function inNotes<Choice extends string>(
  device: Device,
  key: string,
  isOne: (text: unknown) => text is Choice,
): ChoiceKeeper<Choice> {
  return {
    read: async () => {
      const kept = await device.look('notes', (database) => database.get('notes', key));
      return isOne(kept) ? kept : undefined;
    },
    write: async (_, choice) => {
      await device.change(['notes'], (change) => change.put('notes', key, choice));
      return {};
    },
  };
}
