// The list of commands, in the order of the help. Each is loaded when it is asked for: one command needs but a part of the house.

import type { Command } from './command.ts';

export interface ListedCommand {
  /** As the command calls itself. */
  readonly name: string;
  readonly load: () => Promise<Command>;
}

export const COMMANDS: readonly ListedCommand[] = [
  { name: 'assess', load: async () => (await import('./assess-command.ts')).ASSESS },
  { name: 'plan', load: async () => (await import('./plan-command.ts')).PLAN },
  { name: 'replay', load: async () => (await import('./replay-command.ts')).REPLAY },
  { name: 'evaluate', load: async () => (await import('./evaluate-command.ts')).EVALUATE },
  { name: 'forecast', load: async () => (await import('./forecast-command.ts')).FORECAST },
  {
    name: 'evaluate-forecast',
    load: async () => (await import('./evaluate-forecast-command.ts')).EVALUATE_FORECAST,
  },
  { name: 'simulate', load: async () => (await import('./simulate-command.ts')).SIMULATE },
  { name: 'runs import', load: async () => (await import('./runs-import-command.ts')).RUNS_IMPORT },
  { name: 'serve', load: async () => (await import('./serve-command.ts')).SERVE },
  { name: 'migrate', load: async () => (await import('./store-commands.ts')).MIGRATE },
  { name: 'backup', load: async () => (await import('./store-commands.ts')).BACKUP },
  { name: 'restore', load: async () => (await import('./store-commands.ts')).RESTORE },
  { name: 'admin create', load: async () => (await import('./admin-commands.ts')).ADMIN_CREATE },
  { name: 'admin list', load: async () => (await import('./admin-commands.ts')).ADMIN_LIST },
  { name: 'admin disable', load: async () => (await import('./admin-commands.ts')).ADMIN_DISABLE },
  { name: 'knowledge list', load: async () => (await import('./knowledge-commands.ts')).LIST },
  { name: 'knowledge show', load: async () => (await import('./knowledge-commands.ts')).SHOW },
  { name: 'knowledge check', load: async () => (await import('./knowledge-commands.ts')).CHECK },
  { name: 'knowledge export', load: async () => (await import('./export-command.ts')).EXPORT },
  { name: 'knowledge schema', load: async () => (await import('./knowledge-commands.ts')).SCHEMA },
  { name: 'new', load: async () => (await import('./new-command.ts')).NEW },
  { name: 'schemas', load: async () => (await import('./schemas-command.ts')).SCHEMAS_COMMAND },
];
