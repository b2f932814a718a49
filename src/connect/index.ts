export {
  type BenchmarkCase,
  type BenchmarkFinding,
  type BenchmarkRefusal,
  type BenchmarkSolution,
  type BenchmarkTriage,
  benchmarkCaseOf,
  solveBenchmarkCase,
} from './fg-ai4h.ts';
