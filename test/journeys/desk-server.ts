// A server with a small guide of two pages and two claims, for the journeys of comments and desk and for those who end it by
// signal. Settings come from the environment as for any server; COMMENTS_MANY lifts the limits on how many may be sent.

import { configurationFrom, serve } from '../../src/server/index.ts';
import { GUIDE } from '../desk-in-process.ts';

const read = configurationFrom({ PORT: '0', ...process.env });
if (!read.ok) throw new Error(read.refusal.join('\n'));
const { desk } = read.value;
if (!desk) throw new Error('no desk');
const many = { most: 1_000_000, perMs: 60_000 };
const rates = process.env.COMMENTS_MANY ? { perAddress: many, everybody: many } : {};
const running = await serve({
  ...read.value,
  tries: 0,
  desk: { ...desk, rates },
  guideAtDesk: GUIDE,
  log: (line) => console.log(line),
});
console.log(`Backstride is ready: ${running.url}`);
process.once('SIGTERM', () => void running.stop().then(() => process.exit(0)));
