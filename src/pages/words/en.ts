// Every text of the interface in English, by page. What has a number, a name or a plural is a small function, so that the other
// languages put it where it belongs. `Words` is what another language has to be: a text that is missing does not compile.

import { assessEnglish } from '../../assess/index.ts';
import { recoverEnglish } from '../../recover/index.ts';
import type { Language } from '../../vocabulary/index.ts';
import { dateWords } from './dates.ts';
import * as chart from './en/chart.ts';
import * as frame from './en/frame.ts';
import * as guide from './en/guide.ts';
import * as interview from './en/interview.ts';
import * as problems from './en/problems.ts';
import * as recover from './en/recover.ts';
import * as result from './en/result.ts';
import * as summary from './en/summary.ts';
import * as train from './en/train.ts';
import { figureWords } from './figures.ts';

export const english = {
  tongue: 'en-GB' as Language,
  dates: dateWords('en-GB'),
  figures: figureWords('en-GB'),
  ...frame,
  ...interview,
  ...result,
  ...recover,
  ...chart,
  ...summary,
  ...problems,
  ...guide,
  ...train,
  /** Of the rooms below, which make some sentences themselves. */
  ofAssess: assessEnglish,
  ofRecover: recoverEnglish,
};

export type Words = typeof english;
