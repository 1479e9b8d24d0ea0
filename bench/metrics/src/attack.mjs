// node --expose-gc --min-semi-space-size=16 src/attack.mjs <1|2|3> [requests]
// Bare Express is attacked first, in the same process: Node grows under such load by itself.
import http from 'node:http';
import { createRequire } from 'node:module';
import { metrics } from '../../../packages/metrics/lib/index.js';
import { inTurn, serve } from './app.mjs';
import { run } from './in-process.mjs';
import { BUCKETS } from './subjects.mjs';

const { Registry } = createRequire(import.meta.url)('prom-client');
const [attack = 1, requests = 200_000] = process.argv.slice(2, 4).map(Number);

let seed = 12345;
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};
const word = (length) => Array.from({ length }, () => 'abcdefghijklmnopqrstuvwxyz'[Math.floor(random() * 26)]).join('');
const anyCase = (text) => [...text].map((char) => (random() < 0.5 ? char.toUpperCase() : char)).join('');
const pick = (items) => items[Math.floor(random() * items.length)];
const METHODS = http.METHODS.filter((method) => method !== 'CONNECT');
const headers = (...more) => ['Host', `${word(7)}.example.com`, 'Connection', 'keep-alive', ...more];

const ATTACKS = {
  // Parameters, unknown paths, queries, every method the parser knows.
  1: () => ({
    method: random() < 0.7 ? 'GET' : pick(METHODS),
    url: pick([
      `/api/users/${word(8)}`,
      `/api/orders/${word(6)}/sub/${word(5)}`,
      `/${word(6)}/${word(6)}.php`,
      `/?q=${word(5)}`,
    ]),
    headers: headers('User-Agent', word(6)),
  }),
  // Mounts with parameters, hosts in the target, letter case.
  2: () => ({
    method: 'GET',
    url: pick([
      `/t/${word(8)}/things/1`,
      `http://${word(8)}.com/api/users/1`,
      `${anyCase('/api/orders/')}${word(3)}/sub/${word(2)}`,
    ]),
    headers: headers(),
  }),
  // Encodings, dot segments, doubled slashes, ids that imitate separators and quotes, and labels of the user's own.
  3: () => ({
    method: pick(['GET', 'POST', 'DELETE']),
    url: pick([
      `/t/${encodeURIComponent(`",route="${word(4)}`)}/things/${word(3)}`,
      `//api/../${word(5)}/./users`,
      `/api/users/%zz${word(4)}`,
      `/t/%2e%2e%2f${word(4)}/things/%00${word(2)}`,
      `/api/carts/${word(40)}/act`,
    ]),
    headers: headers('x-plan', word(5)),
  }),
};

const registry = new Registry();
const labels = attack === 3 ? { plan: { value: (req) => req.headers['x-plan'], maxValues: 3 } } : {};
const m = metrics({ registry, env: {}, buckets: BUCKETS, labels, maxSeries: attack === 3 ? 30 : 2000 });
const [bare, ours] = [serve({}), serve({ use: m })];
process.on('uncaughtException', () => {});
console.error = () => {};

async function memory() {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return { rssMb: rss / 1e6, heldMb: (heapUsed + arrayBuffers) / 1e6 };
}

async function growthUnderAttack(server) {
  const before = await memory();
  await run(server, requests, ATTACKS[attack]);
  const after = await memory();
  return { heldMb: after.heldMb - before.heldMb, rssMb: after.rssMb - before.rssMb };
}

for (const server of [bare, ours]) await run(server, 3000, inTurn());
// What Node's young generation grows by under such load, it has grown by once ours is attacked.
const { rssMb: bareRssGrowthMb } = await growthUnderAttack(bare);
const { heldMb: heldGrowthMb, rssMb: rssGrowthMb } = await growthUnderAttack(ours);
const lines = (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const row = { name: `attack ${attack}`, requests, series: lines.length, heldGrowthMb, rssGrowthMb, bareRssGrowthMb };
console.log(JSON.stringify({ node: process.version, rows: [row] }));
process.exit(0);
