// Everything the product knows, for anybody to read. Questions are addressed by number and red flags by their code, so that no
// address names what somebody may have been asked. Plans and exercises go by their own ids, which name no question.

import { Hono } from 'hono';
import { conditionById, exerciseById } from '../knowledge/index.ts';
import {
  checkInsPage,
  conditionPage,
  exercisePage,
  exercisesPage,
  findingPage,
  forecastModelPage,
  gatesPage,
  interviewPage,
  knowledgePage,
  laddersPage,
  modelPage,
  planPage,
  plansPage,
  questionsPage,
  redFlagPage,
  sourcePage,
  sourcesPage,
  studiesPage,
  trainingPage,
} from '../pages/index.ts';
import { guideLinks, guideNow } from './guide-routes.ts';
import type { SpokenOptions } from './options.ts';

/** Routes below /knowledge. */
export function knowledgeRoutes(options: SpokenOptions): Hono {
  const { authored: knowledge, words, stylesheets } = options;
  const app = new Hono();
  const view = { knowledge, words, stylesheets };
  const linked = async () => ({ ...view, guideLink: await guideLinks(options) });
  /** The guide cites works that nothing else rests on. */
  const withItsSources = async () => {
    const guide = await guideNow(options);
    return {
      ...view,
      claims: guide?.claims ?? [],
      knowledge: { ...knowledge, sources: { ...knowledge.sources, ...guide?.sources } },
    };
  };
  const { prognosis, training } = knowledge;
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
  app.get('/sources', async (c) => c.html(sourcesPage(await withItsSources())));
  app.get('/sources/:key', async (c) => {
    const key = c.req.param('key');
    const all = await withItsSources();
    const source = Object.hasOwn(all.knowledge.sources, key) ? all.knowledge.sources[key] : undefined;
    return source ? c.html(sourcePage({ ...all, source })) : c.notFound();
  });
  app.get('/gates', (c) => c.html(gatesPage(view)));
  app.get('/model', (c) => c.html(modelPage(view)));
  app.get('/interview', (c) => c.html(interviewPage(view)));
  app.get('/plans', (c) => c.html(plansPage(view)));
  app.get('/plans/:id', async (c) => {
    const plan = knowledge.recovery.plans.find(({ id }) => id === c.req.param('id'));
    return plan ? c.html(planPage({ ...(await linked()), plan })) : c.notFound();
  });
  app.get('/exercises', (c) => c.html(exercisesPage(view)));
  app.get('/exercises/:id', async (c) => {
    const exercise = exerciseById(knowledge.recovery, c.req.param('id'));
    return exercise ? c.html(exercisePage({ ...(await linked()), exercise })) : c.notFound();
  });
  app.get('/ladders', (c) => c.html(laddersPage(view)));
  app.get('/check-ins', (c) => c.html(checkInsPage(view)));
  app.get('/studies', (c) => (prognosis ? c.html(studiesPage({ ...view, prognosis })) : c.notFound()));
  app.get('/forecast', (c) => (prognosis ? c.html(forecastModelPage({ ...view, prognosis })) : c.notFound()));
  app.get('/training', (c) => (training ? c.html(trainingPage({ ...view, training })) : c.notFound()));
  app.get('/:id', async (c) => {
    const condition = conditionById(knowledge, c.req.param('id'));
    return condition ? c.html(conditionPage({ ...(await linked()), condition })) : c.notFound();
  });
  return app;
}
