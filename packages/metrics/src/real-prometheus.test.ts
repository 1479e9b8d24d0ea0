import { spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { afterEach, expect, test } from '@jest/globals';
import { collectDefaultMetrics, Registry, Summary } from 'prom-client';
import { type RealPrometheus, startPrometheus } from '../../prometheus/test/real-prometheus.js';
import { type Served, serve } from '../test/served-app.js';
import { defineMetrics, metrics } from './index.js';

const REQUESTS = 20;
/** In the middle of the classic bucket that ends at 50 ms. */
const HANDLER_MS = 35;
const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';

const opened: (Served | { close(): Promise<void> })[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

/** A service that has answered some requests, each after 35 ms, with everything on. */
async function serveMeasured(): Promise<Served> {
  const registry = new Registry();
  registry.setDefaultLabels({ team: 'a "quoted" ü\\n' });
  collectDefaultMetrics({ register: registry });
  new Summary({ name: 'wait_seconds', help: 'A summary.', registers: [registry] }).observe(2);
  const m = metrics({ registry, env: {}, nativeHistograms: true, exemplars: true, sizes: true, timeToFirstByte: true });
  const server = await serve((req, res) =>
    m(req, res, () =>
      req.url === '/metrics' ? m.handler()(req, res) : void setTimeout(() => res.end('ok'), HANDLER_MS),
    ),
  );
  opened.push(server);
  const headers = { traceparent: `00-${TRACE_ID}-00f067aa0ba902b7-01` };
  await Promise.all(Array.from({ length: REQUESTS }, async () => await (await fetch(server.url, { headers })).text()));
  return server;
}

async function prometheusFor(path: string, scrape: string, target: Served): Promise<RealPrometheus> {
  const config = `
global: { scrape_interval: 1s, scrape_timeout: 1s }
scrape_configs:
  - job_name: service
    ${scrape}
    static_configs: [{ targets: ['127.0.0.1:${target.port}'] }]
`;
  const args = [
    '--enable-feature=exemplar-storage',
    ...(scrape.includes('Proto') ? ['--enable-feature=native-histograms'] : []),
  ];
  const prometheus = await startPrometheus({ path, config, args });
  opened.push({ close: () => prometheus.stop() });
  return prometheus;
}

/** The value of a query, once it has one. */
async function queryValue(prometheus: RealPrometheus, query: string): Promise<number> {
  const deadlineMs = Date.now() + 15_000;
  while (Date.now() < deadlineMs) {
    const answer = await fetch(`${prometheus.url}/api/v1/query?query=${encodeURIComponent(query)}`);
    const body = JSON.parse(await answer.text());
    const value = body.data?.result?.[0]?.value?.[1];
    if (value !== undefined) return Number(value);
    await delay(100);
  }
  throw new Error(`No value within 15 s for ${query}`);
}

const TEXT = ['text', 'scrape_protocols: [PrometheusText0.0.4]'] as const;
const OPENMETRICS = ['OpenMetrics', 'scrape_protocols: [OpenMetricsText1.0.0]'] as const;
const PROTOBUF = ['protobuf', 'scrape_protocols: [PrometheusProto]'] as const;

const classicQuantile = 'histogram_quantile(0.5, http_request_duration_seconds_bucket)';
const nativeQuantile = 'histogram_quantile(0.5, http_request_duration_seconds)';

for (const [format, scrape] of [TEXT, OPENMETRICS]) {
  engineOrSkip(test, ['prometheus-3'])(
    `Prometheus 3 reads ${format}, and quantiles are right`,
    async (paths) => {
      const prometheus = await prometheusFor(paths['prometheus-3'], scrape, await serveMeasured());
      expect(await queryValue(prometheus, 'http_requests_total{team=~"a .*ü.*"}')).toBe(REQUESTS);
      const quantile = await queryValue(prometheus, classicQuantile);
      expect(quantile).toBeGreaterThan(0.025);
      expect(quantile).toBeLessThanOrEqual(0.1);
      expect(await queryValue(prometheus, 'up')).toBe(1);
    },
    40_000,
  );
}

engineOrSkip(test, ['prometheus-3'])(
  'Prometheus 3 reads native histograms, and their quantiles are closer',
  async (paths) => {
    const prometheus = await prometheusFor(paths['prometheus-3'], PROTOBUF[1], await serveMeasured());
    const quantile = await queryValue(prometheus, nativeQuantile);
    const mean = await queryValue(prometheus, 'histogram_avg(http_request_duration_seconds)');
    expect(await queryValue(prometheus, 'histogram_count(http_request_duration_seconds)')).toBe(REQUESTS);
    expect(mean).toBeGreaterThanOrEqual(HANDLER_MS / 1000 - 0.001);
    expect(Math.abs(quantile - mean) / mean).toBeLessThan(0.35);
    expect(await queryValue(prometheus, 'wait_seconds{quantile="0.5"}')).toBe(2);
  },
  40_000,
);

/** 1 to 100 times 10 kB, and one upload far beyond the classic buckets. */
const UPLOADS = [...Array.from({ length: 100 }, (_, i) => (i + 1) * 10_000), 2e9];

const uploads = defineMetrics(
  {
    shop_upload_size_bytes: {
      type: 'histogram',
      help: 'Size of an upload.',
      labels: { kind: ['photo', 'video'] },
      buckets: [1e5, 1e6, 1e7],
      nativeHistogram: true,
    },
    shop_pack_seconds: { type: 'histogram', help: 'Time to pack.', nativeHistogram: true },
    shop_ship_seconds: { type: 'histogram', help: 'Time to ship.', buckets: [1] },
  },
  { service: 'shop' },
);

async function serveUploads(): Promise<Served> {
  const registry = new Registry();
  const m = metrics({ registry, env: {} });
  const { shop_upload_size_bytes, shop_pack_seconds, shop_ship_seconds } = uploads.register(registry);
  const photo = shop_upload_size_bytes.labels({ kind: 'photo' });
  for (const [i, size] of UPLOADS.entries()) {
    if (i % 2 === 0) photo.observe(size);
    else shop_upload_size_bytes.observe({ kind: 'photo' }, size);
  }
  for (const seconds of [0, -1, 0.3, 0.3, Number.NaN]) shop_pack_seconds.observe(seconds);
  shop_ship_seconds.observe(0.3);
  const server = await serve((req, res) => m.handler()(req, res));
  opened.push(server);
  return server;
}

engineOrSkip(test, ['prometheus-3'])(
  "Prometheus 3 reads a catalogue's native histograms beside the classic ones, in any unit",
  async (paths) => {
    const both = `${PROTOBUF[1]}\n    always_scrape_classic_histograms: true`;
    const prometheus = await prometheusFor(paths['prometheus-3'], both, await serveUploads());
    const value = (query: string) => queryValue(prometheus, query);
    const [native, classic] = ['shop_upload_size_bytes', 'shop_upload_size_bytes_bucket'].map(
      (name) => (rank: number) => value(`histogram_quantile(${rank}, ${name}{kind="photo"})`),
    );
    for (const [rank, expected] of [
      [0.25, 255_000],
      [0.5, 505_000],
      [0.9, 910_000],
      [0.999, 2e9],
    ] as const)
      expect(Math.abs(((await native?.(rank)) ?? 0) / expected - 1)).toBeLessThan(0.1);
    expect(await classic?.(0.999)).toBe(1e7);
    expect(await value('histogram_count(shop_upload_size_bytes{kind="photo"})')).toBe(UPLOADS.length);
    expect(await value('histogram_sum(shop_upload_size_bytes{kind="photo"})')).toBe(UPLOADS.reduce((a, b) => a + b));
    expect(await value('histogram_count(shop_upload_size_bytes{kind="video"})')).toBe(0);
    expect(await value('histogram_fraction(0.25, 0.35, shop_pack_seconds)')).toBeCloseTo(0.5, 1);
    expect(await value('shop_pack_seconds_count')).toBe(4);
    expect(await value('shop_ship_seconds_count')).toBe(1);
    expect(await value('count(histogram_count(shop_ship_seconds)) or vector(0)')).toBe(0);
  },
  40_000,
);

engineOrSkip(test, ['prometheus-2'])(
  'Prometheus 2 reads OpenMetrics with its exemplars',
  async (paths) => {
    const prometheus = await prometheusFor(paths['prometheus-2'], '', await serveMeasured());
    expect(await queryValue(prometheus, classicQuantile)).toBeGreaterThan(0.025);
    const range = `start=${Date.now() / 1000 - 60}&end=${Date.now() / 1000 + 60}`;
    const answer = await fetch(
      `${prometheus.url}/api/v1/query_exemplars?query=http_request_duration_seconds_bucket&${range}`,
    );
    expect(await answer.text()).toContain(TRACE_ID);
  },
  40_000,
);

engineOrSkip(test, ['prometheus-3'])('promtool has nothing to say about our metrics', async (paths) => {
  const text = await (await fetch(`${(await serveMeasured()).url}/metrics`)).text();
  const promtool = paths['prometheus-3'].replace(/prometheus$/, 'promtool');
  const { stdout, stderr } = spawnSync(promtool, ['check', 'metrics'], { input: text, encoding: 'utf8' });
  // prom-client's own active handles, requests and resources are gauges that end in _total.
  const others = /^(nodejs_active_\w+_total|nodejs_eventloop_lag|process_)/;
  expect(`${stdout}${stderr}`.split('\n').filter((line) => line !== '' && !others.test(line))).toEqual([]);
});
