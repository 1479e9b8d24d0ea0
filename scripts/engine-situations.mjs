#!/usr/bin/env node
// Runs the tests that use engines where every engine is on PATH (with Prometheus 2, then 3) and where there is none:
//   node scripts/engine-situations.mjs [--only=none] [jest arguments…]
// On PATH nothing may fail; without engines nothing may fail, and what is skipped must be counted with its reason.
// End-to-end tests run the bundles: "npm run bundle" first.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jestNodeOptions } from './jest-node-options.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { engineNames, engines, findEngine, pathWithoutEngines } = await import(
  new URL('../packages/testing/lib/engines/index.js', import.meta.url)
);

/** Prometheus and promtool of one line can be on PATH under their names, not of both. */
const situations = [
  { name: 'prometheus-2', has: (engine) => !/-3$|^node-/.test(engine) },
  { name: 'prometheus-3', has: (engine) => !/-2$|^node-/.test(engine) },
  { name: 'none', has: () => false },
];

function onPath(folder, has) {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const programs = engineNames.filter((name) => engines[name].commands.length > 0);
  for (const name of programs.filter(has)) {
    const lookup = findEngine(name);
    if (!lookup.found) throw new Error(lookup.reason);
    place(lookup.path, join(bin, engines[name].commands[0]));
  }
  return `${bin}${delimiter}${pathWithoutEngines(folder)}`;
}

/** Starters of older fetches find their files only by their own name. */
function place(program, path) {
  if (basename(join(program, '..')) !== 'start') return symlinkSync(program, path);
  writeFileSync(path, `#!/bin/sh\nexec '${program}' "$@"\n`, { mode: 0o755 });
}

function testFiles() {
  const { stdout } = spawnSync('git', ['grep', '-lE', 'engineOrSkip|platformSuite', '--', '*.test.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  return stdout.trim().split('\n');
}

function runJest(folder, path, args) {
  const report = join(folder, 'report.json');
  const flags = ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`, '--maxWorkers=2', ...args];
  const env = { ...process.env, PATH: path, FLY_MONITORING_ENGINES: join(folder, 'empty'), CI: '' };
  spawnSync(process.execPath, flags, { cwd: root, stdio: 'inherit', env: { ...env, NODE_OPTIONS: jestNodeOptions() } });
  if (!existsSync(report)) throw new Error('jest ended without a report; its lines above say why.');
  return JSON.parse(readFileSync(report, 'utf8'));
}

/** What is wrong with a run, in sentences. */
function problemsOf(name, totals) {
  const results = totals.testResults.flatMap((file) => file.assertionResults);
  const skipped = results.filter(({ status }) => status === 'pending');
  const silent = skipped.filter(({ fullName }) => !fullName.includes('[skipped: '));
  const problems = silent.map(({ fullName }) => `${name}: skipped without a reason: ${fullName}`);
  if (!totals.success) problems.push(`${name}: ${totals.numFailedTests} tests failed`);
  if (totals.numPassedTests + skipped.length === 0) problems.push(`${name}: nothing ran`);
  if (name === 'none' && skipped.length === 0) problems.push(`${name}: nothing was skipped, so engines were found`);
  console.log(`\n${name}: ${totals.numPassedTests} passed, ${totals.numFailedTests} failed, ${skipped.length} skipped`);
  return problems;
}

function inSituation({ name, has }, args) {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  // Prometheus runs as nobody in some tests, who has to get there.
  chmodSync(folder, 0o755);
  try {
    return problemsOf(name, runJest(folder, onPath(folder, has), args));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function main(args) {
  const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
  const given = args.filter((arg) => !arg.startsWith('--only='));
  const chosen = situations.filter(({ name }) => only === undefined || name === only);
  if (chosen.length === 0) throw new Error(`There is no situation "${only}".`);
  const problems = chosen.flatMap((situation) => inSituation(situation, given.length > 0 ? given : testFiles()));
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
