// Whether node_modules holds what package-lock.json names. Two witnesses count: our own stamp, written only after
// an `npm ci` that succeeded; and, for whoever ran npm by hand, the record npm leaves in node_modules when it is
// done. Both are taken away before an install begins, so that an interrupted one is never believed.

import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './find-node.mjs';

const stamp = join(root, 'node_modules', '.backstride-stamp');
const record = join(root, 'node_modules', '.package-lock.json');

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [devOptional]
 * @property {boolean} [optional]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 */

/**
 * Tells whether every package is there.
 * @param {boolean} development whether those for development count
 */
export function packagesAreThere(development) {
  return read(stamp) === fingerprint() || npmRecordMatches(development);
}

export function forgetPackages() {
  rmSync(stamp, { force: true });
  rmSync(record, { force: true });
}

export function rememberPackages() {
  writeFileSync(stamp, fingerprint());
}

// The optional parts of some packages are binaries of one platform: a folder carried elsewhere is stale.
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'package.json']) hash.update(read(join(root, file)) ?? '');
  return `${hash.digest('hex')} ${process.platform}-${process.arch}`;
}

/** @param {boolean} development */
function npmRecordMatches(development) {
  const installed = lockedPackages(record);
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  if (!installed || !wanted || !lockIsCurrent(wanted[''])) return false;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' ||
      entry.optional ||
      ((entry.dev || entry.devOptional) && !development) ||
      installed[path]?.version === entry.version,
  );
}

/** @param {LockedPackage | undefined} lockRoot */
function lockIsCurrent(lockRoot) {
  const manifest = JSON.parse(read(join(root, 'package.json')) ?? '{}');
  return (
    JSON.stringify(lockRoot?.dependencies) === JSON.stringify(manifest.dependencies) &&
    JSON.stringify(lockRoot?.devDependencies) === JSON.stringify(manifest.devDependencies)
  );
}

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage> | undefined}
 */
function lockedPackages(path) {
  const text = read(path);
  return text === undefined ? undefined : JSON.parse(text).packages;
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
