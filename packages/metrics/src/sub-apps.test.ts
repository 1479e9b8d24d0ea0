import { afterEach, describe, expect, test } from '@jest/globals';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { Registry } from 'prom-client';
import { MEASURED_VERSIONS, type MeasuredVersion } from '../test/probe-app.js';
import { type Served, scrapeUntil, send, serve, sumOf } from '../test/served-app.js';
import { metrics } from './index.js';

const served: Served[] = [];

afterEach(async () => {
  await Promise.all(served.splice(0).map((server) => server.close()));
});

const fail: RequestHandler = () => {
  throw new Error('failed');
};
const ok: RequestHandler = (_req, res) => void res.end('ok');
const answerError: ErrorRequestHandler = (_error, _req, res, _next) => void res.status(500).end();

type Measured = 'measured by itself too' | 'only below the app';

/** An app, a sub-app under /sub, a router in that under /inner/:tenant; errors are answered by the app. */
async function serveSubApp(version: MeasuredVersion, measured: Measured): Promise<Served> {
  const { express } = version;
  const m = metrics({ registry: new Registry(), env: {} });
  const [app, subApp] = [express(), express()];
  version.measure(app, m);
  app.use('/metrics', m.handler());
  if (measured === 'measured by itself too') version.measure(subApp, m);
  const inner = express.Router().get('/:id/fail', fail).get('/:id', ok);
  subApp.use('/inner/:tenant', inner);
  app.use('/sub', subApp);
  app.use(answerError);
  version.finish(app);
  const server = await serve(app);
  served.push(server);
  return server;
}

/** The route labels there are, after so many requests. */
async function routesAfter({ url }: Served, count: number): Promise<string[]> {
  const scrape = await scrapeUntil(`${url}/metrics`, (seen) => sumOf(seen, 'http_requests_total') === count);
  const keys = [...scrape.keys()].filter((key) => key.startsWith('http_requests_total'));
  return keys.map((key) => /route="([^"]*)"/.exec(key)?.[1] ?? '');
}

describe.each(MEASURED_VERSIONS)('errors out of a sub-app on $name', (version) => {
  test('have all mounts from the first one, where the sub-app uses the middleware too', async () => {
    const server = await serveSubApp(version, 'measured by itself too');
    await send(server.port, 'GET', '/sub/inner/acme/1/fail');
    expect(await routesAfter(server, 1)).toEqual(['/sub/inner/:tenant/:id/fail']);
  });

  test('have all mounts once the sub-app has answered anything', async () => {
    const server = await serveSubApp(version, 'only below the app');
    await send(server.port, 'GET', '/sub/inner/acme/1');
    await send(server.port, 'GET', '/sub/inner/acme/1/fail');
    expect(await routesAfter(server, 2)).toEqual(['/sub/inner/:tenant/:id', '/sub/inner/:tenant/:id/fail']);
  });

  test('lack the mounts inside the sub-app before that, and never show what a client sent', async () => {
    const server = await serveSubApp(version, 'only below the app');
    await send(server.port, 'GET', '/sub/inner/acme/1/fail');
    expect(await routesAfter(server, 1)).toEqual(['/sub/:id/fail']);
  });
});
