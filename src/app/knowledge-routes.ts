// Everything the product knows, for anybody to read. Questions are addressed by number and red flags by their code, so that no
// address names what somebody may have been asked.

import { Hono } from 'hono';
import { conditionById } from '../knowledge/index.ts';
import {
  conditionPage,
  findingPage,
  gatesPage,
  interviewPage,
  knowledgePage,
  modelPage,
  questionsPage,
  redFlagPage,
  sourcePage,
  sourcesPage,
} from '../pages/index.ts';
import type { AppOptions } from './options.ts';

/** Routes below /knowledge. */
export function knowledgeRoutes({ knowledge, stylesheet }: AppOptions): Hono {
  const app = new Hono();
  const view = { knowledge, stylesheet };
  app.get('/', (c) => c.html(knowledgePage(view)));
  app.get('/questions', (c) => c.html(questionsPage(view)));
  app.get('/questions/:number{[1-9][0-9]*}', (c) => {
    const finding = knowledge.findings[Number(c.req.param('number')) - 1];
    return finding ? c.html(findingPage({ ...view, finding })) : c.notFound();
  });
  app.get('/red-flags/:code', (c) => {
    const flag = knowledge.redFlags.find(({ code }) => code.toLowerCase() === c.req.param('code'));
    return flag ? c.html(redFlagPage({ ...view, flag })) : c.notFound();
  });
  app.get('/sources', (c) => c.html(sourcesPage(view)));
  app.get('/sources/:key', (c) => {
    const key = c.req.param('key');
    const source = Object.hasOwn(knowledge.sources, key) ? knowledge.sources[key] : undefined;
    return source ? c.html(sourcePage({ ...view, source })) : c.notFound();
  });
  app.get('/gates', (c) => c.html(gatesPage(view)));
  app.get('/model', (c) => c.html(modelPage(view)));
  app.get('/interview', (c) => c.html(interviewPage(view)));
  app.get('/:id', (c) => {
    const condition = conditionById(knowledge, c.req.param('id'));
    return condition ? c.html(conditionPage({ ...view, condition })) : c.notFound();
  });
  return app;
}
