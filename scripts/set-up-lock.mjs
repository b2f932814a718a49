// One set-up at a time in one clone. The lock is a folder that is made complete beside its place and then renamed
// into it: renaming onto a folder with something in it fails, so exactly one process wins and nobody ever sees a lock
// without its holder. A lock whose processes are gone (kill -9, power cut) is taken over.

import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

const LONGEST_WAIT_MS = 15 * 60_000;

/**
 * @typedef {object} Holder
 * @property {string} host
 * @property {number[]} processes the set-up and the installer it runs, which may outlive it
 */

/**
 * Takes the lock, waiting for whoever has it.
 * @param {string} path
 * @param {(waitingFor: string) => void} onWait
 * @param {() => unknown} checkStopped throws when the person has pressed Ctrl-C
 */
export async function takeLock(path, onWait, checkStopped) {
  const until = Date.now() + LONGEST_WAIT_MS;
  let told = false;
  while (!tryToTake(path)) {
    checkStopped();
    const holder = holderOf(path);
    if (holder && isGone(holder)) {
      breakLock(path, holder);
      continue;
    }
    const name = holder ? `process ${holder.processes[0]} on ${holder.host}` : 'another process';
    if (Date.now() > until) throw new Error(`${name} has held ${path} for 15 minutes. If it hangs, end it.`);
    if (!told) onWait(name);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/**
 * Notes the installer that runs under the lock: while it lives, so does the lock.
 * @param {string} path
 * @param {number | undefined} installer
 */
export function noteInstaller(path, installer) {
  writeHolder(path, installer === undefined ? [process.pid] : [process.pid, installer]);
}

/** @param {string} path */
export function releaseLock(path) {
  removeFolder(path);
}

/** @param {string} path */
function tryToTake(path) {
  mkdirSync(dirname(path), { recursive: true });
  const mine = mkdtempSync(`${path}-`);
  writeHolder(mine, [process.pid]);
  try {
    renameSync(mine, path);
    return true;
  } catch (error) {
    rmSync(mine, { recursive: true, force: true });
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(codeOf(error))) return false;
    throw error;
  }
}

/**
 * @param {string} path
 * @param {Holder} gone
 */
function breakLock(path, gone) {
  // Read again as late as can be: somebody else may have broken it and taken it meanwhile.
  if (JSON.stringify(holderOf(path)) === JSON.stringify(gone)) removeFolder(path);
}

// Renamed away before it is deleted, so that the lock is never seen half-deleted.
/** @param {string} path */
function removeFolder(path) {
  const away = `${path}-old-${process.pid}`;
  try {
    renameSync(path, away);
  } catch {
    return;
  }
  rmSync(away, { recursive: true, force: true });
}

/** @param {Holder} holder */
function isGone(holder) {
  if (holder.host !== hostname()) return false;
  return !holder.processes.some((id) => id !== process.pid && isRunning(id));
}

/** @param {number} id */
function isRunning(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return codeOf(error) === 'EPERM';
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/**
 * @param {string} folder
 * @param {number[]} processes
 */
function writeHolder(folder, processes) {
  const file = join(folder, 'holder.json');
  // Written aside and renamed: a reader must never find half a file.
  writeFileSync(`${file}.new`, JSON.stringify({ host: hostname(), processes }));
  renameSync(`${file}.new`, file);
}

/**
 * @param {string} path
 * @returns {Holder | undefined}
 */
function holderOf(path) {
  try {
    return JSON.parse(readFileSync(join(path, 'holder.json'), 'utf8'));
  } catch {
    return undefined;
  }
}
