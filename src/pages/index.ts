export { answerLabel, type CheckPage, type CheckRow, checkPage } from './check-page.ts';
export type { FindGuideLink, GuideLink } from './components/guide-link.ts';
export type { Html } from './components/html.ts';
export type { Frame } from './components/layout.ts';
export { type ProgressDay, progressChart } from './components/progress-chart.ts';
export { suppliesList } from './components/supplies-list.ts';
export type { Urgent } from './components/urgent-banner.ts';
export type { KeptIn } from './kept-in.ts';
export {
  type ConditionPage,
  checkInsPage,
  conditionPage,
  type ExercisePage,
  exercisePage,
  exercisesPage,
  type FindingPage,
  findingPage,
  forecastModelPage,
  gatesPage,
  interviewPage,
  type KnowledgePage,
  knowledgePage,
  laddersPage,
  modelPage,
  type PlanPage,
  type PrognosisPage,
  planPage,
  plansPage,
  questionsPage,
  type RedFlagPage,
  redFlagPage,
  type SourcePage,
  sourcePage,
  sourcesPage,
  studiesPage,
  type TrainingPage,
  trainingPage,
} from './knowledge/index.ts';
export {
  type ClaimPage,
  claimPage,
  claimsPage,
  type GuidePageView,
  type GuideView,
  guideIndexPage,
  guidePage,
  type SearchPage,
  searchPage,
  verdictsPage,
} from './learn/index.ts';
export {
  type AboutPage,
  aboutPage,
  type HomePage,
  homePage,
  type ProblemPage,
  problemPage,
} from './plain-pages.ts';
export { type NoPlanPage, type OpenPlanPage, planOfResultPage } from './plan-page.ts';
export { type QuestionPage, questionPage } from './question-page.ts';
export {
  type CheckInPage,
  type ClinicianPage,
  checkInPage,
  clinicianPage,
  type ExerciseTodayPage,
  exerciseTodayPage,
  type LockedTodayPage,
  lockedTodayPage,
  type MorePage,
  morePage,
  type NoTodayPage,
  noTodayPage,
  type OverviewPage,
  overviewPage,
  type Posted,
  type ProgressPage,
  progressPage,
  type RecoverPage,
  type StartPage,
  type SuppliesPage,
  startPage,
  suppliesPage,
  type TodayPage,
  todayPage,
} from './recover/index.ts';
export { type ResultPage, resultPage } from './result-page.ts';
export { NONE, NOT_SURE, type ScreenPage, screenPage } from './screen-page.ts';
export { sensitivityLines } from './sensitivity-lines.ts';
export {
  compactRules,
  type InlineSheet,
  type InlineSheets,
  SHEETS,
  type SheetName,
  type Stylesheets,
} from './stylesheets.ts';
export {
  type Summary,
  type SummaryPage,
  type SummarySection,
  summaryPage,
  summaryText,
} from './summary-page.ts';
export {
  type AddRunPage,
  type AllRunsPage,
  addRunPage,
  allRunsPage,
  beliefsPage,
  type CoachPage,
  coachPage,
  importRunsPage,
  type PreventionPage,
  preventionDayLines,
  preventionPage,
  type RunPage,
  type RunsOverviewPage,
  runPage,
  runsOverviewPage,
  sharedRunsPage,
  type TrainPage,
} from './train/index.ts';
export { english, french, LANGUAGE_NAMES, WORDS, type Words, wordsIn } from './words/index.ts';
