// An editor of the desk, made as an operator makes one.

import { spawn } from 'node:child_process';
import { root } from '../../scripts/find-node.mjs';

export const PASSWORD = 'seven grey herons walked';

/**
 * Makes an editor with both roles in the store that the environment names.
 * @returns the recovery codes
 */
export async function makeEditor(env: NodeJS.ProcessEnv, login: string): Promise<readonly string[]> {
  const args = ['src/cli/main.ts', 'admin', 'create', '--login', login, '--name', `Dr ${login}`];
  const made = spawn(process.execPath, args, { cwd: root, env, stdio: ['pipe', 'pipe', 'inherit'] });
  made.stdin?.end(`${PASSWORD}\n`);
  let out = '';
  made.stdout?.on('data', (part) => {
    out += part;
  });
  await new Promise((resolve) => made.once('close', resolve));
  return out.match(/[0-9a-z]{4}(-[0-9a-z]{4}){3}/g) ?? [];
}
