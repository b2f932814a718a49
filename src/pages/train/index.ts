export {
  beliefsPage,
  type CoachPage,
  coachPage,
  type PreventionPage,
  preventionDayLines,
  preventionPage,
} from './knowledge-pages.ts';
export { type RunsOverviewPage, runsOverviewPage } from './overview-page.ts';
export type { TrainPage } from './parts.ts';
export { type RunPage, runPage } from './run-page.ts';
export {
  type AddRunPage,
  type AllRunsPage,
  addRunPage,
  allRunsPage,
  importRunsPage,
  type SharedRunsPage,
  sharedRunsPage,
} from './run-pages.ts';
