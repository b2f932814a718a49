// The list of pages that the journeys look at in every colour and width is whole: it names each address that the application answers.

import { expect, test } from 'vitest';
import { spokenDesk } from '../src/app/desk/desk-app.ts';
import type { DeskOptions } from '../src/app/desk/index.ts';
import type { SpokenOptions } from '../src/app/options.ts';
import { spokenApp } from '../src/app/spoken-app.ts';
import { wordsIn } from '../src/pages/index.ts';
import { realKnowledge } from './in-process.ts';
import { DESK_PAGES, NO_PAGES, NOT_LOOKED_AT, ON_THE_WAY, PAGES } from './journeys/every-page.ts';

type Routes = readonly { readonly method: string; readonly path: string }[];

const read = (routes: Routes) =>
  [...new Set(routes.flatMap(({ method, path }) => (method === 'GET' ? [path] : [])))].sort();

test('each address of the application is a page that is looked at, or no page', async () => {
  const knowledge = await realKnowledge();
  const words = wordsIn('en-GB', 'km');
  // Routes are laid without asking any of the rest.
  const rest = { stylesheets: {}, assets: {}, runs: {}, keeper: {}, episodes: {}, languages: {}, units: {} };
  const app = spokenApp({ ...rest, knowledge, authored: knowledge, words } as unknown as SpokenOptions);
  expect(read(app.routes)).toEqual([...Object.keys(PAGES), ...NO_PAGES].sort());
});

test('so is each address of comments and desk', () => {
  const app = spokenDesk(
    { secret: new Uint8Array(32), store: {}, stylesheets: {} } as unknown as DeskOptions,
    'en-GB',
  );
  expect(read(app.routes)).toEqual([...Object.keys(DESK_PAGES), ...ON_THE_WAY, ...NOT_LOOKED_AT].sort());
});
