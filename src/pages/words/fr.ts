// Tous les textes de l’interface en français du Canada. Rédigés par une machine, pas encore relus. L’espace insécable va avant
// le deux-points et à l’intérieur des guillemets, comme il se fait au Canada.

import { assessFrench } from '../../assess/index.ts';
import { recoverFrench } from '../../recover/index.ts';
import { dateWords } from './dates.ts';
import type { Words } from './en.ts';
import { figureWords } from './figures.ts';
import * as chart from './fr/chart.ts';
import * as frame from './fr/frame.ts';
import * as guide from './fr/guide.ts';
import * as interview from './fr/interview.ts';
import * as problems from './fr/problems.ts';
import * as recover from './fr/recover.ts';
import * as result from './fr/result.ts';
import * as summary from './fr/summary.ts';
import * as train from './fr/train.ts';

export const french: Words = {
  tongue: 'fr-CA',
  dates: dateWords('fr-CA'),
  figures: figureWords('fr-CA'),
  ...frame,
  ...interview,
  ...result,
  ...recover,
  ...chart,
  ...summary,
  ...problems,
  ...guide,
  ...train,
  ofAssess: assessFrench,
  ofRecover: recoverFrench,
};
