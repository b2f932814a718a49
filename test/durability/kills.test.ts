// A few kills with every run of the tests; `npm run kills:server -- 100` makes many.

import { afterAll, expect, test } from 'vitest';
import { removeFolders } from '../databases.ts';
import { killDesks } from './kills.ts';

afterAll(removeFolders);

const KILLS = Number(process.env.KILLS_SERVER ?? 3);
const SEED = Number(process.env.KILLS_SEED ?? Date.now() % 2 ** 32);
const databases = (process.env.KILLS_DATABASE ?? 'sqlite,postgres').split(',') as ('sqlite' | 'postgres')[];

test.each(databases)(
  `${KILLS} kills under writes lose nothing and double nothing on %s`,
  async (database) => {
    const told = process.env.KILLS_SERVER
      ? (kill: number, about: string) => console.log(`${database} ${kill}/${KILLS}: ${about}`)
      : () => {};
    const survived = await killDesks({ kills: KILLS, database, seed: SEED, told });
    if (process.env.KILLS_SERVER) console.log(`${database}: ${JSON.stringify(survived)} (seed ${SEED})`);
    expect(survived.kills.server + survived.kills.database, `seed ${SEED}`).toBe(KILLS);
    expect(survived.comments, `seed ${SEED}`).toBeGreaterThan(0);
  },
  Math.max(90_000, KILLS * 30_000),
);
