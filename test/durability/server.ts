// The desk alone behind a bare HTTP server, to be ended by signal at any moment: what `npm start` runs, without the pages of
// runners, so that it comes up quickly again.

import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { openDesk } from '../../src/server/desk/index.ts';
import { readKnowledgeKept } from '../../src/store/index.ts';
import { placeFrom } from '../../src/store/sql/index.ts';
import { GUIDE } from '../desk-in-process.ts';

const knowledge = await readKnowledgeKept();
if (!knowledge.ok) throw new Error('The knowledge has mistakes.');
const many = { most: 1_000_000, perMs: 60_000 };
const desk = await openDesk({
  place: placeFrom(process.env),
  premoderated: true,
  rates: { perAddress: many, everybody: many, signInsPerLogin: many, signInsPerAddress: many },
  knowledge: knowledge.value,
  texts: new Map(),
  stylesheets: { common: '/assets/common.css', plan: '/assets/plan.css', learn: '/assets/learn.css' },
  guide: GUIDE,
  now: Date.now,
  log: (line) => console.log(line),
});
const listener = getRequestListener(
  async (request, environment) =>
    (await desk.answer(request, environment as Parameters<typeof desk.answer>[1])) ??
    new Response('not here', { status: 404 }),
);
createServer((request, response) => void listener(request, response)).listen(
  Number(process.env.PORT),
  '127.0.0.1',
  () => console.log('ready'),
);
