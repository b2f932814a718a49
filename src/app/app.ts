// The one handler: Request in, Response out. It is built once for each language that somebody asks for, so that everything below
// has one set of words and one knowledge, and never has to ask which. The language is what the runner chose, else what the
// browser likes best.

import { Hono } from 'hono';
import { translated } from '../knowledge/index.ts';
import { WORDS } from '../pages/index.ts';
import { type Language, languageLiked } from '../vocabulary/index.ts';
import { cookieLanguageKeeper } from './language-keeper.ts';
import type { AppOptions } from './options.ts';
import { spokenApp } from './spoken-app.ts';

/** Builds the application. */
export function createApp(options: AppOptions): Hono {
  const { knowledge, texts, languages = cookieLanguageKeeper } = options;
  const build = async (language: Language) => {
    const own = language === 'en-GB' ? undefined : await texts?.(language);
    return spokenApp({
      ...options,
      languages,
      words: WORDS[language],
      authored: knowledge,
      knowledge: own ? translated(knowledge, own) : knowledge,
    });
  };
  const built = new Map<Language, Promise<Hono>>();
  const appIn = (language: Language): Promise<Hono> => {
    const known = built.get(language);
    if (known) return known;
    const building = build(language);
    built.set(language, building);
    // The next request tries again.
    building.catch(() => built.delete(language));
    return building;
  };
  const app = new Hono();
  app.all('*', async (c) => {
    // Where nothing can be kept, a page says so; it needs a language to say it in.
    const chosen = await languages.read(c.req.raw).catch(() => undefined);
    const spoken = await appIn(chosen ?? languageLiked(c.req.header('accept-language')));
    return spoken.fetch(c.req.raw, c.env);
  });
  return app;
}
