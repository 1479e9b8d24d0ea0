import { afterEach, describe, expect, test } from '@jest/globals';
import type { RequestHandler } from 'express';
import { Registry } from 'prom-client';
import { EXPRESS_VERSIONS, type ExpressVersion } from '../test/express-versions.js';
import { openRequest, type Scrape, type Served, scrapeUntil, send, serve, sumOf } from '../test/served-app.js';
import { type MetricsMiddleware, metrics } from './index.js';

const served: Served[] = [];

afterEach(async () => {
  await Promise.all(served.splice(0).map((server) => server.close()));
});

const ok: RequestHandler = (_req, res) => void res.end('ok');
const silent: RequestHandler = () => {};
const passOn: RequestHandler = (_req, _res, next) => next();

interface Measured extends Served {
  readonly metricsUrl: string;
}

interface Parts {
  readonly m: MetricsMiddleware;
  readonly express: ExpressVersion['express'];
  /** What answers in the end. */
  readonly answer: RequestHandler;
}

type Build = (app: ReturnType<ExpressVersion['express']>, parts: Parts) => void;

/** Serves an app, and its metrics on a server of their own. */
async function serveMeasured(version: ExpressVersion, build: Build, answer: RequestHandler): Promise<Measured> {
  const m = metrics({ registry: new Registry(), env: {} });
  const app = version.express();
  build(app, { m, express: version.express, answer });
  version.finish(app);
  const [server, scrapes] = [await serve(app), await serve(m.handler())];
  served.push(server, scrapes);
  return { ...server, metricsUrl: scrapes.url };
}

function counted({ metricsUrl }: Measured, count: number): Promise<Scrape> {
  return scrapeUntil(
    metricsUrl,
    (scrape) =>
      sumOf(scrape, 'http_request_duration_seconds_count') === count && scrape.get('http_requests_in_flight') === 0,
  );
}

/** Ways to take part in an app, each of which sees the end of a response in a way of its own. */
const WAYS: Readonly<Record<string, Build>> = {
  'the middleware of an app': (app, { m, answer }) => app.use(m, answer),
  'instrument(app)': (app, { m, answer }) => {
    m.instrument(app);
    app.use(answer);
  },
  'the middleware of a sub-app that hands requests on to the app': (app, { m, express, answer }) => {
    app.use(express().use(m, passOn));
    app.use(answer);
  },
  'instrument(app) of a sub-app that hands requests on': (app, { m, express, answer }) => {
    const subApp = express().use(passOn);
    m.instrument(subApp);
    app.use(subApp, answer);
  },
  'the middleware behind a library with an emit of its own on each response': (app, { m, answer }) => {
    app.use((_req, res, next) => {
      const { emit } = res;
      Reflect.set(res, 'emit', (...given: unknown[]) => Reflect.apply(emit, res, given));
      next();
    });
    app.use(m, answer);
  },
  'the middleware of an app whose responses cannot be extended': (app, { m, answer }) => {
    Object.freeze(app.response);
    app.use(m, answer);
  },
  'two apps that share the middleware': (app, { m, express, answer }) => {
    const other = express().use(m, answer);
    app.use(m);
    app.use('/other', (req, res) => void other(req, res));
    app.use(answer);
  },
};

describe.each(EXPRESS_VERSIONS)('on $name', (version) => {
  test.each(Object.entries(WAYS))('%s: every request is counted once', async (_, build) => {
    const app = await serveMeasured(version, build, ok);
    for (const target of ['/', '/other', '/', '/other']) await send(app.port, 'GET', target);
    const scrape = await counted(app, 4);
    expect(sumOf(scrape, 'http_requests_total')).toBe(4);
    expect(sumOf(scrape, 'http_requests_aborted_total')).toBe(0);
  });

  test.each(Object.entries(WAYS))('%s: a client that leaves is counted as aborted, once', async (_, build) => {
    const app = await serveMeasured(version, build, silent);
    const client = openRequest(app.port, '/');
    await scrapeUntil(app.metricsUrl, (scrape) => scrape.get('http_requests_in_flight') === 1);
    client.leave();
    const scrape = await counted(app, 1);
    expect(sumOf(scrape, 'http_requests_total')).toBe(1);
    expect(sumOf(scrape, 'http_requests_aborted_total')).toBe(1);
  });
});
