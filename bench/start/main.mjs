// How long the bundles take to start, and what an unchanged deploy costs beside flyctl: README.md says how to read it.
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureRounds, median, quietRatio, ratio, wallMs } from './rounds.mjs';
import { nodes, startSubjects } from './subjects.mjs';
import { measureUnchanged } from './unchanged.mjs';

const { values } = parseArgs({ options: { short: { type: 'boolean', default: false }, flyctl: { type: 'string' } } });
const rounds = values.short ? 7 : 21;
/** Against a bundle of @actions/core alone, in the quietest rounds; with few rounds only a much worse start fails. */
const limit = values.short ? 1.5 : 1.2;
const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
const tooSlow = [];

function starts(subjects, { path, version }) {
  const once = (name) => wallMs(path, subjects.get(name).args, { env: subjects.get(name).env }).elapsedMs;
  const times = measureRounds([...subjects.keys()], { rounds, once });
  console.log(`\nNode ${version}, ${rounds} rounds\n${'start of'.padEnd(24)} median ms  × core-only    quiet  × empty`);
  for (const [name, own] of times) {
    const toCore = ratio(own, times.get('core-only'));
    const toEmpty = ratio(own, times.get('empty'));
    const quiet = quietRatio(own, times.get('core-only'));
    if (quiet > limit) tooSlow.push(`${name} on Node ${version} takes ${quiet.toFixed(2)} × core-only`);
    const cells = [
      median(own).toFixed(0).padStart(9),
      toCore.toFixed(2).padStart(11),
      quiet.toFixed(2).padStart(8),
      toEmpty.toFixed(2).padStart(8),
    ];
    console.log(`${name.padEnd(24)} ${cells.join(' ')}`);
  }
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findFlyctl() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return values.flyctl ?? folders.map((path) => join(path, 'flyctl')).find(isProgram);
}

function unchanged(flyctl, { path, version }, index) {
  const seen = measureUnchanged(join(folder, `unchanged-${index}`), { node: path, flyctl, rounds });
  const shown = ({ ms, toFlyctl }) => `${ms.toFixed(0)} ms, ${toFlyctl.toFixed(2)}`;
  const floors = `the same calls alone ${shown(seen.bare)}; an empty script ${shown(seen.empty)}`;
  console.log(`Node ${version}, ${seen.calls} calls: own time ${shown(seen.own)} (${floors})`);
}

try {
  const subjects = await startSubjects(folder);
  for (const node of nodes()) starts(subjects, node);
  const flyctl = findFlyctl();
  console.log('\nAn unchanged deploy-app, wall time without flyctl, over one call of flyctl');
  if (flyctl === undefined) console.log('not measured: there is no flyctl on PATH; name one with --flyctl PATH.');
  else for (const [index, node] of nodes().entries()) unchanged(flyctl, node, index);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const line of tooSlow) console.error(line);
process.exitCode = tooSlow.length === 0 ? 0 : 1;
