#!/usr/bin/env node
// Gets the programs that the demo and the tests use. Works right after `npm ci`: compiles its own part when needed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const help = `Usage: node scripts/engines.mjs [--list] [names…]

Gets the real programs that the demo and the tests run (Prometheus, NATS, …) into .cache/engines,
from Debian's archive and from npm. Nothing is installed, no service is started, root is not needed.

  --list   only show where each engine is
  --help   show this

Without names it gets them all.`;

const root = fileURLToPath(new URL('..', import.meta.url));
const compiled = new URL('../packages/testing/lib/engines/index.js', import.meta.url);

function compile() {
  const tsc = fileURLToPath(import.meta.resolve('typescript/package.json')).replace(/package\.json$/, 'bin/tsc');
  spawnSync(process.execPath, [tsc, '-b', 'packages/testing'], { cwd: root, stdio: 'inherit' });
  if (!existsSync(compiled)) throw new Error('The engines could not be compiled; "npm ci && npx tsc -b" shows why.');
}

function printTable(rows) {
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, lookup] of rows) {
    const text = lookup.found ? `${lookup.version.padEnd(24)} ${lookup.path}` : `missing: ${lookup.reason}`;
    console.log(`${lookup.found ? '✓' : '✗'} ${name.padEnd(width)}  ${text}`);
  }
}

async function main(args) {
  if (args.includes('--help')) return console.log(help);
  if (!existsSync(compiled)) compile();
  const { engineNames, ensureEngines, findEngine, isEngineName } = await import(compiled);
  const names = args.filter((arg) => arg !== '--list');
  const unknown = names.filter((name) => !isEngineName(name));
  if (unknown.length > 0) {
    throw new Error(`There is no engine "${unknown.join('", "')}"; there are: ${engineNames.join(', ')}.`);
  }
  const wanted = names.length > 0 ? names : engineNames;
  const list = args.includes('--list');
  const log = (line) => console.log(line);
  const rows = list ? wanted.map((name) => [name, findEngine(name)]) : [...(await ensureEngines(wanted, { log }))];
  printTable(rows);
  if (!list && rows.some(([, lookup]) => !lookup.found)) process.exitCode = 1;
}

await main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
