// Comments, reports and the editors' desk as one handler. Only the server has it: what it shows lies in the server's store, so a
// device passes these addresses on. Built once for each language, as the application is.

import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { translated } from '../../knowledge/index.ts';
import { OLDEST_FORM_SECONDS, StoreTrouble } from '../../learn/index.ts';
import { DESK_WORDS, sayingPage } from '../../pages/desk/index.ts';
import { problemPage, WORDS } from '../../pages/index.ts';
import { type Language, languageLiked } from '../../vocabulary/index.ts';
import { cookieLanguageKeeper } from '../choice-keeper.ts';
import { contentPolicy } from '../content-policy.ts';
import { bodyAtMost } from '../read-body.ts';
import { accountRoutes } from './account-routes.ts';
import { claimDeskRoutes } from './claim-desk-routes.ts';
import { commentRoutes } from './comment-routes.ts';
import { deskRoutes, onlyFor, onlySignedIn } from './desk-visit.ts';
import { formGuard } from './form-guard.ts';
import type { DeskOptions, SpokenDesk } from './options.ts';
import { queueRoutes } from './queue-routes.ts';
import { reportDeskRoutes } from './report-desk-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { secretsOf, signerOf } from './secrets.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { frameOf } from './visit.ts';

/** The addresses that only the server answers; the device's worker passes them on. */
export const OF_THE_DESK =
  /^\/((comments|my-comment|replies|my-report|contact|desk)(\/|$)|claims\/[^/]+\/report$)/;

/** Longer than the longest comment in the longest encoding. */
const MAX_BODY_BYTES = 64 * 1024;

/** Builds the handler. */
export function createDeskApp(options: DeskOptions): Hono {
  const { languages = cookieLanguageKeeper, texts, knowledge } = options;
  const build = async (language: Language): Promise<Hono> => {
    const own = language === 'en-GB' ? undefined : await texts?.(language);
    return spokenDesk({ ...options, knowledge: own ? translated(knowledge, own) : knowledge }, language);
  };
  const built = new Map<Language, Promise<Hono>>();
  const app = new Hono();
  app.all('*', async (c) => {
    const chosen = await languages.read(c.req.raw);
    const language = chosen ?? languageLiked(c.req.header('accept-language'));
    const spoken = built.get(language) ?? build(language);
    built.set(language, spoken);
    spoken.catch(() => built.delete(language));
    return (await spoken).fetch(c.req.raw, c.env);
  });
  return app;
}

/** The same in one language. */
export function spokenDesk(options: DeskOptions, language: Language): Hono {
  const words = WORDS[language];
  const { makeSigner = signerOf } = options;
  const signer = makeSigner(options.secret);
  const guardFor = (isSecure: boolean) =>
    formGuard({
      signer,
      isSecure,
      now: options.now,
      newId: options.newId,
      oldestMs: OLDEST_FORM_SECONDS * 1000,
    });
  const [plain, secure] = [guardFor(false), guardFor(true)];
  const guardOf = (request: Request) =>
    (options.origin ?? request.url).startsWith('https:') ? secure : plain;
  const desk: SpokenDesk = {
    ...options,
    words,
    says: DESK_WORDS[language],
    language,
    secrets: secretsOf(signer),
    guard: {
      issue: (request, purpose) => guardOf(request).issue(request, purpose),
      read: (request, purpose, token) => guardOf(request).read(request, purpose, token),
      renew: (request) => guardOf(request).renew(request),
    },
  };
  const { problems } = words;
  const problem = (one: { readonly title: string; readonly message: string }) =>
    problemPage({ words, stylesheets: options.stylesheets, ...one });

  const app = new Hono();
  app.use(
    secureHeaders({
      // No page of the desk asks for anything by script.
      contentSecurityPolicy: { ...contentPolicy(options.stylesheets), connectSrc: ["'none'"] },
      // Not `no-referrer`: it would make browsers hide the origin of our own forms. Other sites are told nothing.
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      strictTransportSecurity: false,
    }),
  );
  app.use(async (c, next) => {
    await next();
    c.res.headers.set('cache-control', 'no-store');
    c.res.headers.set('x-robots-tag', 'noindex');
  });
  app.use(csrf());
  app.use(bodyAtMost(MAX_BODY_BYTES, (c) => c.html(problem(problems.tooMuch), 413)));

  app.route('/', commentRoutes(desk));
  app.route('/', reportRoutes(desk));
  app.route('/desk', signInRoutes(desk));
  const inside = deskRoutes();
  inside.use(onlySignedIn(desk));
  inside.get('/', async (c, next) => {
    // Who is no moderator begins with the claims.
    const { roles } = c.get('who').editor;
    return roles.includes('moderator') ? next() : c.redirect('/desk/claims', 303);
  });
  inside.use('/comments/*', onlyFor(desk, 'moderator'));
  inside.use('/claims/*', onlyFor(desk, 'reviewer'));
  inside.route('/reports', reportDeskRoutes(desk));
  inside.route('/claims', claimDeskRoutes(desk));
  inside.route('/', accountRoutes(desk));
  inside.route('/', queueRoutes(desk));
  app.route('/desk', inside);

  app.notFound((c) => c.html(problem(problems.notFound), 404));
  app.onError((error, c) => {
    if (error instanceof StoreTrouble) {
      options.report(error);
      c.header('retry-after', '60');
      return c.html(sayingPage({ ...frameOf(desk), ...desk.says.trouble }), 503);
    }
    const status = 'getResponse' in error ? (error.getResponse() as Response).status : 500;
    if (status === 403) return c.html(problem(problems.otherSite), 403);
    if (status < 500) return c.html(problem(problems.unreadable), 400);
    options.report(error);
    return c.html(problem(problems.ours), 500);
  });
  return app;
}
