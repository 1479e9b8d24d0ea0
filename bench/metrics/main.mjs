// node main.mjs [--short] — runs the benchmarks under every Node that is here and prints the figures.
// --short: this Node only, in under a minute, and fails where a ratio has become much worse.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SHORT_SUBJECTS } from './src/subjects.mjs';

const isShort = process.argv.includes('--short');
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const fetched = ['24', '22'].map((version) => at(`../../.cache/engines/node-${version}/package/bin/node`));
const nodes = isShort ? [process.execPath] : [...fetched.filter((path) => existsSync(path)), process.execPath];

function measure(node, { script, flags = [] }, args) {
  const command = ['--expose-gc', ...flags, at(`src/${script}.mjs`), ...args.map(String)];
  const output = execFileSync(node, command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return JSON.parse(output.trim().split('\n').at(-1));
}

/** What is run, and the limits of the short mode: two to three times what is reached on a quiet machine. */
const RUNS = [
  // An app has one metrics middleware: what others in the process do to the compiler's knowledge is not its cost.
  {
    title: 'Whole request, each subject alone beside bare Express',
    script: 'whole-request-alone',
    args: [9, 120, 400],
  },
  {
    title: 'Whole request, all in one process, ratio to bare Express',
    script: 'whole-request',
    args: [600, 200],
    short: [80, 200, SHORT_SUBJECTS.join(';')],
    limits: { 'ours, everything on': { quiet: 1.35 } },
  },
  {
    // Not in the short mode: a process each, of which one is slow.
    title: 'Whole request, each subject in a process of its own, ratio to bare Express',
    script: 'whole-request-processes',
    args: [300, 200],
  },
  {
    title: 'Record path',
    script: 'record-path',
    args: [25],
    short: [8],
    limits: {
      'our record path': { floors: 6, bytes: 4 },
      'catalogue counter.inc()': { floors: 4, bytes: 4 },
      'catalogue histogram.observe()': { floors: 4, bytes: 4 },
    },
  },
  {
    title: 'Scrape of 10,000 lines, ratio to prom-client 15',
    script: 'scrape',
    args: [10_000, 25],
    short: [10_000, 7],
    limits: { ours: { quiet: 0.15, heapRatio: 4.5 }, 'ours, over prom-client metrics': { quiet: 0.8 } },
  },
  { title: 'Scrape of 100,000 lines, ratio to prom-client 15', script: 'scrape', args: [100_000, 9] },
  { title: 'Memory of a process that is scraped, 10,000 lines', script: 'process-memory', args: [10_000, 60] },
  ...[1, 2, 3].map((attack) => ({
    title: `Attack ${attack}`,
    script: 'attack',
    // V8's young generation grows under any load, in steps up to this: it starts there, or a step would be ours.
    flags: ['--min-semi-space-size=16'],
    args: [attack, 200_000],
    short: [attack, 10_000],
    limits: { [`attack ${attack}`]: { series: 464, heldGrowthMb: 3, rssGrowthMb: 40 } },
  })),
  { title: 'Requests during scrapes of 100,000 lines', script: 'latency', args: [3, 9] },
];

function printTable(title, { node, rows }) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (value) => (typeof value === 'number' ? String(Number(value.toPrecision(3))) : (value ?? ''));
  console.log(`\n### ${title} (Node ${node})\n`);
  console.log(`| ${columns.join(' | ')} |`);
  console.log(`|${columns.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${columns.map((column) => cell(row[column])).join(' | ')} |`);
}

function regressions({ rows }, limits = {}) {
  return Object.entries(limits).flatMap(([name, most]) => {
    const row = rows.find((candidate) => candidate.name === name);
    return Object.entries(most)
      .filter(([column, limit]) => !(row?.[column] <= limit))
      .map(([column, limit]) => `${name}: ${column} is ${row?.[column]}, over ${limit}`);
  });
}

const failures = [];
for (const node of nodes) {
  for (const run of RUNS) {
    const { title, args, short, limits } = run;
    if (isShort && short === undefined) continue;
    const result = measure(node, run, isShort ? short : args);
    printTable(title, result);
    if (isShort) failures.push(...regressions(result, limits));
  }
}
for (const failure of failures) console.error(`Regression: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;
