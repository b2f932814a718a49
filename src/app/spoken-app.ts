// The application in one language. It parses, calls the core, chooses a page; it stores nothing and knows no platform.
// Addresses hold step numbers, never what was asked or answered.

import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { aboutPage, homePage, problemPage } from '../pages/index.ts';
import { isDistanceUnit, isLanguage } from '../vocabulary/index.ts';
import { assessRoutes } from './assess-routes.ts';
import { benchmarkRoutes } from './benchmark-routes.ts';
import { CannotKeep } from './cannot-keep.ts';
import { choiceRoutes } from './choice-routes.ts';
import { contentPolicy } from './content-policy.ts';
import { deviceRoutes } from './device-routes.ts';
import { guideRoutes } from './guide-routes.ts';
import { knowledgeRoutes } from './knowledge-routes.ts';
import type { SpokenOptions } from './options.ts';
import { type SentForm, sentForm } from './posted-again.ts';
import { bodyAtMost } from './read-body.ts';
import { recoverRoutes } from './recover/routes.ts';
import { BRING_IN, SHARE, trainRoutes } from './train/routes.ts';

const MAX_BODY_BYTES = 32 * 1024;
/** A file with two years of check-ins. On a device there may be thousands of runs in it, and files that are shared to it. */
const MAX_FILE_BYTES = { cookie: 2 * 1024 * 1024, device: 128 * 1024 * 1024 };

/** Builds it. */
export function spokenApp(options: SpokenOptions): Hono {
  const { knowledge, authored, keeper, episodes, assets, stylesheets, words } = options;
  const { problems } = words;
  const app = new Hono();
  const problem = (one: { readonly title: string; readonly message: string }, again?: SentForm) =>
    problemPage({ words, stylesheets, ...one, again });

  app.use(
    secureHeaders({
      contentSecurityPolicy: contentPolicy(stylesheets),
      // Not `no-referrer`: it would make browsers hide the origin of our own forms, and csrf() could not tell them.
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      strictTransportSecurity: false,
    }),
  );
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  });
  // Before the limit, which copies the request; the copy has forgotten which page it came from.
  const { isOwnForm } = options;
  app.use(
    isOwnForm
      ? async (c, next) => {
          if (c.req.method !== 'GET' && !isOwnForm(c.req.raw)) throw new HTTPException(403);
          await next();
        }
      : csrf(),
  );
  app.route('/language', choiceRoutes('language', isLanguage, options.languages));
  app.route('/unit', choiceRoutes('unit', isDistanceUnit, options.units));
  const atMost = (maxSize: number) => bodyAtMost(maxSize, (c) => c.html(problem(problems.tooMuch), 413));
  const [forms, files] = [atMost(MAX_BODY_BYTES), atMost(MAX_FILE_BYTES[options.runs.place])];
  const isForFiles = (path: string) =>
    path === '/recover/import' || ([SHARE, BRING_IN].includes(path) && options.runs.place === 'device');
  app.use((c, next) => (isForFiles(c.req.path) ? files(c, next) : forms(c, next)));

  const hasPlan = async (request: Request) =>
    (await episodes.read(request)).some(({ type }) => type === 'plan-started');
  app.get('/', async (c) => {
    const sheet = await keeper.read(c.req.raw);
    const goOn = sheet && Object.keys(sheet.answers).length > 0 ? '/assess' : undefined;
    return c.html(
      homePage({
        words,
        goOn,
        hasPlan: await hasPlan(c.req.raw),
        stylesheets,
        keptIn: keeper.place,
        hasGuide: options.guide !== undefined,
      }),
    );
  });
  // Where the installed app opens: today's plan, else the first page.
  app.get('/open', async (c) => c.redirect((await hasPlan(c.req.raw)) ? '/recover' : '/', 303));
  app.get('/knowledge.json', (c) => c.json(authored));
  app.get('/about', (c) => c.html(aboutPage({ words, knowledge, stylesheets, keptIn: keeper.place })));
  app.get('/health', (c) =>
    c.json({ status: 'ok', knowledge: `${knowledge.version}+${knowledge.hash.slice(0, 12)}` }),
  );
  app.get('/assets/:name', (c) => {
    const asset = assets[c.req.path];
    if (!asset) return c.notFound();
    return c.body(asset.body, 200, {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
  app.route('/assess', assessRoutes(options));
  app.route('/recover', recoverRoutes(options));
  app.route('/train', trainRoutes(options));
  app.route('/device', deviceRoutes(options));
  app.route('/fg-ai4h', benchmarkRoutes(options));
  app.route('/knowledge', knowledgeRoutes(options));
  app.route('/', guideRoutes(options));

  app.notFound((c) => c.html(problem(problems.notFound), 404));
  app.onError((error, c) => {
    if (error instanceof CannotKeep) {
      return c.html(problem(problems.cannotKeep[error.reason], sentForm(c.req.raw)), 507);
    }
    const status = 'getResponse' in error ? (error.getResponse() as Response).status : 500;
    if (status === 403) {
      return c.html(problem(problems.otherSite), 403);
    }
    if (status < 500) return c.html(problem(problems.unreadable), 400);
    options.report(error);
    return c.html(problem(problems.ours), 500);
  });
  return app;
}
