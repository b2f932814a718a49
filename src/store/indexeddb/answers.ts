// The answers of an interview on the device. They stay until they are deleted or a new interview is begun.

import { type AnswerKeeper, formatSheet, parseSheet } from '../../app/index.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';
import type { Device, KeptSheet } from './device.ts';

const KEY = 'sheet';

/** The sheet as it is kept, unread; undefined when there is none, or it is not one. */
export async function keptSheet(device: Device): Promise<KeptSheet | undefined> {
  const kept = await device.look('answers', (database) => database.get('answers', KEY));
  return isKeptSheet(kept) ? kept : undefined;
}

export interface DeviceAnswers {
  readonly device: Device;
  readonly knowledge: KnowledgeBase;
  /** Names this knowledge; noted with what is kept. */
  readonly edition: string;
}

/** Keeps the sheet on the device; what does not fit the knowledge is not read. */
export function deviceAnswerKeeper({ device, knowledge, edition }: DeviceAnswers): AnswerKeeper {
  return {
    place: 'device',
    read: async () => {
      const kept = await keptSheet(device);
      return kept ? parseSheet(kept.text, knowledge) : undefined;
    },
    write: async (_, sheet) => {
      await device.change(['answers'], async (change) => {
        if (!sheet) return change.delete('answers', KEY);
        const { startedAt } = sheet;
        const kept: KeptSheet = { text: formatSheet(sheet), startedAt, edition, fromCookie: false };
        await change.put('answers', KEY, kept);
      });
      return {};
    },
  };
}

export function isKeptSheet(value: unknown): value is KeptSheet {
  if (!value || typeof value !== 'object') return false;
  const { text, startedAt, edition, fromCookie } = value as Record<string, unknown>;
  return (
    typeof text === 'string' &&
    typeof startedAt === 'number' &&
    Number.isFinite(startedAt) &&
    typeof edition === 'string' &&
    typeof fromCookie === 'boolean'
  );
}
