export { HEART_RATE_BIN, type Run, type RunFormat, type RunKind, type RunNumber, SPEED_BIN } from './run.ts';
