import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Counter, Gauge, Histogram, type OpenMetricsContentType, Registry, Summary } from 'prom-client';
import { withSortedLabels } from '../test/exposed-lines.js';
import { type Served, serve } from '../test/served-app.js';
import { type MetricsOptions, metrics } from './index.js';

const OPENMETRICS = 'application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5';
const served: Served[] = [];

afterEach(async () => {
  await Promise.all(served.splice(0).map((server) => server.close()));
});

async function serveMetrics(options: MetricsOptions): Promise<string> {
  const server = await serve(metrics({ env: {}, ...options }).handler());
  served.push(server);
  return server.url;
}

describe('the /metrics handler', () => {
  test.each([
    ['nothing', undefined, 'text/plain; version=0.0.4; charset=utf-8'],
    ['anything', '*/*', 'text/plain; version=0.0.4; charset=utf-8'],
    ['text', 'text/plain;version=0.0.4', 'text/plain; version=0.0.4; charset=utf-8'],
    ['OpenMetrics', OPENMETRICS, 'application/openmetrics-text; version=1.0.0; charset=utf-8'],
    ['text more', 'application/openmetrics-text;q=0.3,text/plain;q=0.9', 'text/plain; version=0.0.4; charset=utf-8'],
    ['OpenMetrics never', 'application/openmetrics-text;q=0', 'text/plain; version=0.0.4; charset=utf-8'],
    [
      'OpenMetrics of tomorrow',
      'application/openmetrics-text;version=9.0.0',
      'text/plain; version=0.0.4; charset=utf-8',
    ],
  ])('answers a scraper that accepts %s', async (_, accept, contentType) => {
    const url = await serveMetrics({ registry: new Registry() });
    const response = await fetch(url, { headers: accept === undefined ? {} : { accept } });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, contentType]);
    expect((await response.text()).endsWith('# EOF\n')).toBe(contentType.startsWith('application'));
  });

  test('names a series alike in both formats, whoever asked before', async () => {
    const registry = new Registry();
    new Counter({ name: 'jobs_total', help: 'h', registers: [registry] }).inc();
    new Counter({ name: 'oddly_named', help: 'h', registers: [registry] }).inc();
    const url = await serveMetrics({ registry });
    const openMetrics = await (await fetch(url, { headers: { accept: OPENMETRICS } })).text();
    const text = await (await fetch(url)).text();
    for (const body of [openMetrics, text]) expect(body).toMatch(/^jobs_total 1\noddly|^jobs_total 1$/m);
    for (const body of [openMetrics, text]) expect(body).toMatch(/^oddly_named 1$/m);
    expect(openMetrics).toContain('# TYPE jobs counter');
    expect(text).toContain('# TYPE jobs_total counter');
    expect(openMetrics).toContain('# TYPE oddly_named unknown');
  });

  test('keeps counters named when the registry itself renders OpenMetrics', async () => {
    const registry = new Registry<OpenMetricsContentType>();
    registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
    new Counter({ name: 'jobs_total', help: 'h', registers: [registry] }).inc();
    const url = await serveMetrics({ registry });
    expect(await registry.metrics()).toContain('jobs_total 1');
    expect(await (await fetch(url)).text()).toContain('\njobs_total 1\n');
  });

  test('answers HEAD with the length of GET and no body, any query, and 405 to the rest', async () => {
    const url = await serveMetrics({ registry: new Registry() });
    const headers = { 'accept-encoding': 'identity' };
    const get = await (await fetch(`${url}/metrics?x=1`, { headers })).text();
    const head = await fetch(url, { method: 'HEAD', headers });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(get.length), '']);
    const post = await fetch(url, { method: 'POST' });
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('tells why a collector failed and answers again afterwards', async () => {
    const registry = new Registry();
    const failures = ['queue is gone'];
    new Gauge({
      name: 'depth',
      help: 'h',
      registers: [registry],
      collect() {
        const failure = failures.shift();
        if (failure !== undefined) throw new Error(failure);
        this.set(1);
      },
    });
    const url = await serveMetrics({ registry });
    const broken = await fetch(url);
    expect([broken.status, await broken.text()]).toEqual([
      500,
      'The metrics could not be collected: "depth": queue is gone\n',
    ]);
    expect((await fetch(url)).status).toBe(200);
  });
});

describe('who may scrape', () => {
  const viaProxy = { 'fly-client-ip': '203.0.113.7' };

  test.each([
    ['fly-client-ip', '203.0.113.7'],
    ['fly-forwarded-port', '443'],
    ['fly-region', 'nrt'],
    ['fly-request-id', '01ABC-nrt'],
    ['via', '2 fly.io'],
  ])('a request with %s came through the proxy and is refused without a token', async (header, value) => {
    const url = await serveMetrics({ registry: new Registry() });
    const response = await fetch(url, { headers: { [header]: value } });
    expect(response.status).toBe(403);
    expect(await response.text()).toBe(
      'Metrics are only served over the private network, because no METRICS_TOKEN is set.\n',
    );
  });

  test.each([
    ['the first token', 'Bearer old-token', 200],
    ['the second token', 'bearer new-token', 200],
    ['a prefix of a token', 'Bearer old', 401],
    ['both tokens as one', 'Bearer old-token,new-token', 401],
    ['an empty token', 'Bearer ', 401],
    ['another scheme', 'Basic old-token', 401],
    ['nothing', undefined, 401],
  ])('%s gives its answer through the proxy', async (_, authorization, status) => {
    const url = await serveMetrics({ registry: new Registry(), env: { METRICS_TOKEN: 'old-token, new-token,' } });
    const response = await fetch(url, {
      headers: authorization === undefined ? viaProxy : { ...viaProxy, authorization },
    });
    expect(response.status).toBe(status);
    const body = await response.text();
    expect(body).not.toContain('old-token');
    if (status === 401) expect(body).toContain('METRICS_TOKEN');
    if (status === 401) expect(response.headers.get('www-authenticate')).toBe('Bearer realm="metrics"');
  });

  test('the private network is answered with any token or none', async () => {
    const url = await serveMetrics({ registry: new Registry(), metricsToken: ['secret'] });
    const statuses = await Promise.all([fetch(url), fetch(url, { headers: { authorization: 'Bearer wrong' } })]);
    expect(statuses.map(({ status }) => status)).toEqual([200, 200]);
  });

  test('blank tokens are no tokens', async () => {
    const url = await serveMetrics({ registry: new Registry(), metricsToken: ' , ' });
    expect((await fetch(url, { headers: { ...viaProxy, authorization: 'Bearer ' } })).status).toBe(403);
  });
});

test('the text is what prom-client would have written, for any label value', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.double({ noNaN: true, noDefaultInfinity: true })), {
        minLength: 1,
        maxLength: 5,
      }),
      async (observations) => {
        const registry = new Registry();
        const options = { help: 'A \\ help\nwith "quotes"', labelNames: ['who'], registers: [registry] };
        const gauge = new Gauge({ ...options, name: 'level' });
        const histogram = new Histogram({ ...options, name: 'size', buckets: [0.5, 1, 5] });
        const summary = new Summary({ ...options, name: 'wait' });
        for (const [who, value] of observations) {
          gauge.set({ who }, value);
          histogram.observe({ who }, value);
          summary.observe({ who }, Math.abs(value) || 0);
        }
        registry.setDefaultLabels({ fly_region: 'nrt' });
        const expected = linesOf(await registry.metrics());
        const url = await serveMetrics({ registry, prefix: 'own_' });
        const actual = linesOf(await (await fetch(url)).text()).filter((line) => !line.includes('own_'));
        expect(actual).toEqual(expected);
      },
    ),
    { numRuns: 30 },
  );
});

/** Without empty lines and with labels in one order: neither means anything. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map(withSortedLabels)
    .sort();
}

test('works as a plain http handler without Express', async () => {
  const m = metrics({ registry: new Registry(), env: {} });
  const server = await serve((req, res) =>
    m(req, res, () => (req.url === '/metrics' ? m.handler()(req, res) : res.end('ok'))),
  );
  served.push(server);
  await fetch(`${server.url}/anything`);
  expect(await (await fetch(`${server.url}/metrics`)).text()).toContain(
    'http_requests_total{method="GET",route="unmatched",status_code="200"} 1',
  );
});
