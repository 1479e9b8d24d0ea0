import { connect } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { Gauge, Registry } from 'prom-client';
import { openRequest, parseScrape, type Served, serve } from '../test/served-app.js';
import { defineMetrics, type MetricsMiddleware, type MetricsOptions, metrics } from './index.js';

const served: Served[] = [];

afterEach(async () => {
  await Promise.all(served.splice(0).map((server) => server.close()));
});

interface Service extends Served {
  readonly registry: Registry;
  readonly m: MetricsMiddleware;
}

/** A service that answers "ok", its metrics at /metrics, with about `lines` lines of them. */
async function serveService(lines: number, options: MetricsOptions = {}): Promise<Service> {
  const registry = new Registry();
  const m = metrics({ registry, env: {}, ...options });
  const definition = { type: 'counter', help: 'Many.', labels: { id: null }, maxSeries: lines } as const;
  const live = defineMetrics({ many_total: definition }, { service: 'many' }).register(registry);
  for (let i = 0; i < lines; i++) live.many_total.inc({ id: `a series with a long name, number ${i}` });
  const server = await serve((req, res) =>
    m(req, res, () => (req.url === '/metrics' ? m.handler()(req, res) : res.end('ok'))),
  );
  served.push(server);
  return { ...server, registry, m };
}

/** Sends a request and takes what comes as it is, without decoding it. */
async function rawBody(url: string, encoding: string): Promise<Buffer> {
  const { port } = new URL(url);
  return await new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const head = `GET /metrics HTTP/1.0\r\nAccept-Encoding: ${encoding}\r\n\r\n`;
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(head));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('end', () => resolve(Buffer.concat(chunks)));
    socket.on('error', reject);
  });
}

describe('a large scrape', () => {
  test('is the same in pieces, compressed and asked for by many at once', async () => {
    const service = await serveService(20_000);
    const url = `${service.url}/metrics`;
    const bodies = await Promise.all(Array.from({ length: 100 }, async () => (await fetch(url)).text()));
    expect(new Set(bodies).size).toBe(1);
    expect(parseScrape(bodies[0] ?? '').size).toBeGreaterThan(20_000);
    const raw = await rawBody(url, 'gzip');
    const start = raw.indexOf('\r\n\r\n');
    expect(raw.subarray(0, start).toString()).toMatch(/content-encoding: gzip/i);
    expect(raw.length).toBeLessThan((bodies[0]?.length ?? 0) / 4);
    expect(gunzipSync(raw.subarray(start + 4)).toString()).toBe(bodies[0]);
  });

  test('asked for by a hundred at once is collected once', async () => {
    const { registry, m } = await serveService(10);
    let arrived = 0;
    let allArrived = () => {};
    const everybody = new Promise<void>((resolve) => {
      allArrived = resolve;
    });
    const server = await serve((req, res) => {
      if (++arrived === 100) allArrived();
      m.handler()(req, res);
    });
    served.push(server);
    let collections = 0;
    new Gauge({
      name: 'depth',
      help: 'h',
      registers: [registry],
      async collect() {
        collections++;
        await everybody;
        this.set(collections);
      },
    });
    const scrape = async () => parseScrape(await (await fetch(server.url)).text()).get('depth');
    const seen = await Promise.all(Array.from({ length: 100 }, scrape));
    expect(new Set(seen)).toEqual(new Set([1]));
    expect(await scrape()).toBe(2);
  });

  test('does not keep requests waiting, and is not held by a client that leaves or reads nothing', async () => {
    const { url, port } = await serveService(50_000);
    const stalled = connect(port, '127.0.0.1', () => stalled.write('GET /metrics HTTP/1.1\r\nHost: t\r\n\r\n'));
    stalled.pause();
    const leaver = openRequest(port, '/metrics');
    await leaver.answered;
    leaver.leave();
    expect(await (await fetch(`${url}/anything`)).text()).toBe('ok');
    const scrape = parseScrape(await (await fetch(`${url}/metrics`)).text());
    expect(scrape.size).toBeGreaterThan(50_000);
    expect(scrape.get('http_requests_in_flight')).toBe(0);
    stalled.destroy();
  });
});

describe('a registry that misbehaves', () => {
  test('a collector that throws costs the scrape and no request, and says why', async () => {
    const { registry, url } = await serveService(1);
    new Gauge({
      name: 'depth',
      help: 'h',
      registers: [registry],
      collect() {
        throw new Error('queue is gone');
      },
    });
    const [scrape, request] = await Promise.all([fetch(`${url}/metrics`), fetch(`${url}/x`)]);
    expect([scrape.status, await scrape.text()]).toEqual([
      500,
      'The metrics could not be collected: "depth": queue is gone\n',
    ]);
    expect(scrape.headers.get('content-encoding')).toBeNull();
    expect(request.status).toBe(200);
  });

  test('a collector that does not answer costs the scrape in time, by its name, until it answers again', async () => {
    const { registry, url } = await serveService(1, { collectTimeoutMs: 30 });
    const silent = new Set(['depth', 'lag']);
    for (const name of ['depth', 'lag', 'fine'])
      new Gauge({
        name,
        help: 'h',
        registers: [registry],
        collect: async () => (silent.has(name) ? await new Promise(() => {}) : undefined),
      });
    for (const names of ['"depth", "lag"', '"lag"']) {
      const [scrape, request] = await Promise.all([fetch(`${url}/metrics`), fetch(`${url}/x`)]);
      const message = `The metrics could not be collected: ${names} did not answer within 0.03 s (collectTimeoutMs).\n`;
      expect([scrape.status, await scrape.text(), request.status]).toEqual([500, message, 200]);
      silent.delete('depth');
    }
    silent.clear();
    expect((await fetch(`${url}/metrics`)).status).toBe(200);
  });

  test('a registry that only gives away its JSON has to answer in time too', async () => {
    const { registry, url } = await serveService(1, { collectTimeoutMs: 30 });
    Object.assign(registry, { getMetricsAsArray: undefined, getMetricsAsJSON: () => new Promise(() => {}) });
    const scrape = await fetch(`${url}/metrics`);
    expect([scrape.status, await scrape.text()]).toEqual([500, expect.stringContaining('getMetricsAsJSON()')]);
  });

  test('an answer that comes too late is for nobody, also when it is a failure', async () => {
    const { registry, url } = await serveService(1, { collectTimeoutMs: 30 });
    const unhandled = jest.fn();
    let failLate = (_error: Error): void => {};
    const collect = () => new Promise<void>((_, reject) => (failLate = reject));
    new Gauge({ name: 'depth', help: 'h', registers: [registry], collect });
    expect((await fetch(`${url}/metrics`)).status).toBe(500);
    process.on('unhandledRejection', unhandled);
    failLate(new Error('gone after all'));
    await nextTurn();
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  test('a scrape that was answered leaves no timer behind', async () => {
    const started = jest.spyOn(globalThis, 'setTimeout');
    const cleared = jest.spyOn(globalThis, 'clearTimeout');
    const { registry, url } = await serveService(1, { collectTimeoutMs: 4321 });
    new Gauge({ name: 'depth', help: 'h', registers: [registry] });
    expect((await fetch(`${url}/metrics`)).status).toBe(200);
    const timers = started.mock.results.filter((_, i) => started.mock.calls[i]?.[1] === 4321);
    expect(timers).toHaveLength(1);
    expect(cleared.mock.calls.flat()).toContain(timers[0]?.value);
  });

  test('a registry that is cleared under load keeps its HTTP metrics, and a warning tells it', async () => {
    const { registry, url } = await serveService(1);
    const warn = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
    await Promise.all(Array.from({ length: 20 }, async () => await (await fetch(`${url}/x`)).text()));
    registry.clear();
    await Promise.all(Array.from({ length: 20 }, async () => await (await fetch(`${url}/x`)).text()));
    const scrape = parseScrape(await (await fetch(`${url}/metrics`)).text());
    expect(scrape.get('http_requests_total{method="GET",route="unmatched",status_code="200"}')).toBe(40);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('was cleared'), { code: 'METRICS_RESTORED' });
  });

  test.each([
    ['text', 'has values that are not a list'],
    [[null], 'has a value that is not an object'],
    [[{ value: 1 }, undefined], 'has a value that is not an object'],
  ])('a metric whose values are %j is named by the scrape', async (values, message) => {
    const { registry, url } = await serveService(1);
    const get = async () => ({ name: 'broken', help: 'h', type: 'gauge', values });
    registry.registerMetric(Object.assign(Object.create({ get }), { name: 'broken' }));
    const scrape = await fetch(`${url}/metrics`);
    expect([scrape.status, await scrape.text()]).toEqual([500, expect.stringContaining(`"broken" ${message}`)]);
    expect((await fetch(`${url}/x`)).status).toBe(200);
  });

  test('a name that other code has taken meanwhile is told by the scrape', async () => {
    const { registry, url } = await serveService(1);
    registry.clear();
    new Gauge({ name: 'http_requests_in_flight', help: 'Mine.', registers: [registry] });
    const scrape = await fetch(`${url}/metrics`);
    expect([scrape.status, await scrape.text()]).toEqual([500, expect.stringContaining('Mine.')]);
    expect((await fetch(`${url}/x`)).status).toBe(200);
  });
});
