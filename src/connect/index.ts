export {
  type CalendarEvent,
  type CalendarFileOptions,
  calendarFile,
  type Slot,
} from './calendar-file.ts';
export { contentLine, escapeText } from './content-line.ts';
export {
  type BenchmarkCase,
  type BenchmarkFinding,
  type BenchmarkRefusal,
  type BenchmarkSolution,
  type BenchmarkTriage,
  benchmarkCaseOf,
  solveBenchmarkCase,
} from './fg-ai4h.ts';
export { atomFeed, type FeedWords, robotsText, siteMap } from './guide-feeds.ts';
export { type CalendarOptions, icalendarFrom } from './icalendar.ts';
export {
  type ClaimReviewOptions,
  claimReview,
  type JsonLd,
  type MedicalWebPageOptions,
  medicalWebPage,
  scriptText,
} from './schema-org.ts';
