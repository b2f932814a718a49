// The two addresses that the WHO/ITU FG-AI4H symptom benchmark calls. JSON in and out; nothing is kept or logged.

import { Hono } from 'hono';
import { solveBenchmarkCase } from '../connect/index.ts';
import type { SpokenOptions } from './options.ts';

/** Programs call these: they get the knowledge as it was written. */
export function benchmarkRoutes({ authored: knowledge }: SpokenOptions): Hono {
  const routes = new Hono();

  routes.get('/health-check', (c) =>
    c.json({ status: 'ok', knowledge: `${knowledge.version}+${knowledge.hash.slice(0, 12)}` }),
  );

  routes.post('/solve-case', async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    if (body === undefined) {
      return c.json({ error: 'expected a body of JSON, found something else' }, 400);
    }
    const solved = solveBenchmarkCase(knowledge, body);
    if (solved.ok) return c.json(solved.value);
    const { expected, found } = solved.refusal;
    return c.json({ error: `expected ${expected}, found ${found}` }, 422);
  });

  return routes;
}
