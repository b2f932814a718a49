// Reads the medical wing from disk.

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type AuthoredFile,
  type KnowledgeBase,
  type LoadedGuide,
  loadGuide,
  loadKnowledge,
  type Mistake,
} from '../knowledge/index.ts';
import { type LocalDate, ok, type Result } from '../vocabulary/index.ts';

/** The folder `knowledge` of this package. */
export const KNOWLEDGE_FOLDER = fileURLToPath(new URL('../../knowledge/', import.meta.url));

/** The cases that try every red flag of this package's knowledge. */
export const RULE_CASES = fileURLToPath(new URL('../../cases/triage-rules.jsonl', import.meta.url));

/** Where compiled knowledge is kept between starts; safe to delete. */
const CACHE_FOLDER = fileURLToPath(new URL('../../.cache/', import.meta.url));

/** Folders inside the medical wing that hold no authored knowledge. */
const NOT_AUTHORED: ReadonlySet<string> = new Set(['schemas', 'languages']);

/** Reads every YAML file below the folder, sorted by path. */
export async function readKnowledgeFiles(folder: string): Promise<readonly AuthoredFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !NOT_AUTHORED.has(path.split('/')[0] ?? ''))
    .sort();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })));
}

/** Reads the YAML files of the folder's translations, sorted by path; none where there are none. */
export async function readLanguageFiles(folder: string = KNOWLEDGE_FOLDER): Promise<readonly AuthoredFile[]> {
  const below = join(folder, 'languages');
  const names = await readdir(below, { recursive: true }).catch(() => []);
  const paths = names
    .map((name) => `languages/${name.split(sep).join('/')}`)
    .filter((path) => path.endsWith('.yaml'));
  return Promise.all(
    paths.sort().map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })),
  );
}

/** Reads the prose of the guide, sorted by path; none where there is none. */
export async function readGuideProse(folder: string = KNOWLEDGE_FOLDER): Promise<readonly AuthoredFile[]> {
  const names = await readdir(join(folder, 'guide')).catch(() => []);
  const paths = names.filter((name) => name.endsWith('.md')).map((name) => `guide/${name}`);
  return Promise.all(
    paths.sort().map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })),
  );
}

/**
 * Reads and checks the guide.
 * @param today the day that reviews are measured against; without it their age is not judged
 */
export async function readGuide(
  knowledge: KnowledgeBase,
  today: LocalDate | undefined,
  folder: string = KNOWLEDGE_FOLDER,
): Promise<Result<LoadedGuide, readonly Mistake[]>> {
  return loadGuide(await readKnowledgeFiles(folder), await readGuideProse(folder), knowledge, today);
}

/** SHA-256 of a text, hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Reads, checks and compiles the medical wing. */
export async function readKnowledge(
  folder: string = KNOWLEDGE_FOLDER,
): Promise<Result<KnowledgeBase, readonly Mistake[]>> {
  return loadKnowledge(await readKnowledgeFiles(folder), sha256);
}

/**
 * Like `readKnowledge`, but keeps the compiled knowledge beside the package, so that a second start need not parse
 * hundreds of files. The kept file is named for everything that goes into it, the compiler's own code included; when
 * anything differs, or the file cannot be read or written, the knowledge is compiled anew.
 */
export async function readKnowledgeKept(
  folder: string = KNOWLEDGE_FOLDER,
): Promise<Result<KnowledgeBase, readonly Mistake[]>> {
  const files = await readKnowledgeFiles(folder);
  const compiler = await readSources(fileURLToPath(new URL('../knowledge/', import.meta.url)));
  const name = sha256(JSON.stringify([files, compiler])).slice(0, 32);
  const kept = join(CACHE_FOLDER, `knowledge-${name}.json`);
  try {
    return ok(JSON.parse(await readFile(kept, 'utf8')) as KnowledgeBase);
  } catch {
    const loaded = loadKnowledge(files, sha256);
    if (loaded.ok) await keep(kept, JSON.stringify(loaded.value));
    return loaded;
  }
}

async function readSources(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
    .sort();
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}

/** Writes whole or not at all; a folder that cannot be written to only costs the next start a second. */
async function keep(path: string, text: string): Promise<void> {
  try {
    await mkdir(CACHE_FOLDER, { recursive: true });
    const old = (await readdir(CACHE_FOLDER)).filter((name) => name.startsWith('knowledge-'));
    await Promise.all(old.map((name) => rm(join(CACHE_FOLDER, name), { force: true })));
    await writeFile(`${path}.${process.pid}`, text);
    await rename(`${path}.${process.pid}`, path);
  } catch {}
}
