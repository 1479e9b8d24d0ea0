import { afterEach, describe, expect, test } from '@jest/globals';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { Gauge, Registry } from 'prom-client';
import { parseScrape, type Scrape, type Served, scrapeUntil, serve, sumOf } from '../test/served-app.js';
import { defineMetrics, type MetricsMiddleware, type MetricsOptions, metrics } from './index.js';

/**
 * What the test suites of express-prom-bundle, prometheus-api-metrics and prom-client assert and what makes sense here,
 * as far as no other test shows it: docs/peers-promises.md has the whole list.
 */

const served: Served[] = [];

afterEach(async () => {
  await Promise.all(served.splice(0).map((server) => server.close()));
});

const ok: RequestHandler = (_req, res) => void res.send('ok');
const fail: RequestHandler = (_req, _res, next) => next(new Error('failed'));
const refuse: RequestHandler = (req, res, next) => (req.headers['x-fail'] ? fail(req, res, next) : next());
const answerError: ErrorRequestHandler = (_error, _req, res, _next) => void res.status(500).send('error');

interface Service extends Served {
  readonly m: MetricsMiddleware;
  readonly registry: Registry;
}

/** An Express 5 app with the middleware, what a test adds, an error handler, and its metrics at /metrics. */
async function serveApp(addRoutes: (app: Express) => void, options: MetricsOptions = {}): Promise<Service> {
  const registry = new Registry();
  const m = metrics({ registry, env: {}, ...options });
  const app = express();
  app.use(m);
  app.use('/metrics', m.handler());
  addRoutes(app);
  app.use(answerError);
  const server = await serve(app);
  served.push(server);
  return { ...server, m, registry };
}

async function get(url: string, init: RequestInit = {}): Promise<number> {
  const answer = await fetch(url, init);
  await answer.text();
  return answer.status;
}

async function scrapeAfter({ url }: Served, requests: number): Promise<Scrape> {
  return await scrapeUntil(`${url}/metrics`, (scrape) => sumOf(scrape, 'http_requests_total') === requests);
}

/** A mounted router with errors of every kind, and one below it that answers its own. */
function addNested(app: Express): void {
  const [outer, inner] = [express.Router(), express.Router()];
  for (const router of [outer, inner]) {
    router.use(refuse);
    router.get('/', fail);
    router.get('/hello/:time', ok);
    router.post('/test', (_req, res) => void res.status(201).send('made'));
    router.patch('/:only', fail);
    router.get('/bad', fail);
    router.get('/bad/:one', fail);
    router.get('/bad/:one/:two', fail);
  }
  inner.use(answerError);
  outer.use('/v3', inner);
  app.use('/v2', outer);
}

describe('routes', () => {
  test.each([
    ['', 'errors that the app answers'],
    ['/v3', 'errors that a router two mounts down answers itself'],
  ])('/v2%s: answers and %s are labelled by the whole template', async (mount) => {
    const service = await serveApp(addNested);
    const base = `${service.url}/v2${mount}`;
    const requests: [string, string, string, number][] = [
      ['GET', '/hello/200', '/hello/:time', 200],
      ['GET', '/hello/200?a=b/c', '/hello/:time', 200],
      ['POST', '/test', '/test', 201],
      ['PATCH', '/500', '/:only', 500],
      ['GET', '/bad', '/bad', 500],
      ['GET', '/bad/500', '/bad/:one', 500],
      ['GET', '/bad/500/400', '/bad/:one/:two', 500],
      ['GET', '', '', 500],
      ['GET', '?test=test', '', 500],
    ];
    const expected = new Map<string, number>();
    for (const [method, target, route, status] of requests) {
      expect(await get(base + target, { method })).toBe(status);
      const labels = `method="${method}",route="/v2${mount}${route}",status_code="${status}"`;
      expected.set(labels, (expected.get(labels) ?? 0) + 1);
    }
    const scrape = await scrapeAfter(service, requests.length);
    for (const [labels, count] of expected) {
      expect([labels, scrape.get(`http_requests_total{${labels}}`)]).toEqual([labels, count]);
      expect(scrape.get(`http_request_duration_seconds_bucket{le="+Inf",${labels}}`)).toBe(count);
    }
  });

  test('an error of a middleware before any route has the mount, where a router of that mount answers it', async () => {
    const service = await serveApp(addNested);
    const headers = { 'x-fail': 'yes' };
    const inner = express.Router().use(refuse).use(answerError);
    const other = await serveApp((app) => void app.use('/v2/v3', inner));
    expect(await get(`${other.url}/v2/v3/hello`, { headers })).toBe(500);
    const answered = 'http_requests_total{method="GET",route="/v2/v3",status_code="500"}';
    expect((await scrapeAfter(other, 1)).get(answered)).toBe(1);
    // The app's own error handler no longer knows where the error came from, and neither does Express.
    expect(await get(`${service.url}/v2/hello`, { headers })).toBe(500);
    const left = 'http_requests_total{method="GET",route="unmatched",status_code="500"}';
    expect((await scrapeAfter(service, 1)).get(left)).toBe(1);
  });

  test('a path that nobody serves is no label, and its requests are counted', async () => {
    const service = await serveApp(addNested);
    expect(await get(`${service.url}/no-such-path-7`)).toBe(404);
    const scrape = await scrapeAfter(service, 1);
    expect(scrape.get('http_requests_total{method="GET",route="unmatched",status_code="404"}')).toBe(1);
    expect([...scrape.keys()].join()).not.toContain('no-such-path');
  });

  test('excluded routes are left out with and without parameters and query, all others stay', async () => {
    const addRoutes = (app: Express) => void app.get('/health', ok).get('/health/:id', ok).get('/hello', ok);
    const service = await serveApp(addRoutes, { exclude: ['/health', '/health/:id'], sizes: true });
    for (const path of ['/health', '/health/1234', '/health/1234?a=b', '/hello']) await get(service.url + path);
    const keys = [...(await scrapeAfter(service, 1)).keys()].join();
    expect(keys).toContain('route="/hello"');
    expect(keys).not.toContain('/health');
  });

  test('what is routed before the middleware is not measured', async () => {
    const m = metrics({ registry: new Registry(), env: {} });
    const app = express().get('/before', ok).use(m).use('/metrics', m.handler()).get('/after', ok);
    const server = await serve(app);
    served.push(server);
    for (const path of ['/before', '/after']) await get(server.url + path);
    expect([...(await scrapeAfter(server, 1)).keys()].join()).not.toContain('/before');
  });
});

describe('the middleware', () => {
  test('sizes follow their buckets and have the labels of the duration', async () => {
    const service = await serveApp((app) => void app.post('/test', ok), { sizes: [1, 1e6], buckets: [10, 100] });
    expect(await get(`${service.url}/test`, { method: 'POST', body: 'body' })).toBe(200);
    const scrape = await scrapeAfter(service, 1);
    const labels = 'method="POST",route="/test",status_code="200"';
    for (const [name, bounds] of [
      ['http_request_size_bytes', [0, 1, 1]],
      ['http_response_size_bytes', [0, 1, 1]],
    ] as const)
      expect(['1', '1000000', '+Inf'].map((le) => scrape.get(`${name}_bucket{le="${le}",${labels}}`))).toEqual(bounds);
    expect(scrape.get(`http_request_duration_seconds_bucket{le="100",${labels}}`)).toBe(1);
  });

  test('metrics can be at any path, a regular expression too, before and behind the middleware', async () => {
    const registry = new Registry();
    const m = metrics({ registry, env: {} });
    const app = express()
      .get(/^\/prometheus$/, m.handler())
      .use(m)
      .get('/v1/metrics', m.handler());
    const server = await serve(app);
    served.push(server);
    for (const path of ['/prometheus', '/v1/metrics']) expect(await get(server.url + path)).toBe(200);
  });

  test('a label of a constant value is on every series', async () => {
    const service = await serveApp((app) => void app.get('/test', ok), { labels: { foo: () => 'bar' } });
    await get(`${service.url}/test`);
    const key = 'http_requests_total{method="GET",route="/test",status_code="200",foo="bar"}';
    expect((await scrapeAfter(service, 1)).get(key)).toBe(1);
  });

  test('used without being called it answers 500 and says why, and no request waits for ever', async () => {
    const app = express();
    Reflect.apply(app.use, app, [metrics]);
    app.use(
      ((error: Error, _req, res, _next) => void res.status(500).send(error.message)) satisfies ErrorRequestHandler,
    );
    const server = await serve(app);
    served.push(server);
    const answer = await fetch(server.url);
    expect([answer.status, await answer.text()]).toEqual([500, expect.stringContaining('write app.use(metrics())')]);
  });

  test('an option that does not exist is an error at start-up', () => {
    const options = { registry: new Registry(), metricType: 'summary', excludeRoutes: [] };
    expect(() => metrics(options)).toThrow(
      'there is no option "metricType", "excludeRoutes" (there are: registry, prefix,',
    );
  });

  test('an exemplar that is longer than OpenMetrics allows is left out', async () => {
    const traces = { '/fits': 113 - 16, '/longer': 114 - 16 };
    const exemplars: MetricsOptions['exemplars'] = (req) => ({
      traceId: 'j'.repeat(traces[req.url === '/fits' ? '/fits' : '/longer']),
      spanId: '0123456789abcdef',
    });
    const service = await serveApp((app) => void app.get('/fits', ok).get('/longer', ok), { exemplars });
    for (const path of ['/fits', '/longer']) await get(service.url + path);
    await scrapeAfter(service, 2);
    const headers = { accept: 'application/openmetrics-text' };
    const text = await (await fetch(`${service.url}/metrics`, { headers })).text();
    const routes = text
      .split('\n')
      .filter((line) => line.includes(' # {'))
      .map((line) => /route="([^"]*)"/.exec(line)?.[1]);
    expect(routes).toEqual(['/fits']);
  });
});

describe('a registry', () => {
  test('shows a custom metric, its odd values and its own labels before default ones', async () => {
    const service = await serveApp(() => {});
    service.registry.setDefaultLabels({ env: 'production', kind: 'default' });
    const values = { nan: Number.NaN, up: Number.POSITIVE_INFINITY, down: Number.NEGATIVE_INFINITY };
    const gauge = new Gauge({ name: 'odd', help: 'h', labelNames: ['kind'], registers: [service.registry] });
    for (const [kind, value] of Object.entries(values)) gauge.set({ kind }, value);
    const text = await (await fetch(`${service.url}/metrics`)).text();
    expect(text.split('\n').filter((line) => /odd/.test(line))).toEqual([
      '# HELP odd h',
      '# TYPE odd gauge',
      expect.stringMatching(/^odd\{kind="nan",env="production"\} nan$/i),
      'odd{kind="up",env="production"} +Inf',
      'odd{kind="down",env="production"} -Inf',
    ]);
  });

  test('gives single metrics away and lets go of them', async () => {
    const registry = new Registry();
    const live = defineMetrics({ jobs_total: { type: 'counter', help: 'Jobs.' } }, { service: 's' }).register(registry);
    live.jobs_total.inc();
    expect(await registry.getSingleMetricAsString('jobs_total')).toContain('jobs_total 1');
    registry.removeSingleMetric('jobs_total');
    expect(await registry.getMetricsAsJSON()).toEqual([]);
  });
});

describe('catalogue metrics', () => {
  const catalogue = defineMetrics(
    {
      jobs_total: { type: 'counter', help: 'Jobs.' },
      depth: { type: 'gauge', help: 'Depth.' },
      wait_seconds: { type: 'histogram', help: 'Wait.', buckets: [0.5, 1, 5] },
    },
    { service: 'peers' },
  );

  async function samplesAfter(act: (live: ReturnType<typeof catalogue.register>) => void): Promise<Scrape> {
    const registry = new Registry();
    act(catalogue.register(registry));
    return parseScrape(await registry.metrics());
  }

  test('start at 0', async () => {
    expect(new Set((await samplesAfter(() => {})).values())).toEqual(new Set([0]));
  });

  test('0 is an amount and a value, and no amount is 1', async () => {
    const scrape = await samplesAfter(({ jobs_total, depth, wait_seconds }) => {
      jobs_total.inc();
      jobs_total.inc(0);
      jobs_total.inc(100);
      depth.set(10);
      depth.inc();
      depth.inc(5);
      depth.dec();
      depth.dec(3);
      depth.inc(0);
      wait_seconds.observe(0);
    });
    expect([scrape.get('jobs_total'), scrape.get('depth')]).toEqual([101, 12]);
    expect([scrape.get('wait_seconds_bucket{le="0.5"}'), scrape.get('wait_seconds_sum')]).toEqual([1, 0]);
    expect((await samplesAfter(({ depth }) => depth.set(0))).get('depth')).toBe(0);
  });

  test('a bound belongs to its bucket, what is above all is in +Inf, and +Inf is the count', async () => {
    const scrape = await samplesAfter(({ wait_seconds }) => {
      for (const seconds of [0.5, 1, 1.5, 100_000]) wait_seconds.observe(seconds);
    });
    const counts = ['0.5', '1', '5', '+Inf'].map((le) => scrape.get(`wait_seconds_bucket{le="${le}"}`));
    expect([...counts, scrape.get('wait_seconds_count')]).toEqual([1, 2, 3, 4, 4]);
  });

  test('what is no number changes nothing, also where no compiler has looked', async () => {
    const scrape = await samplesAfter((live) => {
      const untyped: Record<string, Record<string, (value: unknown) => void>> = Object(live);
      for (const value of ['3ms', '3', null, {}]) {
        untyped['jobs_total']?.['inc']?.(value);
        untyped['depth']?.['set']?.(value);
        untyped['depth']?.['inc']?.(value);
        untyped['depth']?.['dec']?.(value);
        untyped['wait_seconds']?.['observe']?.(value);
      }
    });
    expect(new Set(scrape.values())).toEqual(new Set([0]));
  });
});
