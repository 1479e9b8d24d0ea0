// A service with 100,000 lines of metrics, in a process of its own; /static sends as much that was there before.
import http from 'node:http';
import { createRequire } from 'node:module';
import { defineMetrics, metrics } from '../../../packages/metrics/lib/index.js';
import { BUCKETS } from './subjects.mjs';

const { Registry } = createRequire(import.meta.url)('prom-client');
const registry = new Registry();
const m = metrics({ registry, env: {} });
const sets = Math.round(100_000 / (BUCKETS.length + 3));
const labels = { method: null, route: null, status_code: null };
const definition = { type: 'histogram', help: 'h', labels, buckets: BUCKETS, maxSeries: sets };
const live = defineMetrics({ bench_seconds: definition }, { service: 'bench' }).register(registry);
for (let i = 0; i < sets; i++)
  live.bench_seconds.observe({ method: 'GET', route: `/api/v1/resource${i}/:id/sub`, status_code: '200' }, i / 1000);
const piece = Buffer.alloc(64 * 1024, 'a');
const PIECES = 177;
async function sendStatic(res) {
  for (let i = 0; i < PIECES && !res.destroyed; i++) await new Promise((resolve) => res.write(piece, resolve));
  res.end();
}
const peer = async (res) => res.end(await registry.metrics());
const server = http.createServer((req, res) =>
  m(req, res, () => {
    if (req.url === '/metrics') m.handler()(req, res);
    else if (req.url === '/static') void sendStatic(res);
    else if (req.url === '/peer') void peer(res);
    else res.end('ok');
  }),
);
server.listen(0, '127.0.0.1', () => process.send?.(server.address().port));
