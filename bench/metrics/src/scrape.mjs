// node --expose-gc src/scrape.mjs [lines] [rounds]
import { createRequire } from 'node:module';
import { Exposition } from '../../../packages/metrics/lib/exposition/exposition.js';
import { defineMetrics, metrics } from '../../../packages/metrics/lib/index.js';
import { median, quantile, shuffled } from './statistics.mjs';
import { BUCKETS } from './subjects.mjs';

const load = createRequire(import.meta.url);
const [lines = 10_000, rounds = 15] = process.argv.slice(2).map(Number);
const LINES_PER_SET = BUCKETS.length + 3;
const sets = Math.round(lines / LINES_PER_SET);

const combos = Array.from({ length: sets }, (_, i) => ({
  method: i % 2 === 0 ? 'GET' : 'POST',
  route: `/api/v1/resource${Math.floor(i / 6)}/:id/sub`,
  status_code: ['200', '404', '500'][i % 3],
}));
const value = (i) => ((i * 7919) % 1000) / 500;
const help = 'Duration.';

function fill(observe, perSet = 5) {
  for (const [i, labels] of combos.entries())
    for (let k = 0; k < perSet; k++) observe({ ...labels }, value(i * perSet + k));
}

function promHistogram(client, registry) {
  const labelNames = ['method', 'route', 'status_code'];
  const name = 'http_request_duration_seconds';
  const histogram = new client.Histogram({ name, help, labelNames, buckets: BUCKETS, registers: [registry] });
  fill((labels, seconds) => histogram.observe(labels, seconds));
  return (labels) => histogram.observe({ ...labels }, 0.1);
}

async function readAll(exposition) {
  const reader = exposition.open({ format: 'text', gzip: false });
  let bytes = 0;
  for (let chunk = await reader.next(); chunk !== undefined; chunk = await reader.next()) {
    bytes += chunk.bytes.length;
    chunk.giveBack();
  }
  reader.leave();
  return bytes;
}

function peer(name) {
  const client = load(name);
  const registry = new client.Registry();
  const touch = promHistogram(client, registry);
  return { touch, scrape: async () => Buffer.from(await registry.metrics()).length };
}

/** @param touched what is observed between two scrapes */
function ours({ observations = 5, touched } = {}) {
  const { Registry } = load('prom-client');
  const registry = new Registry();
  const labels = { method: null, route: null, status_code: null };
  const definition = { type: 'histogram', help, labels, buckets: BUCKETS, maxSeries: sets };
  const live = defineMetrics({ http_request_duration_seconds: definition }, { service: 'bench' }).register(registry);
  fill((set, seconds) => live.http_request_duration_seconds.observe(set, seconds), observations);
  const exposition = new Exposition(registry, { unlabelled: 'none', collectTimeoutMs: 5000 });
  const touch = (set) => live.http_request_duration_seconds.observe(set, 0.1);
  return { touch, touched, scrape: () => readAll(exposition) };
}

/** Most label sets of most services have no request between two scrapes. */
const FEW = Array.from({ length: 20 }, (_, i) => combos[(i * 31) % combos.length]);

const SUBJECTS = {
  'prom-client 15': () => peer('prom-client'),
  'prom-client 15 again (A/A)': () => peer('prom-client'),
  '@platformatic/prom-client 1': () => peer('@platformatic/prom-client'),
  ours: () => ours(),
  'ours, every series observed between scrapes': () => ours({ observations: 50, touched: combos }),
  'ours, over prom-client metrics': () => {
    const client = load('prom-client');
    const registry = new client.Registry();
    metrics({ registry, prefix: 'own_', env: {} });
    const touch = promHistogram(client, registry);
    const exposition = new Exposition(registry, { unlabelled: 'own_http_requests_in_flight', collectTimeoutMs: 5000 });
    return { touch, scrape: () => readAll(exposition) };
  },
};

/** Collections of what is garbage, of what that held, and of what waited for a turn of the event loop. */
async function collected() {
  for (let i = 0; i < 3; i++) {
    await new Promise(setImmediate);
    globalThis.gc();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function scraped(create) {
  const subject = create();
  // What is kept for the next scrape is kept from the second or third one on.
  for (let i = 0; i < 3; i++) await subject.scrape();
  return subject;
}

/** What a subject holds, beyond its code: the median of five. All stay until the last was measured. */
async function heapOf(create) {
  const all = [await scraped(create)];
  const held = [];
  for (let i = 0; i < 5; i++) {
    const before = await collected();
    all.push(await scraped(create));
    held.push((await collected()) - before);
  }
  return { subject: all.at(-1), heapMb: median(held) / 1e6 };
}

/** The longest time the event loop did not come round while a scrape was made. */
async function measure({ scrape, touch, touched = FEW }) {
  for (const labels of touched) touch(labels);
  globalThis.gc();
  let [last, longest, isOn] = [performance.now(), 0, true];
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (isOn) setImmediate(tick);
  };
  setImmediate(tick);
  await new Promise(setImmediate);
  longest = 0;
  const start = performance.now();
  const bytes = await scrape();
  const ms = performance.now() - start;
  await new Promise(setImmediate);
  isOn = false;
  await new Promise(setImmediate);
  return { ms, blockMs: longest, bytes };
}

const names = Object.keys(SUBJECTS);
const subjects = {};
const heaps = {};
for (const name of names) {
  const { subject, heapMb } = await heapOf(SUBJECTS[name]);
  subjects[name] = subject;
  heaps[name] = heapMb;
}
const measured = Object.fromEntries(names.map((name) => [name, []]));
for (const name of names) for (let i = 0; i < (lines > 50_000 ? 4 : 30); i++) await subjects[name].scrape();
for (let round = 0; round < rounds; round++)
  for (const name of shuffled(names)) measured[name].push(await measure(subjects[name]));
const [first] = names;
const rows = names.map((name) => ({
  name,
  ratio: median(measured[name].map(({ ms }, i) => ms / measured[first][i].ms)),
  quiet:
    quantile(
      measured[name].map(({ ms }) => ms),
      0.1,
    ) /
    quantile(
      measured[first].map(({ ms }) => ms),
      0.1,
    ),
  ms: median(measured[name].map(({ ms }) => ms)),
  blockMs: median(measured[name].map(({ blockMs }) => blockMs)),
  longestBlockMs: Math.max(...measured[name].map(({ blockMs }) => blockMs)),
  heapRatio: heaps[name] / heaps[first],
  heapMb: heaps[name],
  megabytes: measured[name][0].bytes / 1e6,
}));
console.log(JSON.stringify({ node: process.version, lines, rows }));
process.exit(0);
