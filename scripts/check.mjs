// Everything that must hold before a commit, cheapest first. Leaves no diff. `--no-tests` leaves the tests to a later step.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const steps = [
  ['types', 'node_modules/typescript/bin/tsc', '-b'],
  ['format and lint', 'node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings'],
  ['generated files are fresh', 'scripts/generate.mjs', '--check'],
  ['bundles are fresh', 'scripts/bundle.mjs', '--check'],
  ...(process.argv.includes('--no-tests') ? [] : [['tests and contracts', 'scripts/test.mjs']]),
];

for (const [title, ...args] of steps) {
  console.log(`\n▸ ${title}`);
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`✖ ${title}`);
    process.exit(status ?? 1);
  }
}
console.log('\n✔ all checks passed');
