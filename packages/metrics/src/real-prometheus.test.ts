import { spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { afterEach, expect, test } from '@jest/globals';
import { collectDefaultMetrics, Registry, Summary } from 'prom-client';
import { type RealPrometheus, startPrometheus } from '../../prometheus/test/real-prometheus.js';
import { type Served, serve } from '../test/served-app.js';
import { metrics } from './index.js';

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
