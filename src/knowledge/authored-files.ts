// From the text of an authored file to a value, keeping the way back to the line on which each thing stands.

import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';

export interface AuthoredFile {
  /** Path relative to the knowledge folder, with forward slashes, e.g. `conditions/sciatica.yaml`. */
  readonly path: string;
  readonly text: string;
}

export const FILE_KINDS = [
  'finding',
  'condition',
  'red-flag',
  'gate',
  'source',
  'study',
  'exercise',
  'ladder',
  'plan',
  'interview',
  'model',
  'recovery',
  'forecast',
  'training',
  'language',
  'guide',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Something an author has to mend. */
export interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly expected: string;
  readonly found: string;
  readonly remedy: string;
}

export interface ReadFile {
  readonly path: string;
  readonly kind: FileKind;
  readonly value: unknown;
  /** Line (from 1) of the value at this path of keys; of the nearest parent when it is not there. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

const FOLDERS: Readonly<Record<string, FileKind>> = {
  findings: 'finding',
  conditions: 'condition',
  'red-flags': 'red-flag',
  gates: 'gate',
  sources: 'source',
  exercises: 'exercise',
  ladders: 'ladder',
  plans: 'plan',
  prognosis: 'study',
};

/** Tells what a file is by where it lies; undefined for files that are not knowledge. */
export function kindOf(path: string): FileKind | undefined {
  if (path === 'interview.yaml') return 'interview';
  if (path === 'model.yaml') return 'model';
  if (path === 'recovery.yaml') return 'recovery';
  if (path === 'forecast.yaml') return 'forecast';
  if (path === 'training.yaml') return 'training';
  if (/^languages\/[^/]+\/[^/]+\.yaml$/.test(path)) return 'language';
  if (/^guide\/[^/]+\.claims\.yaml$/.test(path)) return 'guide';
  const [folder, name, ...deeper] = path.split('/');
  if (!folder || !name?.endsWith('.yaml') || deeper.length > 0) return undefined;
  return FOLDERS[folder];
}

/** Reads one YAML file; mistakes of syntax come back as mistakes, never as an exception. */
export function readAuthoredFile(file: AuthoredFile, kind: FileKind): ReadFile | readonly Mistake[] {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, version: '1.2', uniqueKeys: true });
  if (document.errors.length > 0) {
    return document.errors.map((error) => ({
      file: file.path,
      line: lines.linePos(error.pos[0]).line,
      expected: 'YAML that can be read',
      found: error.message.split('\n')[0]?.replace(/:$/, '') ?? error.code,
      remedy: 'Mend the line; often it is indentation, a missing quote or a key that stands twice.',
    }));
  }
  let value: unknown;
  try {
    // Aliases are not needed in these files; a limit of 0 refuses the bombs that can be built of them.
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    return [
      {
        file: file.path,
        line: 1,
        expected: 'a file without YAML aliases',
        found: 'an alias (*name)',
        remedy: 'Write the value out instead of pointing at another one.',
      },
    ];
  }
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const offset = offsetOf(document.contents, path.slice(0, length));
      if (offset !== undefined) return lines.linePos(offset).line;
    }
    return 1;
  };
  return { path: file.path, kind, value, lineOf };
}

/** Offset of the key (in a map) or item (in a list) that a path leads to. */
function offsetOf(root: unknown, path: readonly (string | number)[]): number | undefined {
  let node = root;
  let offset = isNode(root) ? root.range?.[0] : undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) return undefined;
      offset = isNode(pair.key) ? pair.key.range?.[0] : undefined;
      node = pair.value;
    } else if (node && typeof node === 'object' && 'items' in node && Array.isArray(node.items)) {
      node = node.items[Number(step)];
      if (!isNode(node)) return undefined;
      offset = node.range?.[0];
    } else return undefined;
  }
  return offset;
}
