// Packages of others to measure against. They are fetched at pinned versions when a bench first runs and kept in the cache folder, not
// among our own dependencies: bayesjs brings a bundler along, and jsCAT names a git repository, which no lock file of ours should.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../.cache/bench-peers/', import.meta.url));

/** Everything that is loaded at run time, and nothing else. Licences: MIT, but jsbayes Apache-2.0 and jsCAT ISC. */
const PACKAGES = [
  'bayesjs@0.6.5',
  'round-to@4.1.0',
  'timsort@0.3.0',
  'jsbayes@0.1.0',
  '@bdelab/jscat@5.2.3',
  'optimization-js@1.5.0',
  'binary-search@1.3.6',
  'lodash@4.17.21',
  'seedrandom@3.0.5',
];

/** Loads a peer; undefined, after saying why, when it is not to be had. */
export function loadPeer(name: string, say: (line: string) => void): unknown {
  try {
    for (const one of PACKAGES) fetchPackage(one);
    return createRequire(join(folder, 'any.js'))(name);
  } catch (error) {
    say(`${name} is left out: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    return undefined;
  }
}

/** Brings a package without what it depends on, unless it is there; returns its folder. */
export function fetchPackage(spec: string): string {
  const name = spec.slice(0, spec.lastIndexOf('@'));
  const target = join(folder, 'node_modules', name);
  if (isVersion(join(target, 'package.json'), spec.slice(name.length + 1))) return target;
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const packed = spawnSync(
    'npm',
    ['pack', spec, '--silent', '--ignore-scripts', `--pack-destination=${folder}`],
    {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    },
  );
  const file = packed.stdout?.trim().split('\n').at(-1) ?? '';
  const unpacked = spawnSync('tar', ['-xzf', join(folder, file), '-C', target, '--strip-components=1']);
  if (packed.status === 0 && unpacked.status === 0) return target;
  rmSync(target, { recursive: true, force: true });
  throw new Error(`could not fetch ${spec} from the npm registry`);
}

function isVersion(manifest: string, version: string): boolean {
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version;
}
