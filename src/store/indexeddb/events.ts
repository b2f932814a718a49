// The events of an episode on the device: one record an event, under its id, so that an event that arrives twice is there
// once. They are read whole or not at all: a plan made from half of what happened could miss a danger sign.

import { CannotKeep } from '../../app/index.ts';
import type { EpisodeEvent } from '../../episode/index.ts';
import type { Result } from '../../vocabulary/index.ts';
import type { Device } from './device.ts';

/** Reads one event that a disk holds; nothing is taken on trust. */
export type EventReader = (value: unknown) => Result<EpisodeEvent, unknown>;

/** An `EpisodeKeeper` of the application. */
export interface DeviceEpisodeKeeper {
  readonly place: 'device';
  /** @throws CannotKeep when any of what is kept is not an event */
  readonly read: (request: Request) => Promise<readonly EpisodeEvent[]>;
  /** On disk when it resolves. An event that is there already changes nothing. @throws CannotKeep when there is no room */
  readonly append: (request: Request, events: readonly EpisodeEvent[]) => Promise<Headers>;
  readonly forget: (request: Request) => Promise<Headers>;
}

export function deviceEpisodeKeeper(device: Device, readEvent: EventReader): DeviceEpisodeKeeper {
  return {
    place: 'device',
    read: async () => {
      const kept = await device.look('events', (database) => database.getAll('events'));
      return kept.map((value) => {
        const read = readEvent(value);
        if (read.ok) return read.value;
        throw new CannotKeep('damaged');
      });
    },
    append: async (_, events) => {
      await device.change(['events'], async (change) => {
        for (const event of events) {
          if ((await change.get('events', event.id)) === undefined)
            await change.put('events', event.id, event);
        }
      });
      return new Headers();
    },
    forget: async () => {
      await device.change(['events'], (change) => change.clear('events'));
      return new Headers();
    },
  };
}
