// The one handler: Request in, Response out. It is built once for each language and unit of distances that somebody asks for, so
// that everything below has one set of words and one knowledge, and never has to ask which. Both are what the runner chose, else
// what the browser likes best. It is built once more for whoever arrives from elsewhere, with stylesheets that stand in the page.

import { Hono } from 'hono';
import { translated } from '../knowledge/index.ts';
import { wordsIn } from '../pages/index.ts';
import { type DistanceUnit, type Language, languageLiked, unitLiked } from '../vocabulary/index.ts';
import { ARRIVAL_HEADER, isArrival } from './arrival.ts';
import { cookieLanguageKeeper, cookieUnitKeeper } from './choice-keeper.ts';
import type { AppOptions } from './options.ts';
import { spokenApp } from './spoken-app.ts';

/** Builds the application. */
export function createApp(options: AppOptions): Hono {
  const {
    knowledge,
    stylesheets,
    inlineSheets,
    texts,
    languages = cookieLanguageKeeper,
    units = cookieUnitKeeper,
  } = options;
  const knowledgeIn = onceFor(async (language: Language) => {
    const own = language === 'en-GB' ? undefined : await texts?.(language);
    return own ? translated(knowledge, own) : knowledge;
  });
  const appFor = onceFor(async (choice: `${Language} ${DistanceUnit} ${'linked' | 'inline'}`) => {
    const [language, unit, sheets] = choice.split(' ') as [Language, DistanceUnit, string];
    return spokenApp({
      ...options,
      languages,
      units,
      stylesheets:
        inlineSheets && sheets === 'inline' ? { ...stylesheets, inline: inlineSheets } : stylesheets,
      words: wordsIn(language, unit),
      authored: knowledge,
      knowledge: await knowledgeIn(language),
    });
  });
  const app = new Hono();
  app.all('*', async (c) => {
    const liked = c.req.header('accept-language');
    // Where nothing can be kept, a page says so; it needs a language to say it in.
    const [language = languageLiked(liked), unit = unitLiked(liked)] = await Promise.all([
      languages.read(c.req.raw).catch(() => undefined),
      units.read(c.req.raw).catch(() => undefined),
    ]);
    const sheets = inlineSheets && isArrival(c.req.header(ARRIVAL_HEADER)) ? 'inline' : 'linked';
    const spoken = await appFor(`${language} ${unit} ${sheets}`);
    return spoken.fetch(c.req.raw, c.env);
  });
  return app;
}

/** Makes each thing once; what could not be made is tried again when it is next asked for. */
function onceFor<Key, Thing>(make: (key: Key) => Promise<Thing>): (key: Key) => Promise<Thing> {
  const made = new Map<Key, Promise<Thing>>();
  return (key) => {
    const known = made.get(key);
    if (known) return known;
    const making = make(key);
    made.set(key, making);
    making.catch(() => made.delete(key));
    return making;
  };
}
