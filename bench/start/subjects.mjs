import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findEngine } from '../../packages/testing/lib/engines/index.js';
import { root, runNcc } from '../../scripts/ncc.mjs';

/** An input that no action knows ends it right after its start; the command line shows its help. */
const unknownInput = { PATH: '/nowhere', INPUT_UNKNOWN: 'x' };

/** What is started, by name; `empty` and `core-only` are what the others are compared with. */
export async function startSubjects(folder) {
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, '');
  const core = join(folder, 'core-only');
  await runNcc('bench/start/core-only.mjs', core);
  const actions = readdirSync(join(root, 'actions')).map((name) => [name, bundle(`actions/${name}`)]);
  return new Map(
    [
      ['empty', { args: [empty] }],
      ['core-only', { args: [join(core, 'index.mjs')] }],
      ...actions.map(([name, file]) => [name, { args: [file] }]),
      ['command line', { args: [bundle('packages/cli'), '--help'] }],
    ].map(([name, subject]) => [name, { ...subject, env: unknownInput }]),
  );
}

export function bundle(unit) {
  const file = join(root, unit, 'dist/index.js');
  if (!existsSync(file)) throw new Error(`${unit}/dist is not there: run "npm run bundle".`);
  return file;
}

/** The Node that runs this, and those of the engines folder. */
export function nodes() {
  const engines = ['node-22', 'node-24'].map((name) => ({ name, ...findEngine(name) }));
  for (const { found, reason } of engines) if (!found) console.log(`not measured: ${reason}`);
  const fetched = engines.filter(({ found }) => found).map(({ path, version }) => ({ path, version }));
  return [{ path: process.execPath, version: process.versions.node }, ...fetched];
}
