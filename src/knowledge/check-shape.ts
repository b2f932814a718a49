// The first half of checking: each file on its own, against its schema. What passes has a type.

import { Settings } from 'typebox/system';
import { Errors } from 'typebox/value';
import {
  AuthoredCondition,
  AuthoredFinding,
  AuthoredGate,
  AuthoredInterview,
  AuthoredModel,
  AuthoredRedFlag,
  AuthoredSource,
} from './authored.ts';
import {
  type AuthoredFile,
  type FileKind,
  kindOf,
  type Mistake,
  type ReadFile,
  readAuthoredFile,
} from './authored-files.ts';
import { AuthoredGuide } from './authored-guide.ts';
import { AuthoredLanguage } from './authored-language.ts';
import { AuthoredForecast, AuthoredStudy } from './authored-prognosis.ts';
import { AuthoredExercise, AuthoredLadder, AuthoredPlan, AuthoredRecovery } from './authored-recovery.ts';
import { AuthoredTraining } from './authored-training.ts';

/** A file whose content has the shape of its kind. */
export interface Shaped<Content> {
  readonly path: string;
  readonly content: Content;
  readonly lineOf: ReadFile['lineOf'];
}

/** The files about the way back to running; a wing may do without. */
export interface ShapedRecovery {
  readonly exercises: readonly Shaped<AuthoredExercise>[];
  readonly ladders: readonly Shaped<AuthoredLadder>[];
  readonly plans: readonly Shaped<AuthoredPlan>[];
  readonly shared: Shaped<AuthoredRecovery> | undefined;
}

/** The files about how long recovery takes; a wing may do without. */
export interface ShapedPrognosis {
  readonly studies: readonly Shaped<AuthoredStudy>[];
  readonly forecast: Shaped<AuthoredForecast> | undefined;
}

/** All files of the medical wing, each well-formed on its own. */
export interface ShapedKnowledge {
  readonly findings: readonly Shaped<AuthoredFinding>[];
  readonly conditions: readonly Shaped<AuthoredCondition>[];
  readonly redFlags: readonly Shaped<AuthoredRedFlag>[];
  readonly gates: readonly Shaped<AuthoredGate>[];
  readonly sources: readonly Shaped<AuthoredSource>[];
  readonly interview: Shaped<AuthoredInterview> | undefined;
  readonly model: Shaped<AuthoredModel> | undefined;
  readonly recovery: ShapedRecovery;
  readonly prognosis: ShapedPrognosis;
  /** Of the guide only what its claims cite counts here; see load-guide.ts. */
  readonly guide: readonly Shaped<AuthoredGuide>[];
  /** What is known about load and prevention; a wing may do without. */
  readonly training: Shaped<AuthoredTraining> | undefined;
}

export const SCHEMAS = {
  finding: AuthoredFinding,
  condition: AuthoredCondition,
  'red-flag': AuthoredRedFlag,
  gate: AuthoredGate,
  source: AuthoredSource,
  interview: AuthoredInterview,
  model: AuthoredModel,
  exercise: AuthoredExercise,
  ladder: AuthoredLadder,
  plan: AuthoredPlan,
  recovery: AuthoredRecovery,
  study: AuthoredStudy,
  forecast: AuthoredForecast,
  training: AuthoredTraining,
  language: AuthoredLanguage,
  guide: AuthoredGuide,
} as const;

/** Reads every file and sorts the well-formed ones by kind; the rest becomes mistakes. */
export function checkShapes(files: readonly AuthoredFile[]): {
  readonly shaped: ShapedKnowledge;
  readonly mistakes: readonly Mistake[];
} {
  const mistakes: Mistake[] = [];
  const byKind: Record<FileKind, Shaped<never>[]> = {
    finding: [],
    condition: [],
    'red-flag': [],
    gate: [],
    source: [],
    interview: [],
    model: [],
    exercise: [],
    ladder: [],
    plan: [],
    recovery: [],
    study: [],
    forecast: [],
    training: [],
    // Read apart from the knowledge: see translations.ts.
    language: [],
    guide: [],
  };
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const kind = kindOf(file.path);
    if (kind === undefined) {
      mistakes.push({
        file: file.path,
        line: 1,
        expected:
          'a .yaml file in findings, conditions, red-flags, gates, sources, exercises, ladders, plans or prognosis, a .claims.yaml file in guide, or interview.yaml, model.yaml, recovery.yaml, forecast.yaml or training.yaml',
        found: file.path,
        remedy: 'Move or rename the file.',
      });
      continue;
    }
    const read = readOnce(file, kind);
    if ('content' in read) byKind[kind].push(read);
    else mistakes.push(...read);
  }
  for (const kind of ['interview', 'model'] as const) {
    if (byKind[kind].length === 0 && !mistakes.some((mistake) => mistake.file === `${kind}.yaml`)) {
      mistakes.push({
        file: `${kind}.yaml`,
        line: 1,
        expected: `a file ${kind}.yaml`,
        found: 'none',
        remedy: 'Restore it from the last version.',
      });
    }
  }
  const shaped: ShapedKnowledge = {
    findings: byKind.finding,
    conditions: byKind.condition,
    redFlags: byKind['red-flag'],
    gates: byKind.gate,
    sources: byKind.source,
    interview: byKind.interview[0],
    model: byKind.model[0],
    recovery: {
      exercises: byKind.exercise,
      ladders: byKind.ladder,
      plans: byKind.plan,
      shared: byKind.recovery[0],
    },
    prognosis: { studies: byKind.study, forecast: byKind.forecast[0] },
    guide: byKind.guide,
    training: byKind.training[0],
  };
  return { shaped, mistakes };
}

/** Reading is most of the work of loading; who changes one file of many hands in the others as they were. */
const READ = new WeakMap<AuthoredFile, Shaped<never> | readonly Mistake[]>();

function readOnce(file: AuthoredFile, kind: FileKind): Shaped<never> | readonly Mistake[] {
  const known = READ.get(file);
  if (known) return known;
  const read = readShaped(file, kind);
  READ.set(file, read);
  return read;
}

function readShaped(file: AuthoredFile, kind: FileKind): Shaped<never> | readonly Mistake[] {
  const read = readAuthoredFile(file, kind);
  if (!('value' in read)) return read;
  const wrong = [...shapeMistakes(read), ...nameMistakes(read)];
  if (wrong.length > 0) return wrong;
  return { path: read.path, content: read.value as never, lineOf: read.lineOf };
}

// TypeBox stops at eight errors a file unless told otherwise; an author wants them all.
Settings.Set({ maxErrors: 1_000 });

export function shapeMistakes(read: ReadFile): readonly Mistake[] {
  return Errors(SCHEMAS[read.kind], read.value)
    .filter((error) => error.keyword !== 'boolean' && error.keyword !== 'anyOf')
    .filter(isFirstOfItsUnion)
    .map((error) => {
      const path = pointerPath(error.instancePath);
      const at = (extra: readonly string[]) => read.lineOf([...path, ...extra]);
      const where = path.length > 0 ? path.join(' › ') : 'the file';
      const params = error.params as Record<string, unknown>;
      if (error.keyword === 'additionalProperties') {
        const extra = (params.additionalProperties ?? []) as readonly string[];
        return {
          file: read.path,
          line: at(extra.slice(0, 1)),
          expected: `only the keys that ${where} may have`,
          found: extra.join(', '),
          remedy: 'Correct the spelling or remove the key; your editor lists the keys.',
        };
      }
      if (error.keyword === 'required') {
        const missing = (params.requiredProperties ?? []) as readonly string[];
        return {
          file: read.path,
          line: at([]),
          expected: `${where} with ${missing.join(', ')}`,
          found: 'nothing there',
          remedy: missing.some((key) => key === 'source' || key === 'certainty')
            ? 'Say where it comes from (source) and how sure it is (certainty); a guess is `estimate`.'
            : `Add ${missing.join(', ')}.`,
        };
      }
      const allowed = params.allowedValues as readonly unknown[] | undefined;
      return {
        file: read.path,
        line: at([]),
        expected: allowed ? `${where}: one of ${allowed.join(', ')}` : `${where} ${error.message}`,
        found: shown(valueAt(read.value, path)),
        remedy: valueAt(read.value, path) === null ? 'Fill it in.' : 'Change the value.',
      };
    });
}

/** A union complains once for each of its forms; the first says enough. */
function isFirstOfItsUnion(
  error: { readonly keyword: string; readonly instancePath: string },
  index: number,
  all: readonly { readonly keyword: string; readonly instancePath: string }[],
): boolean {
  const sameType = (one: typeof error) => one.keyword === 'type' && one.instancePath === error.instancePath;
  return error.keyword !== 'type' || all.findIndex(sameType) === index;
}

const SINGLE: ReadonlySet<FileKind> = new Set(['interview', 'model', 'recovery', 'forecast', 'training']);

/** The file name is the identifier. */
export function nameMistakes(read: ReadFile): readonly Mistake[] {
  const own = (read.value ?? {}) as { id?: unknown; key?: unknown };
  const name = read.path
    .split('/')
    .at(-1)
    ?.replace(/(\.claims)?\.yaml$/, '');
  const id = read.kind === 'source' ? own.key : own.id;
  if (SINGLE.has(read.kind) || typeof id !== 'string' || id === name) return [];
  return [
    {
      file: read.path,
      line: read.lineOf([read.kind === 'source' ? 'key' : 'id']),
      expected: `${name} (the name of the file)`,
      found: id,
      remedy: 'Rename the file or change the id so that both agree.',
    },
  ];
}

function pointerPath(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const step of path) at = (at as Record<string, unknown> | undefined)?.[step];
  return at;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
