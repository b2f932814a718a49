// What `npm test` runs once everything is set up: the checks, then the tests. It stops at the first check that fails,
// and the last line counts: each check is one, and each test.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks, runChecks } from './check.mjs';
import { root } from './find-node.mjs';

const counts = await runChecks(checks);
if (counts.failed === 0) {
  console.log('\n== Tests');
  const tests = runTests(process.argv.slice(2));
  counts.passed += tests.passed;
  counts.failed += tests.failed;
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

/** @param {string[]} args file names or options, handed on to vitest */
function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'backstride-test-'));
  const report = join(folder, 'report.json');
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json'];
  try {
    const { status } = spawnSync(process.execPath, [...vitest, `--outputFile.json=${report}`, ...args], {
      cwd: root,
      stdio: 'inherit',
      // vitest colours its output even where nobody sees colours, as in the log of a build.
      env: process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' },
    });
    const { passed, failed } = countsIn(report);
    // Also what fails outside any test fails: a file that cannot be loaded, an error nobody caught, nothing found.
    return { passed, failed: status === 0 ? failed : Math.max(failed, 1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} report */
function countsIn(report) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: Number(numPassedTests), failed: Number(numFailedTests) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
