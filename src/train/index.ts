export type { ReadOptions } from './measure/run-of-leg.ts';
export { mergeRuns, sameRun } from './merge-runs.ts';
export { formatNote, NOTE_KINDS, type Note, type NoteKind, parseNote } from './readers/notes.ts';
export { LARGEST_FILE, readRunFile } from './readers/read-run-file.ts';
export { type RunFileReport, readRunFiles } from './readers/read-run-files.ts';
export { formatReadRefusal, type ReadRefusal, type ReadRefusalKind } from './readers/refusal.ts';
export { type RunSource, sourceOf } from './readers/unpack/source.ts';
export { HEART_RATE_BIN, type Run, type RunFormat, type RunKind, type RunNumber, SPEED_BIN } from './run.ts';
export { runId } from './run-id.ts';
