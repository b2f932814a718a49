// The list of commands, in the order of the help.

import { ADMIN_CREATE, ADMIN_DISABLE, ADMIN_LIST } from './admin-commands.ts';
import { ASSESS } from './assess-command.ts';
import type { Command } from './command.ts';
import { EVALUATE } from './evaluate-command.ts';
import { EVALUATE_FORECAST } from './evaluate-forecast-command.ts';
import { EXPORT } from './export-command.ts';
import { FORECAST } from './forecast-command.ts';
import { CHECK, LIST, SCHEMA, SHOW } from './knowledge-commands.ts';
import { NEW } from './new-command.ts';
import { PLAN } from './plan-command.ts';
import { REPLAY } from './replay-command.ts';
import { RUNS_IMPORT } from './runs-import-command.ts';
import { SCHEMAS_COMMAND } from './schemas-command.ts';
import { SERVE } from './serve-command.ts';
import { SIMULATE } from './simulate-command.ts';
import { BACKUP, MIGRATE, RESTORE } from './store-commands.ts';

export const COMMANDS: readonly Command[] = [
  ASSESS,
  PLAN,
  REPLAY,
  EVALUATE,
  FORECAST,
  EVALUATE_FORECAST,
  SIMULATE,
  RUNS_IMPORT,
  SERVE,
  MIGRATE,
  BACKUP,
  RESTORE,
  ADMIN_CREATE,
  ADMIN_LIST,
  ADMIN_DISABLE,
  LIST,
  SHOW,
  CHECK,
  EXPORT,
  SCHEMA,
  NEW,
  SCHEMAS_COMMAND,
];
