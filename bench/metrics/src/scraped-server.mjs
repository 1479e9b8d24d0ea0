// node src/scraped-server.mjs <ours | peer> [lines]
// A service with so many lines of metrics, ours or prom-client's own; /static sends as much that was there before.
// Tells its port, and what memory it takes when it is asked.
import http from 'node:http';
import { createRequire } from 'node:module';
import { defineMetrics, metrics } from '../../../packages/metrics/lib/index.js';
import { BUCKETS } from './subjects.mjs';

const { Histogram, Registry } = createRequire(import.meta.url)('prom-client');
const [subject] = process.argv.slice(2);
const lines = Number(process.argv[3] ?? 100_000);
const sets = Math.round(lines / (BUCKETS.length + 3));
const registry = new Registry();
const m = metrics({ registry: subject === 'ours' ? registry : new Registry(), env: {} });
const SUBJECTS = {
  ours: () => {
    const labels = { method: null, route: null, status_code: null };
    const definition = { type: 'histogram', help: 'h', labels, buckets: BUCKETS, maxSeries: sets };
    const live = defineMetrics({ bench_seconds: definition }, { service: 'bench' }).register(registry);
    return { observe: (set, seconds) => live.bench_seconds.observe(set, seconds), answer: m.handler() };
  },
  peer: () => {
    const labelNames = ['method', 'route', 'status_code'];
    const name = 'bench_seconds';
    const histogram = new Histogram({ name, help: 'h', labelNames, buckets: BUCKETS, registers: [registry] });
    const answer = async (_req, res) => res.end(await registry.metrics());
    return { observe: (set, seconds) => histogram.observe(set, seconds), answer };
  },
};
const { observe, answer } = SUBJECTS[subject]();
for (let i = 0; i < sets; i++)
  observe({ method: 'GET', route: `/api/v1/resource${i}/:id/sub`, status_code: '200' }, i / 1000);

const piece = Buffer.alloc(64 * 1024, 'a');
const BYTES_PER_LINE = 116;
async function sendStatic(res) {
  for (let left = lines * BYTES_PER_LINE; left > 0 && !res.destroyed; left -= piece.length)
    await new Promise((resolve) => res.write(piece, resolve));
  res.end();
}

const server = http.createServer((req, res) =>
  m(req, res, () => {
    if (req.url === '/metrics') answer(req, res);
    else if (req.url === '/static') void sendStatic(res);
    else res.end('ok');
  }),
);
server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }));
process.on('message', () => process.send?.({ rss: process.memoryUsage.rss() }));
