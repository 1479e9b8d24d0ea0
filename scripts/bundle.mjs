// Bundles every action and the command line with ncc, from the JavaScript that tsc emitted.
// `--check` builds into a temporary folder and fails when a committed dist/ differs.
import { spawnSync } from 'node:child_process';
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
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getExecOutput } from '@actions/exec';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const check = process.argv.includes('--check');
// ncc exits 0 with a useless bundle when it cannot resolve a package; a right one holds at least @actions/core.
const smallestBundleBytes = 300_000;

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

/** Module ids are hashes of paths relative to the working directory, so it is always the repository's root. */
async function build(unit, out) {
  const ncc = 'node_modules/@vercel/ncc/dist/ncc/cli.js';
  const options = ['-o', out, '--no-cache', '--quiet', '--license', 'licenses.txt'];
  const args = [ncc, 'build', `${unit}/lib/main.js`, ...options];
  const quiet = { cwd: root, silent: true, ignoreReturnCode: true };
  const { exitCode, stdout, stderr } = await getExecOutput(process.execPath, args, quiet);
  if (exitCode !== 0) throw new Error(`${unit}: ncc failed:\n${stdout}${stderr}`.slice(0, 2_000));
  // ncc leaves it out for some entries; without it Node would read the bundle as CommonJS.
  writeFileSync(join(out, 'package.json'), '{"type":"module"}\n');
  // npm makes the file behind a "bin" executable, which would be a change after every installation.
  if (unit === 'packages/cli') chmodSync(join(out, 'index.js'), 0o755);
  const bytes = statSync(join(out, 'index.js')).size;
  if (bytes < smallestBundleBytes)
    throw new Error(`${unit}: the bundle has only ${bytes} bytes; a package is missing.`);
  return bytes;
}

/** An action without inputs must fail with a sentence, not with a stack: that proves that the bundle loads and runs. */
function prove(unit, out) {
  const args = unit === 'packages/cli' ? ['--help'] : [];
  const env = { PATH: '/nowhere', INPUT_UNKNOWN: 'x' };
  const result = spawnSync(process.execPath, [join(out, 'index.js'), ...args], { env, encoding: 'utf8' });
  const right = unit === 'packages/cli' ? result.status === 0 : /INPUT_INVALID/.test(result.stdout);
  if (!right) throw new Error(`${unit}: the bundle does not start:\n${result.stdout}${result.stderr}`.slice(0, 2_000));
}

async function bundle(unit) {
  const committed = join(root, unit, 'dist');
  const out = check ? mkdtempSync(join(tmpdir(), 'bundle-')) : committed;
  if (!check) rmSync(out, { recursive: true, force: true });
  try {
    const bytes = await build(unit, out);
    prove(unit, out);
    if (check && !sameFolders(out, committed))
      return `${unit}/dist is not what its sources give: run "npm run bundle".`;
    console.log(`${unit}/dist ${Math.round(bytes / 1_000)} kB`);
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
