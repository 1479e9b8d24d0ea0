import { expect, test } from '@jest/globals';
import { AggregatorRegistry, Registry } from 'prom-client';
import { send, serve } from '../test/served-app.js';
import { metrics } from './index.js';

async function measuredRegistry(): Promise<Registry> {
  const registry = new Registry();
  const m = metrics({ registry, env: {} });
  const server = await serve((req, res) => m(req, res, () => res.end('ok')));
  await send(server.port, 'GET', '/');
  await server.close();
  return registry;
}

test('a cluster adds the workers up, and says once what runs', async () => {
  const workers = await Promise.all([measuredRegistry(), measuredRegistry()]);
  const reports = await Promise.all(workers.map((registry) => registry.getMetricsAsJSON()));
  const text = await AggregatorRegistry.aggregate(reports).metrics();
  expect(text).toContain('http_requests_total{method="GET",route="unmatched",status_code="200"} 2');
  expect(text).toContain('http_request_duration_seconds_count{method="GET",route="unmatched",status_code="200"} 2');
  expect(text).toMatch(/build_info\{.*\} 1/);
});

test('a merged registry shows the metrics, and a reset keeps the series at 0', async () => {
  const registry = await measuredRegistry();
  expect(await Registry.merge([registry]).metrics()).toContain('http_requests_total{method="GET"');
  expect(registry.getSingleMetric('http_requests_in_flight')).toBeDefined();
  registry.resetMetrics();
  expect(await registry.metrics()).toContain('http_requests_total{method="GET",route="unmatched",status_code="200"} 0');
});
