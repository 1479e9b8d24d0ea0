// node registry-probe.mjs <module> — shows what a client library's registry does with our metrics, as one JSON line.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [, , folder, name] = process.argv;
const client = createRequire(join(folder, 'package.json'))(name);
const { defineMetrics, metrics } = await import('../lib/index.js');

async function measured() {
  const registry = new client.Registry();
  registry.setDefaultLabels({ team: 'a"b' });
  const m = metrics({ registry, env: {} });
  const labels = { a: null, b: null };
  const live = defineMetrics({ pairs_total: { type: 'counter', help: 'h', labels } }, { service: 's' }).register(
    registry,
  );
  for (const [a, b] of [
    ['1,b:2', '3'],
    ['1', '2,b:3'],
    ['p|', 'q'],
    ['p', '|q'],
  ])
    live.pairs_total.inc({ a, b });
  const foreign = new client.Histogram({
    name: 'job_seconds',
    help: 'h',
    labelNames: ['k'],
    buckets: [1],
    registers: [registry],
  });
  foreign.observe({ k: 'x' }, 0.5);
  const server = createServer((req, res) =>
    m(req, res, () => (req.url === '/metrics' ? m.handler()(req, res) : res.end('ok'))),
  );
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  await (await fetch(`${url}/x`)).text();
  const ours = await (await fetch(`${url}/metrics`)).text();
  server.close();
  server.closeAllConnections();
  return { registry, ours };
}

const lines = (text) =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(sorted)
    .sort();
const sorted = (line) =>
  `${line.split('{')[0]} ${(line.match(/\w+="(?:[^"\\]|\\.)*"/g) ?? []).sort()} ${line.split(' ').at(-1)}`;

const [one, two] = [await measured(), await measured()];
const text = await one.registry.metrics();
const json = await Promise.all(
  [one, two].map(async ({ registry }) => JSON.parse(JSON.stringify(await registry.getMetricsAsJSON()))),
);
const Aggregator = client.AggregatorRegistry ?? client.ClusterRegistry ?? client.Registry;
const aggregated = await Aggregator.aggregate(json).metrics();
const merged = await client.Registry.merge([one.registry]).metrics();
one.registry.resetMetrics();
const reset = await one.registry.metrics();
const [requests] = text.match(/^http_requests_total\{.*$/m) ?? [];
console.log(
  JSON.stringify({
    sameAsClient: JSON.stringify(lines(one.ours)) === JSON.stringify(lines(text)),
    pairs: text.split('\n').filter((line) => line.startsWith('pairs_total')).length,
    counted: requests?.endsWith(' 1'),
    aggregated: /^http_requests_total\{.*\} 2$/m.test(aggregated),
    buildInfoOnce: /^build_info\{.*\} 1$/m.test(aggregated),
    merged: merged.includes('http_request_duration_seconds_count'),
    reset: /^http_requests_total\{.*\} 0$/m.test(reset),
  }),
);
