export { type CheckPage, type CheckRow, checkPage } from './check-page.ts';
export type { Html } from './components/html.ts';
export {
  type ConditionPage,
  conditionPage,
  type FindingPage,
  findingPage,
  gatesPage,
  interviewPage,
  type KnowledgePage,
  knowledgePage,
  modelPage,
  questionsPage,
  type RedFlagPage,
  redFlagPage,
  type SourcePage,
  sourcePage,
  sourcesPage,
} from './knowledge/index.ts';
export {
  type AboutPage,
  aboutPage,
  type HomePage,
  homePage,
  type ProblemPage,
  problemPage,
} from './plain-pages.ts';
export { type QuestionPage, questionPage } from './question-page.ts';
export { type ResultPage, resultPage } from './result-page.ts';
export { NONE, NOT_SURE, type ScreenPage, screenPage } from './screen-page.ts';
export { sensitivityLines } from './sensitivity-lines.ts';
