// The way back on the web: begin, today, check in, the plan, progress. What was posted becomes events through `decide`; every
// page is a fold over the events kept so far. A form carries the id of the event it makes, so posting it twice counts once.

import { Hono } from 'hono';
import { exerciseById } from '../../knowledge/index.ts';
import {
  exerciseTodayPage,
  lockedTodayPage,
  noTodayPage,
  overviewPage,
  progressPage,
  todayPage,
} from '../../pages/index.ts';
import { dayAt } from '../../recover/index.ts';
import { addDays } from '../../vocabulary/index.ts';
import { guideLinks } from '../guide-routes.ts';
import type { SpokenOptions } from '../options.ts';
import { formOf } from '../read-body.ts';
import { daySentences } from '../train/plan-sentences.ts';
import { placeOf } from '../views.ts';
import { checkInRoutes } from './check-in-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { postedOf } from './forms.ts';
import { moreRoutes } from './more-routes.ts';
import { startRoutes } from './start-routes.ts';
import { overviewView, progressView } from './views.ts';
import { append, idFrom, visit } from './visit.ts';

export function recoverRoutes(options: SpokenOptions): Hono {
  const { knowledge, words } = options;
  const { planOfResult, today: says } = words;
  const routes = new Hono();

  routes.get('/', async (c) => {
    const { current, base } = await visit(options, c);
    if (!current) return c.redirect('/recover/start', 303);
    const { plan, obstacle, log, today } = current;
    const day = dayAt(log, today);
    if (obstacle || plan.kind === 'none') {
      const { because, instead } = obstacle ?? {
        because: plan.kind === 'none' ? plan.because : '',
        instead: [words.recover.clinicianCan],
      };
      const title = obstacle?.kind === 'locked' ? planOfResult.locked : planOfResult.none;
      return c.html(noTodayPage({ ...base, title, because, instead }));
    }
    if (plan.kind === 'locked') {
      const place = placeOf(knowledge, undefined, c.req.header('accept-language'));
      const canCorrect = Object.values(day.screen).includes('yes');
      return c.html(lockedTodayPage({ ...base, plan, place, canCorrect }));
    }
    const yesterday = addDays(today, -1);
    const missed = yesterday >= log.start && !dayAt(log, yesterday).checkedIn ? yesterday : undefined;
    const told: Readonly<Record<string, string>> = says.done;
    const done = told[c.req.query('done') ?? ''];
    const found = daySentences(options, current, today);
    const records = current.runs.length > 0;
    return c.html(todayPage({ ...base, plan, day, missed, done, id: options.newId(), found, records }));
  });

  routes.post('/session', async (c) => {
    const { events, current } = await visit(options, c);
    if (!current) return c.redirect('/recover/start', 303);
    const posted = postedOf(await formOf(c.req.raw));
    const { plan, today, zone } = current;
    const wanted = posted.session?.[0];
    const session = plan.kind === 'open' ? plan.todaysSessions.find(({ id }) => id === wanted) : undefined;
    // The page may be of yesterday, or the plan may have changed since: then there is nothing to tick off.
    if (!session) return c.redirect('/recover', 303);
    const isDone = posted.done?.[0] === 'yes';
    return append(
      options,
      c,
      events,
      isDone ? '/recover?done=session' : '/recover',
      today,
      zone,
      idFrom(options, posted),
      [
        {
          kind: 'report-session',
          sessionId: session.id,
          exercised: isDone && session.kind === 'exercises',
          ran: isDone && session.kind === 'run',
        },
      ],
    );
  });

  routes.get('/plan', async (c) => {
    const { current, base } = await visit(options, c);
    if (!current || current.obstacle || current.plan.kind !== 'open') return c.redirect('/recover', 303);
    return c.html(
      overviewPage({
        ...overviewView(base, current, current.plan),
        guideLink: await guideLinks(options),
      }),
    );
  });

  routes.get('/progress', async (c) => {
    const { current, base } = await visit(options, c);
    if (!current) return c.redirect('/recover/start', 303);
    return c.html(progressPage(progressView(base, current)));
  });

  routes.get('/exercise/:id', async (c) => {
    const { current, base } = await visit(options, c);
    const exercise = exerciseById(knowledge.recovery, c.req.param('id'));
    if (!exercise) return c.notFound();
    const items = current?.plan.kind === 'open' && !current.obstacle ? current.plan.offer.items : [];
    const item = items.find((one) => one.exercise === exercise);
    return c.html(exerciseTodayPage({ ...base, exercise, item, guideLink: await guideLinks(options) }));
  });

  routes.route('/', startRoutes(options));
  routes.route('/', checkInRoutes(options));
  routes.route('/', exportRoutes(options));
  routes.route('/', moreRoutes(options));
  return routes;
}
