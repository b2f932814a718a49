export { type ConditionPage, conditionPage } from './condition-page.ts';
export { type FindingPage, findingPage } from './finding-page.ts';
export { gatesPage } from './gates-page.ts';
export { knowledgePage, questionsPage, sourcesPage } from './index-pages.ts';
export { interviewPage, modelPage } from './model-page.ts';
export type { KnowledgePage } from './parts.ts';
export { type RedFlagPage, redFlagPage } from './red-flag-page.ts';
export { type SourcePage, sourcePage } from './source-page.ts';
