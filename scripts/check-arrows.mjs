// Keeps the arrows between the rooms of src/: who may import whom, and which packages where.
//
// Why not Biome's noRestrictedImports: it judges the text of an import, not the file it leads to, so it cannot tell
// src/learn from src/pages/learn, misses `import('..').Type`, does not notice a new folder without a place in the
// plan, and the table would be spread over an override for each room. Cycles, globals and exports it does hold: see
// biome.json. This reads imports by pattern, not by parsing: an import written inside a text counts too.
//
// Usage: node scripts/check-arrows.mjs [folder of the clone]

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { root, startedAs } from './find-node.mjs';

const core = ['vocabulary', 'probability', 'knowledge'];
const above = [...core, 'inference', 'assess', 'recover', 'train', 'learn', 'evaluate', 'episode'];
const everything = [...above, 'connect', 'pages', 'app', 'store'];

/**
 * The floor plan. `rooms`: whom a room may import, always through its index.ts. `packages`: npm packages with their
 * sub-paths; '*' is any. `node`: whether node: modules are allowed. `doors`: folders with an index.ts of their own, for a
 * room whose parts run in different worlds.
 * @type {Record<string, { rooms: string[], packages: string[], node?: boolean, doors?: string[] }>}
 */
export const plan = {
  vocabulary: { rooms: [], packages: ['typebox'] },
  probability: { rooms: ['vocabulary'], packages: [] },
  inference: { rooms: ['vocabulary', 'probability'], packages: [] },
  knowledge: { rooms: ['vocabulary', 'probability', 'inference'], packages: ['typebox', 'yaml'] },
  assess: { rooms: [...core, 'inference'], packages: [] },
  recover: { rooms: core, packages: [] },
  train: { rooms: core, packages: ['fflate', 'saxes'] },
  learn: { rooms: core, packages: ['markdown-it'] },
  evaluate: { rooms: [...core, 'assess', 'recover'], packages: ['typebox'] },
  episode: { rooms: [...core, 'assess', 'recover', 'train', 'learn'], packages: [] },
  connect: { rooms: above, packages: ['typebox'] },
  pages: { rooms: above, packages: ['hono/html'], doors: ['desk'] },
  app: { rooms: [...above, 'connect', 'pages'], packages: ['hono'], doors: ['desk'] },
  store: { rooms: [...above, 'app'], packages: ['*'], node: true, doors: ['indexeddb', 'sql'] },
  server: { rooms: everything, packages: ['*'], node: true },
  browser: { rooms: everything, packages: ['*'] },
  cli: { rooms: everything, packages: ['*'], node: true },
};

const TEST_PACKAGES = ['vitest', 'fast-check'];

// Static imports begin a line (the formatter sees to that); import() may stand anywhere.
const IMPORTS = [
  /^[ \t]*(?:import|export)\b[^'"`;=()]*?\bfrom\s*['"](?<to>[^'"\n]+)['"]/gm,
  /^[ \t]*import\s*['"](?<to>[^'"\n]+)['"]/gm,
  /\bimport\s*\(\s*['"`](?<to>[^'"`\n$]+)['"`]\s*[,)]/g,
];
const COMPUTED = /\bimport\s*\(\s*(?!['"`][^'"`\n$]+['"`]\s*[,)])/g;
const REFERENCE = /^[ \t]*\/\/\/\s*<reference\s+(?:types|lib|path)=.*$/gm;

/**
 * Returns one line of text for each arrow that goes the wrong way, in the order of the files.
 * @param {string} clone
 */
export function wrongArrows(clone) {
  const src = join(clone, 'src');
  if (!existsSync(src)) return [];
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.[cm]?[jt]sx?$/.test(file),
  );
  return files.sort().flatMap((file) => wrongArrowsOf(src, file.replaceAll(sep, '/')));
}

/**
 * @param {string} src
 * @param {string} file relative to src, with forward slashes
 */
function wrongArrowsOf(src, file) {
  const room = file.includes('/') ? (file.split('/')[0] ?? '') : '';
  const rule = plan[room];
  if (!rule) {
    return [
      `src/${file}:1 lies in no room of the plan. Move it into one (${Object.keys(plan).join(', ')}), ` +
        'or give the new room its place in scripts/check-arrows.mjs.',
    ];
  }
  // Comments become blanks of the same length, so that the place of what follows stays the same. Only those that
  // begin a line: elsewhere a '/*' may be part of a text, and must not hide what follows.
  const text = readFileSync(join(src, file), 'utf8');
  const code = text.replace(/^[ \t]*(?:\/\*[\s\S]*?\*\/|\/\/.*$)/gm, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  );
  /** @type {string[]} */
  const wrong = [];
  /** @param {number} at @param {string} what */
  const report = (at, what) => wrong.push(`src/${file}:${text.slice(0, at).split('\n').length} ${what}`);

  for (const match of IMPORTS.flatMap((pattern) => [...code.matchAll(pattern)])) {
    const trouble = judge(src, file, room, rule, match.groups?.to ?? '');
    if (trouble) report(match.index, trouble);
  }
  if (rule.node) return wrong;
  for (const { index } of code.matchAll(COMPUTED)) {
    report(index, 'imports something computed, which no check can follow. Import a file by its name.');
  }
  if (room === 'browser') return wrong;
  for (const { index } of text.matchAll(REFERENCE)) {
    report(index, 'brings in types of the outer world by a reference. Remove it.');
  }
  return wrong;
}

/**
 * Says what is wrong with an import; undefined when nothing is.
 * @param {string} src
 * @param {string} file
 * @param {string} room
 * @param {{ rooms: string[], packages: string[], node?: boolean }} rule
 * @param {string} to
 */
function judge(src, file, room, rule, to) {
  const isTest = /\.test\.[cm]?[jt]sx?$/.test(file);
  if (to.startsWith('node:')) {
    if (rule.node || isTest) return undefined;
    return `imports ${to}, but ${room} must run without Node. Take what you need as an argument or declare a port.`;
  }
  if (!to.startsWith('.')) {
    const packages = isTest ? [...rule.packages, ...TEST_PACKAGES] : rule.packages;
    if (packages.some((name) => name === '*' || to === name || to.startsWith(`${name}/`))) return undefined;
    return `imports ${to}, but ${room} may use ${list(packages, 'no package')}. Keep it out, or move the code down.`;
  }
  const target = relative(src, resolve(src, dirname(file), to)).replaceAll(sep, '/');
  const [targetRoom = ''] = target.split('/');
  if (targetRoom === room) return undefined;
  if (targetRoom === '..') {
    if (isTest) return undefined;
    return `imports ${to}, which lies outside src/. Pass its content in from a shell.`;
  }
  if (!rule.rooms.includes(targetRoom)) {
    const allowed = list(rule.rooms, 'no other room');
    return `imports ${to}, but ${room} may import ${allowed}. Pass the value in, or move the code to a lower room.`;
  }
  const doors = [targetRoom, ...(plan[targetRoom]?.doors ?? []).map((folder) => `${targetRoom}/${folder}`)];
  if (doors.some((door) => target === `${door}/index.ts`)) return undefined;
  return `imports ${to}, past the door of ${targetRoom}. Export it from src/${targetRoom}/index.ts and import that.`;
}

/** @param {string[]} names @param {string} none */
function list(names, none) {
  return names.length > 0 ? `only ${names.join(', ')}` : none;
}

if (startedAs(import.meta.url)) {
  const wrong = wrongArrows(resolve(process.argv[2] ?? root));
  for (const line of wrong) console.error(line);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
