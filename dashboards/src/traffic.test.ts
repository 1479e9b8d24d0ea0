import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { panelQueries, resolveGrafanaMacros } from '@fly-monitoring/grafana';
import { engineOrSkip } from '@fly-monitoring/testing/engines';
import { describe, expect, test } from '@jest/globals';
import { dashboardDocuments } from '../test/page.js';

type Values = Readonly<Record<string, string>>;
/** Expected samples by series, for each query of the page. */
type Expected = Readonly<Record<string, Values>>;

const up = { 'up{service="fechatter_server"}': '1x20', 'up{service="bot_server"}': '1x20' };
const gauges = {
  'fechatter_active_users{service="fechatter_server"}': '0x20',
  'notify_online_users_gauge{service="notify_server"}': '0x20',
  'notify_sse_connections_active{service="notify_server"}': '0x20',
  'fechatter_websocket_connections{service="fechatter_server"}': '0x20',
};
/** What a service that was never asked anything exposes: known label sets at 0, routes and status codes not at all. */
const quiet = {
  ...up,
  ...gauges,
  'fechatter_messages_sent_total{sender="user"}': '0x20',
  'fechatter_messages_sent_total{sender="bot"}': '0x20',
  'fechatter_cache_operations_total{operation="get"}': '0x20',
  'fechatter_cache_hits_total{cache="chats"}': '0x20',
};
/** The last request was long ago: the series are there and stand still. */
const ended = {
  ...quiet,
  ...requests('fechatter_server', '500', '7x20'),
  ...requests('fechatter_server', '200', '9x20'),
};
/** Four requests a second, one of them an error; a quarter of them slow; 3 of 4 reads from the cache. */
const busy = {
  ...quiet,
  'fechatter_active_users{service="fechatter_server"}': '3x20',
  ...requests('fechatter_server', '200', '0+45x20'),
  ...requests('fechatter_server', '500', '0+15x20'),
  'fechatter_messages_sent_total{sender="user"}': '0+30x20',
  'fechatter_cache_operations_total{operation="get"}': '0+60x20',
  'fechatter_cache_hits_total{cache="chats"}': '0+45x20',
};

const bothServices = { '{service="fechatter_server"}': '0', '{service="bot_server"}': '0' };
const zeros: Expected = {
  Services: { '{service="fechatter_server"}': '1', '{service="bot_server"}': '1' },
  Requests: { '{}': '0' },
  'Errors, worst service': { '{}': '0' },
  'P95, slowest service': { '{}': '0' },
  Messages: { '{}': '0' },
  'Request rate by service': bothServices,
  'Error rate by service': bothServices,
  'P95 response time': bothServices,
  'P99 response time': bothServices,
  'Active users': { '{}': '0' },
  'Active users B': { '{}': '0' },
  'Messages sent': { '{sender="user"}': '0', '{sender="bot"}': '0' },
  'Active connections': { '{}': '0' },
  'Active connections B': { '{}': '0' },
  'Cache hit rate': { '{}': '0' },
};

describe('the overview, evaluated by Prometheus', () => {
  const withPromtool = engineOrSkip(test, ['promtool-2']);
  const withNewest = engineOrSkip(test, ['promtool-3']);

  withPromtool('shows 0, not NaN and not nothing, before the first request', async ({ 'promtool-2': promtool }) => {
    await evaluate(promtool, quiet, zeros);
  });

  withPromtool('shows 0, not NaN, after the last request', async ({ 'promtool-2': promtool }) => {
    await evaluate(promtool, ended, zeros);
  });

  withNewest('shows 0 with the newest Prometheus as well', async ({ 'promtool-3': promtool }) => {
    await evaluate(promtool, ended, zeros);
  });

  withPromtool('shows what happens when something does', async ({ 'promtool-2': promtool }) => {
    await evaluate(promtool, busy, {
      ...zeros,
      Requests: { '{}': '4' },
      'Errors, worst service': { '{}': '0.25' },
      // 15 of 60 observations lie between 0.1 and 1: P95 at 0.8 and P99 at 0.96 of that bucket.
      'P95, slowest service': { '{}': '0.82' },
      Messages: { '{}': '2' },
      'Request rate by service': { ...bothServices, '{service="fechatter_server"}': '4' },
      'Error rate by service': { ...bothServices, '{service="fechatter_server"}': '0.25' },
      'P95 response time': { ...bothServices, '{service="fechatter_server"}': '0.82' },
      'P99 response time': { ...bothServices, '{service="fechatter_server"}': '0.964' },
      'Active users': { '{}': '3' },
      'Messages sent': { '{sender="user"}': '2', '{sender="bot"}': '0' },
      'Cache hit rate': { '{}': '0.75' },
    });
  });

  withPromtool('shows nothing where nothing is scraped: a gap is the alarm', async ({ 'promtool-2': promtool }) => {
    const none = Object.fromEntries(Object.keys(zeros).map((panel) => [panel, {}]));
    await evaluate(promtool, { 'up{job="elsewhere"}': '1x20' }, none);
  });
});

function requests(service: string, status: string, values: string): Values {
  const labels = `service="${service}", route="/", method="GET", status_code="${status}"`;
  const name = 'fechatter_http_request_duration_seconds_bucket';
  const slow = status === '500';
  return {
    [`fechatter_http_requests_total{${labels}}`]: values,
    [`${name}{${labels}, le="0.1"}`]: slow ? '0x20' : values,
    [`${name}{${labels}, le="1"}`]: values,
    [`${name}{${labels}, le="+Inf"}`]: values,
  };
}

/** Runs every query of the page through promtool, which compares the samples. */
async function evaluate(promtool: string, series: Values, expected: Expected): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dashboard-queries-'));
  try {
    const file = join(folder, 'queries.json');
    await writeFile(file, JSON.stringify({ tests: [testOf(series, expected)] }));
    await expect(run(promtool, file)).resolves.toBe('');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What promtool says on failure; it reads YAML, of which JSON is a part. */
async function run(promtool: string, file: string): Promise<string> {
  return await new Promise((resolve) => {
    execFile(promtool, ['test', 'rules', file], (error, _, stderr) => resolve(error === null ? '' : stderr));
  });
}

function testOf(series: Values, expected: Expected): object {
  return {
    interval: '15s',
    input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
    promql_expr_test: pageQueries().map(({ name, expr }) => ({
      expr,
      eval_time: '5m',
      exp_samples: Object.entries(expected[name] ?? {}).map(([labels, value]) => ({ labels, value: Number(value) })),
    })),
  };
}

function pageQueries(): readonly { readonly name: string; readonly expr: string }[] {
  const values = { intervalMs: 15_000, scrapeIntervalMs: 15_000, rangeMs: 3_600_000, variables: { service: '.+' } };
  return dashboardDocuments().flatMap((document) =>
    panelQueries(document).map(({ panelTitle, refId, expr }) => ({
      name: refId === 'A' ? panelTitle : `${panelTitle} ${refId}`,
      // Prometheus' own rounding differs in the last digits between releases.
      expr: `round(${resolveGrafanaMacros(expr, values).expr}, 0.0001)`,
    })),
  );
}
