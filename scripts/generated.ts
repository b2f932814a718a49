// Files that are written from the knowledge and committed: written, or with --check compared, so that the commit that
// changes a number also shows what the number changes.

import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Paths relative to the clone, with forward slashes, and what is to stand in each file. */
export type GeneratedFiles = ReadonlyMap<string, string>;

/**
 * Writes the files, or with `--check` among the arguments compares them and sets the exit code to 1 when any differs.
 * @param command what an author runs to write them
 * @param folder a folder in which nothing but these files may lie
 */
export async function writeOrCheck(files: GeneratedFiles, command: string, folder?: string): Promise<void> {
  const stale = await strangersIn(folder, files);
  if (process.argv.includes('--check')) {
    const wrong = [...stale];
    for (const [path, text] of files) if ((await contentOf(path)) !== text) wrong.push(path);
    const names = folder ?? [...files.keys()].join(' and ');
    if (wrong.length === 0) {
      console.log(`${names}: as the knowledge gives it.`);
      return;
    }
    console.error(
      `Not what the knowledge gives now: ${wrong.slice(0, 8).join(', ')}${wrong.length > 8 ? ' …' : ''}.`,
    );
    console.error(`Run \`${command}\`, read the difference, commit it.`);
    process.exitCode = 1;
    return;
  }
  for (const path of stale) await rm(join(root, path));
  for (const [path, text] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  console.log(`Wrote ${folder ? `${files.size} files in ${folder}` : [...files.keys()].join(' and ')}.`);
}

function contentOf(path: string): Promise<string> {
  return readFile(join(root, path), 'utf8').catch(() => '');
}

async function strangersIn(folder: string | undefined, files: GeneratedFiles): Promise<readonly string[]> {
  if (folder === undefined) return [];
  const names = await readdir(join(root, folder)).catch((): string[] => []);
  return names.map((name) => `${folder}/${name}`).filter((path) => !files.has(path));
}
