#!/usr/bin/env node
// The command `backstride`: the terminal shell, run from wherever the person stands.

import { join } from 'node:path';
import { root } from './find-node.mjs';
import { runWithNode } from './with-node.mjs';

// npm runs its scripts in the clone's folder and notes where the person was; file names they typed start from there.
const byNpm = ['backstride', 'evaluate'].includes(process.env.npm_lifecycle_event ?? '');
const cwd = (byNpm && process.env.INIT_CWD) || process.cwd();

process.exit(await runWithNode([join(root, 'src', 'cli', 'main.ts'), ...process.argv.slice(2)], cwd));
