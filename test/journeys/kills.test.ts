// A few kills with every run; `npm run kills -- 200` plays many, with a seed of its own.

import { env } from 'node:process';
import { expect, test } from 'vitest';
import { realKnowledge } from '../in-process.ts';
import { killAtRandom } from './kills.ts';

const KILLS = Number(env.KILLS ?? 2);
const SEED = Number(env.KILLS_SEED ?? 20261128);

test('a browser that is killed at any moment has every completed step when it is opened again, and none twice', {
  timeout: KILLS * 60_000,
}, async () => {
  const told = (kill: number, doing: string) => console.log(`${kill} of ${KILLS}, during ${doing}`);
  const knowledge = await realKnowledge();
  const during = await killAtRandom({
    kills: KILLS,
    seed: SEED,
    knowledge,
    ...(env.KILLS === undefined ? {} : { told }),
  });
  expect(Object.values(during).reduce((sum, count) => sum + count, 0)).toBe(KILLS);
});
