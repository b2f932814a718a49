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
export { type CalendarOptions, icalendarFrom, type Slot } from './icalendar.ts';
