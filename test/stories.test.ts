// Five written stories, replayed day by day. What each day should bring stands in the story, with a source.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseLog } from '../src/cli/log-file.ts';
import { replay } from '../src/cli/replay-command.ts';
import type { KnowledgeBase } from '../src/knowledge/index.ts';
import { datesFrom } from '../src/vocabulary/index.ts';
import { realKnowledge } from './in-process.ts';

const FOLDER = fileURLToPath(new URL('../cases/stories/', import.meta.url));

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await realKnowledge();
});

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl')))('the story %s', (name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const read = () => {
    const log = parseLog(text, name, knowledge);
    if (!log.ok) throw new Error(JSON.stringify(log.refusal));
    return log.value;
  };

  test('brings each day the decision that its source asks for', () => {
    const log = read();
    const decisions = replay(knowledge, log);
    if (typeof decisions === 'string') throw new Error(decisions);
    const found = decisions.map(({ date, kind }) => `${date} ${kind}`);
    expect(found).toEqual(log.expected.map(({ date, decision }) => `${date} ${decision}`));
  });

  test('expects something of every day, with a reason and a source', () => {
    const { expected } = read();
    const dates = expected.map(({ date }) => date);
    expect(dates).toEqual(datesFrom(dates[0] ?? '', dates.at(-1) ?? ''));
    for (const { because, source } of expected) {
      expect(because.length).toBeGreaterThan(8);
      expect(knowledge.sources[source]).toBeDefined();
    }
  });

  test('is the same when its lines come in the opposite order', () => {
    const turned = parseLog(text.split('\n').reverse().join('\n'), name, knowledge);
    if (!turned.ok) throw new Error(JSON.stringify(turned.refusal));
    expect(replay(knowledge, turned.value)).toEqual(replay(knowledge, read()));
  });
});
