// The whole test suite: builds, gets the engines, runs the tests, and ends with one line of totals.
// Unit tests run side by side, more of them than there are cores, since most wait for real servers; the end-to-end files start whole platforms, two at a time.
// Arguments go to jest: `npm test -- packages/kit`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { jestNodeOptions } from './jest-node-options.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(root, '.cache', 'test-results');
const ci = (process.env.CI ?? '') !== '' && process.env.CI !== 'false';

function step(args, env = {}) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}

function jest(name, args) {
  const file = join(results, `${name}.json`);
  const flags = ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${file}`, ...args];
  const status = step(flags, { NODE_OPTIONS: jestNodeOptions() });
  return { status, totals: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined };
}

/** jest says nothing of a file in which all tests are skipped; a skipped suite has its reason in its title. */
function skipReasons(runs) {
  const skipped = runs
    .flatMap((run) => run.totals?.testResults ?? [])
    .flatMap((file) => file.assertionResults)
    .filter((result) => result.status === 'pending')
    .flatMap((result) => [...result.ancestorTitles, result.title])
    .filter((title) => title.includes('[skipped: '));
  return new Set(skipped);
}

function conclude(runs) {
  const sum = (pick) => runs.reduce((total, run) => total + (run.totals ? pick(run.totals) : 0), 0);
  const passed = sum((t) => t.numPassedTests);
  // A file that does not even load has no failed test, yet it has failed.
  const failed = sum((t) => t.numFailedTests + t.numRuntimeErrorTestSuites) + runs.filter((run) => !run.totals).length;
  const skipped = sum((t) => t.numPendingTests + t.numTodoTests);
  for (const reason of skipReasons(runs)) console.log(reason);
  console.log(`\nTests: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed > 0 || passed === 0 || runs.some((run) => run.status !== 0) ? 1 : 0;
}

function main() {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  if (step(['node_modules/typescript/bin/tsc', '-b']) !== 0) return 1;
  const engines = step(['scripts/engines.mjs']);
  if (engines !== 0 && ci) return engines;
  const chosen = process.argv.slice(2);
  if (chosen.length > 0) return conclude([jest('chosen', chosen)]);
  return conclude([
    jest('unit', ['--testPathIgnorePatterns', '/node_modules/', '/test/e2e/', '--maxWorkers=4']),
    jest('end-to-end', ['--testPathPatterns', '/test/e2e/', '--maxWorkers=2']),
  ]);
}

process.exitCode = main();
