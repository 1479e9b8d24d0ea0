// Bundles every action and the command line with ncc, from the JavaScript that tsc emitted.
// `--check` builds into a temporary folder and fails when a committed dist/ differs.
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeLicenses } from './bundle-licenses.mjs';
import { root, runNcc } from './ncc.mjs';
import { prove } from './prove-bundle.mjs';

const check = process.argv.includes('--check');
// ncc exits 0 with a useless bundle when it cannot resolve a package; a right one holds at least undici.
const smallestBundleBytes = 300_000;

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

const units = [
  ...readdirSync(join(root, 'actions')).map((name) => `actions/${name}`),
  ...(existsSync(join(root, 'packages/cli/lib/main.js')) ? ['packages/cli'] : []),
];

const filesIn = (folder) => (existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String).sort() : []);

function sameFolders(a, b) {
  const names = filesIn(a);
  return (
    names.join() === filesIn(b).join() && names.every((f) => readFileSync(join(a, f)).equals(readFileSync(join(b, f))))
  );
}

async function build(unit, out) {
  await runNcc(`${unit}/lib/main.js`, out);
  writeLicenses(out, lock);
  // ncc leaves it out for some entries; without it Node would read the bundle as CommonJS.
  writeFileSync(join(out, 'package.json'), '{"type":"module"}\n');
  // npm makes the file behind a "bin" executable, which would be a change after every installation.
  if (unit === 'packages/cli') chmodSync(join(out, 'index.js'), 0o755);
  const [entry, all] = [sizeOf(out, ['index.js']), sizeOf(out, filesIn(out))];
  if (all < smallestBundleBytes) throw new Error(`${unit}: the bundle has only ${all} bytes; a package is missing.`);
  return { entry, all };
}

function sizeOf(out, names) {
  return names.reduce((bytes, name) => bytes + statSync(join(out, name)).size, 0);
}

function proveUnit(unit, out) {
  try {
    prove(out, { isCommandLine: unit === 'packages/cli' });
  } catch (error) {
    throw new Error(`${unit}: ${error.message}`.slice(0, 2_000));
  }
}

const kilobytes = (bytes) => Math.round(bytes / 1_000);

async function bundle(unit) {
  const committed = join(root, unit, 'dist');
  const out = check ? mkdtempSync(join(tmpdir(), 'bundle-')) : committed;
  if (!check) rmSync(out, { recursive: true, force: true });
  try {
    const { entry, all } = await build(unit, out);
    proveUnit(unit, out);
    if (check && !sameFolders(out, committed))
      return `${unit}/dist is not what its sources give: run "npm run bundle".`;
    console.log(`${unit}/dist ${kilobytes(entry)} kB, with what is loaded later ${kilobytes(all)} kB`);
    return undefined;
  } finally {
    if (check) rmSync(out, { recursive: true, force: true });
  }
}

const problems = [];
const queue = [...units];
const work = async () => {
  for (let unit = queue.shift(); unit !== undefined; unit = queue.shift()) {
    try {
      const problem = await bundle(unit);
      if (problem !== undefined) problems.push(problem);
    } catch (error) {
      problems.push(error.message);
    }
  }
};
await Promise.all([work(), work()]);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
