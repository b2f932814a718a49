// The server as `npm start` runs it, settings from the environment. Limits on how many comments one address may send are lifted here,
// in this process of the bench: all come from one. Its log goes where its output goes.

import { configurationFrom, serve } from '../../src/server/index.ts';
import { logWriter } from '../../src/server/log-writer.ts';
import { tellTheBench } from './told.ts';

const read = configurationFrom(process.env);
if (!read.ok) throw new Error(read.refusal.join('\n'));
const { desk } = read.value;
const many = { most: 1_000_000, perMs: 60_000 };
const running = await serve({
  ...read.value,
  tries: 0,
  desk: desk && { ...desk, rates: { perAddress: many, everybody: many } },
  log: logWriter((text) => process.stdout.write(text)).line,
});
tellTheBench(running.url);
