// Runs `node <args>` with a Node that is new enough, after setting up what is missing. The scripts of package.json go
// through it, so that they work on a machine whose own Node is too old to run TypeScript.

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { findNode, putFirstOnPath, root, startedAs } from './find-node.mjs';
import { setUp } from './set-up.mjs';

/**
 * Runs Node to its end and returns the exit code to pass on.
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<number>}
 */
export async function runWithNode(args, cwd) {
  const trouble = await setUp();
  if (trouble) return trouble;
  const node = findNode() ?? process.execPath;
  putFirstOnPath(node);

  const child = spawn(node, args, { cwd, stdio: 'inherit' });
  // A terminal gives Ctrl-C to the child as well; sent a second time it would look like an impatient person.
  const fromTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  process.on('SIGINT', () => fromTerminal || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));

  // npm told to stop ends its own shell, not what the shell has started: the change of parent tells us.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (!process.env.npm_lifecycle_event || process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);

  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`Could not start ${node}: ${error.message}\n`);
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(signal ? 128 + constants.signals[signal] : (code ?? 1)));
  });
}

if (startedAs(import.meta.url)) {
  process.exit(await runWithNode(process.argv.slice(2), root));
}
