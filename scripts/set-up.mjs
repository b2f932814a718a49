// What must be there before Backstride can run: Node 24, the npm packages and, for the tests, a Chromium. Called
// before `npm start` and `npm test`, and by every other script through with-node.mjs. It needs nothing but the Node it
// is started with, says in plain words what it does (on stderr, so that a command's output stays its own), and is
// silent when nothing needs doing.
//
// Nothing half-done is believed: the private Node gets its name only after it has run, node_modules counts only with
// the stamp of an install that succeeded, and a Chromium whose installation was begun counts only once it has run.

import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { findChromium, HEADLESS_SHELL } from './find-chromium.mjs';
import {
  findNode,
  PRIVATE_PACKAGES,
  PRIVATE_VERSION,
  privateFolder,
  privateNodeIn,
  putFirstOnPath,
  REQUIRED_MAJOR,
  root,
  startedAs,
} from './find-node.mjs';
import { forgetPackages, packagesAreThere, rememberPackages } from './packages.mjs';
import { noteInstaller, releaseLock, takeLock } from './set-up-lock.mjs';

const tools = join(root, '.tools');
const lock = join(tools, 'set-up.lock');
const chromiumBegun = join(tools, 'chromium-begun');

/** What went wrong and what to do about it, in words for whoever started the set-up. */
class Failure extends Error {}

/** @type {NodeJS.Signals | undefined} */
let stoppedBy;
/** @type {import('node:child_process').ChildProcess | undefined} */
let installer;

/**
 * Brings in what is missing; returns the exit code, 0 when all is there.
 * @param {{ tests?: boolean }} [options]
 */
export async function setUp({ tests = false } = {}) {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  try {
    refuseOldNode();
    if (isReady(tests)) return 0;
    for (const signal of signals) process.on(signal, stop);
    await takeLock(
      lock,
      (who) => say(`Another set-up is under way here (${who}); waiting for it.`),
      checkStopped,
    );
    try {
      await bringIn(tests);
    } finally {
      releaseLock(lock);
    }
    return 0;
  } catch (error) {
    if (stoppedBy) {
      say('Stopped. Nothing half-installed will be used; run the same command again to go on.');
      return 128 + constants.signals[stoppedBy];
    }
    say(`Set-up failed. ${error instanceof Error ? error.message : error}`);
    return 1;
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

/** @param {boolean} tests */
function isReady(tests) {
  return Boolean(findNode()) && packagesAreThere(wantsDevelopment(tests)) && (!tests || chromiumIsThere());
}

/** A service that was installed without the development packages (`npm ci --omit=dev`) must not fetch them. */
function wantsDevelopment(/** @type {boolean} */ tests) {
  return tests || process.env.NODE_ENV !== 'production';
}

function chromiumIsThere() {
  return !existsSync(chromiumBegun) && findChromium() !== undefined;
}

/** @param {boolean} tests */
async function bringIn(tests) {
  if (!findNode()) await step(`Installing Node ${PRIVATE_VERSION} into .tools`, installNode);
  const node = findNode();
  if (node) putFirstOnPath(node);
  const development = wantsDevelopment(tests);
  if (!packagesAreThere(development)) {
    await step('Installing npm packages', () => installPackages(development));
  }
  if (tests && !chromiumIsThere()) await bringInChromium();
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Failure(
    `Node ${process.versions.node} is too old even for the set-up. ` +
      `Install Node ${REQUIRED_MAJOR} (https://nodejs.org, or your system's package manager) and try again.`,
  );
}

async function installNode() {
  const source = PRIVATE_PACKAGES[`${process.platform}-${process.arch}`];
  if (!source) {
    throw new Failure(
      `Backstride needs Node ${REQUIRED_MAJOR}; this is ${process.versions.node}, and there is no npm package of it ` +
        `for ${process.platform} on ${process.arch}. Install Node ${REQUIRED_MAJOR} by hand: https://nodejs.org`,
    );
  }
  // A new folder each time, in its place only at the end: whatever an interrupted install left is swept away here.
  mkdirSync(tools, { recursive: true });
  for (const name of readdirSync(tools)) {
    if (name.startsWith('node-')) rmSync(join(tools, name), { recursive: true, force: true });
  }
  const folder = mkdtempSync(join(tools, 'node-unfinished-'));
  const wanted = `${source.name}@${PRIVATE_VERSION}`;
  const byHand = `Try again, or install Node ${REQUIRED_MAJOR} by hand: https://nodejs.org`;
  await npm(['install', '--ignore-scripts', '--no-save', '--prefix', folder, wanted], byHand);

  const record = JSON.parse(readFileSync(join(folder, 'node_modules', '.package-lock.json'), 'utf8'));
  const integrity = record.packages[`node_modules/${source.name}`]?.integrity;
  if (integrity && integrity !== source.integrity) {
    throw new Failure(`${wanted} is not the package we know (its checksum is ${integrity}). ${byHand}`);
  }
  const node = privateNodeIn(folder) ?? '';
  await run(node, ['--version'], `${wanted} does not run on this machine. ${byHand}`);
  renameSync(folder, privateFolder);
}

/** @param {boolean} development */
async function installPackages(development) {
  forgetPackages();
  await npm(
    ['ci', development ? '--include=dev' : '--omit=dev'],
    'Check the network and package-lock.json, then try again.',
  );
  if (development) rememberPackages();
}

async function bringInChromium() {
  const remedy =
    'The tests need a Chromium. Install Chromium or Google Chrome, or set BACKSTRIDE_CHROMIUM to the path of one.';
  // After an interrupted installation, or one that a person has since mended by hand, let it show that it runs.
  const found = findChromium();
  const runs =
    found !== undefined && (await run(found, ['--version'], remedy).then(() => true, checkStopped));
  if (!runs) {
    writeFileSync(
      chromiumBegun,
      'An installation of Chromium was begun; the next set-up looks whether it runs.\n',
    );
    await step('Installing Chromium for the tests (this can take some minutes)', () =>
      installChromium(remedy),
    );
  }
  rmSync(chromiumBegun, { force: true });
}

/** @param {string} remedy */
async function installChromium(remedy) {
  const asRoot = process.getuid?.() === 0;
  const hasApt = (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, 'apt-get')));
  if (asRoot && hasApt) {
    process.env.DEBIAN_FRONTEND = 'noninteractive';
    // An apt that was interrupted refuses to go on before this; otherwise it does nothing.
    await run('dpkg', ['--configure', '-a'], remedy);
    await run('apt-get', ['update'], remedy);
    const install = ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];
    // Older systems have no package of the shell; the journeys then take the browser itself and longer.
    await run('apt-get', [...install, 'chromium', HEADLESS_SHELL], remedy).catch(() => {
      checkStopped();
      return run('apt-get', [...install, 'chromium'], remedy);
    });
  } else {
    const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
    await run(findNode() ?? process.execPath, [cli, 'install', 'chromium'], remedy);
  }
  const path = findChromium();
  if (!path) throw new Failure(`It was installed but is not to be found. ${remedy}`);
  await run(path, ['--version'], `${path} does not run. ${remedy}`);
}

/**
 * Runs npm's own JavaScript under the new Node where npm told us where it is: npm then warns of no old engine.
 * @param {string[]} args
 * @param {string} remedy
 */
function npm(args, remedy) {
  const cli = process.env.npm_execpath ?? '';
  const tried = ['npm', ...args].join(' ');
  if (cli.endsWith('npm-cli.js')) return run(findNode() ?? process.execPath, [cli, ...args], remedy, tried);
  return run('npm', args, remedy, tried);
}

/**
 * Runs a program to its end and keeps its output for the case that it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {string} remedy
 */
async function run(program, args, remedy, tried = [program, ...args].join(' ')) {
  checkStopped();
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && program === 'npm',
  });
  installer = child;
  noteInstaller(lock, child.pid);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      output += error.message;
      resolve(undefined);
    });
    child.on('close', resolve);
  });
  installer = undefined;
  noteInstaller(lock, undefined);
  checkStopped();
  if (code === 0) return;
  throw new Failure(`Tried: ${tried}\nIt said:\n  ${shortened(output)}\n${remedy}`);
}

/**
 * Keeps both ends, for some installers say first what is wrong, others last; drops the frames of stack traces.
 * @param {string} output
 */
function shortened(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
  const ends = lines.length > 24 ? [...lines.slice(0, 12), '[...]', ...lines.slice(-12)] : lines;
  return ends.join('\n  ');
}

/**
 * @param {string} what
 * @param {() => Promise<void>} work
 */
async function step(what, work) {
  const started = Date.now();
  say(`${what} ...`);
  await work();
  say(`  done in ${Math.ceil((Date.now() - started) / 1000)} s`);
}

/** @param {NodeJS.Signals} signal */
function stop(signal) {
  stoppedBy = signal;
  installer?.kill('SIGTERM');
}

function checkStopped() {
  if (stoppedBy) throw new Failure('stopped');
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`${text}\n`);
}

if (startedAs(import.meta.url)) {
  process.exitCode = await setUp({ tests: process.argv.includes('--tests') });
}
