// A server with a small guide of two pages and two claims, for the journeys of comments and desk and for those who end it by
// signal. Settings come from the environment as for any server; COMMENTS_MANY lifts the limits on how many may be sent.

import { deskSettings } from '../../src/server/desk/index.ts';
import { serve } from '../../src/server/index.ts';
import { GUIDE } from '../desk-in-process.ts';

const settings = deskSettings(process.env);
if (!settings.ok || !settings.value) throw new Error(settings.ok ? 'no desk' : settings.refusal);
const many = { most: 1_000_000, perMs: 60_000 };
const rates = process.env.COMMENTS_MANY ? { perAddress: many, everybody: many } : {};
const running = await serve({
  port: Number(process.env.PORT ?? 0),
  host: '127.0.0.1',
  tries: 0,
  desk: { ...settings.value, rates },
  guide: GUIDE,
  log: (line) => console.log(line),
});
console.log(`Backstride is ready: ${running.url}`);
process.once('SIGTERM', () => void running.stop().then(() => process.exit(0)));
