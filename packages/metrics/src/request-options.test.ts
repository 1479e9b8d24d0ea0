import { connect } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Registry } from 'prom-client';
import { closeProbeApps, MEASURED_VERSIONS, type ProbeApp, serveProbeApp } from '../test/probe-app.js';
import { openRequest, parseScrape, type Scrape, scrapeUntil, send, serve, sumOf } from '../test/served-app.js';
import { untyped } from '../test/untyped.js';
import { type MetricsOptions, metrics } from './index.js';

afterEach(closeProbeApps);

const USERS = 'method="GET",route="/arr/a/:x",status_code="200"';

async function afterRequests(app: ProbeApp, count: number): Promise<Scrape> {
  return await scrapeUntil(app.metricsUrl, (scrape) => sumOf(scrape, 'http_requests_total') === count);
}

describe.each(MEASURED_VERSIONS)('options on $name', (version) => {
  test('statusClass adds the codes of a class up', async () => {
    const app = await serveProbeApp(version, { statusClass: true });
    await send(app.port, 'GET', '/throw/1');
    await send(app.port, 'GET', '/arr/a/1');
    const scrape = await afterRequests(app, 2);
    expect(scrape.get('http_requests_total{method="GET",route="/throw/:id",status_code="5xx"}')).toBe(1);
    expect(scrape.get('http_requests_total{method="GET",route="/arr/a/:x",status_code="2xx"}')).toBe(1);
  });

  test('a label of your own has a bounded set of values, and never breaks a request', async () => {
    const labels: MetricsOptions['labels'] = {
      plan: { value: (req) => String(req.headers['x-plan'] ?? 'none'), maxValues: 2 },
      broken: () => {
        throw new Error('no plan');
      },
    };
    const app = await serveProbeApp(version, { labels });
    for (const plan of ['x'.repeat(257), 'free', 'paid', 'a', 'b', 'free'])
      expect((await fetch(`${app.url}/arr/a/1`, { headers: { 'x-plan': plan } })).status).toBe(200);
    const scrape = await afterRequests(app, 6);
    const counted = [...scrape].filter(([key]) => key.startsWith('http_requests_total'));
    expect(new Map(counted)).toEqual(
      new Map([
        [`http_requests_total{${USERS},plan="free",broken=""}`, 2],
        [`http_requests_total{${USERS},plan="paid",broken=""}`, 1],
        [`http_requests_total{${USERS},plan="overflow",broken=""}`, 3],
      ]),
    );
  });

  test('sizes are the bytes on the wire, also of chunked bodies', async () => {
    const app = await serveProbeApp(version, { sizes: true });
    const body = `5\r\nhello\r\n0\r\n\r\n`;
    const head = 'POST /api/users HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n';
    const answer = await exchange(app.port, head + body);
    const scrape = await afterRequests(app, 1);
    const labels = `method="POST",route="${version.spelling('/Api/users')}",status_code="200"`;
    expect(scrape.get(`http_request_size_bytes_sum{${labels}}`)).toBe(head.length + body.length);
    expect(scrape.get(`http_response_size_bytes_sum{${labels}}`)).toBe(answer.length);
  });

  test('the time to the first byte is shorter than the whole', async () => {
    const app = await serveProbeApp(version, { timeToFirstByte: true });
    const client = openRequest(app.port, '/slow/1');
    await client.answered;
    client.leave();
    const scrape = await afterRequests(app, 1);
    expect(sumOf(scrape, 'http_time_to_first_byte_seconds_count')).toBe(1);
    const firstByte = sumOf(scrape, 'http_time_to_first_byte_seconds_sum');
    expect(firstByte).toBeGreaterThan(0);
    expect(firstByte).toBeLessThan(sumOf(scrape, 'http_request_duration_seconds_sum'));
  });

  test('past maxSeries the requests without a series of their own are counted', async () => {
    const app = await serveProbeApp(version, { maxSeries: 6 });
    for (const target of ['/arr/a/1', '/arr/b/1', '/opt']) await send(app.port, 'GET', target);
    const scrape = await afterRequests(app, 3);
    expect(scrape.get('http_series_dropped_total')).toBe(2);
  });
});

describe.each(MEASURED_VERSIONS)('requests that Node tells nothing about, on $name', (version) => {
  test('those queued behind another of their connection do not stick when the client leaves', async () => {
    const app = await serveProbeApp(version);
    const pipelined = 'GET /silent/1 HTTP/1.1\r\nHost: t\r\n\r\n'.repeat(3);
    const socket = connect(app.port, '127.0.0.1', () => socket.write(pipelined));
    await scrapeUntil(app.metricsUrl, (scrape) => scrape.get('http_requests_in_flight') === 3);
    socket.destroy();
    const scrape = await scrapeUntil(app.metricsUrl, (seen) => seen.get('http_requests_in_flight') === 0);
    expect(scrape.get('http_requests_total{method="GET",route="/silent/:id",status_code="499"}')).toBe(3);
  });

  test('a router that is mounted again later is labelled by where it was reached', async () => {
    const m = metrics({ registry: new Registry(), env: {} });
    const app = version.express();
    version.measure(app, m);
    app.get('/metrics', m.handler());
    const shared = version.express.Router().get('/x/:id', (_req, res) => void res.end('ok'));
    app.use('/first', shared);
    const server = await serve(app);
    await send(server.port, 'GET', '/first/x/1');
    await scrapeUntil(`${server.url}/metrics`, (scrape) => sumOf(scrape, 'http_requests_total') === 1);
    app.use('/second', shared);
    await fetch(`${server.url}/metrics`);
    await send(server.port, 'GET', '/second/x/1');
    const scrape = await scrapeUntil(`${server.url}/metrics`, (seen) => sumOf(seen, 'http_requests_total') === 2);
    await server.close();
    expect(scrape.get('http_requests_total{method="GET",route="/second/x/:id",status_code="200"}')).toBe(1);
  });

  test('an app that is to be measured twice is measured once, errors in its routers too', async () => {
    const m = metrics({ registry: new Registry(), env: {} });
    const app = version.express();
    version.measure(app, m);
    version.measure(app, m);
    const inner = version.express.Router().get('/:id/throw', () => {
      throw new Error('thrown');
    });
    app.use('/inner', inner);
    app.get('/metrics', m.handler());
    app.set('env', 'test');
    const server = await serve(app);
    await send(server.port, 'GET', '/inner/joe/throw');
    await send(server.port, 'GET', '/nothing');
    const scrape = await scrapeUntil(`${server.url}/metrics`, (seen) => sumOf(seen, 'http_requests_total') === 2);
    await server.close();
    expect(scrape.get('http_requests_total{method="GET",route="/inner/:id/throw",status_code="500"}')).toBe(1);
    expect(scrape.get('http_requests_total{method="GET",route="unmatched",status_code="404"}')).toBe(1);
    expect(scrape.get('http_requests_in_flight')).toBe(0);
  });

  test('two metrics() in one app both measure each request once', async () => {
    const [a, b] = [metrics({ registry: new Registry(), env: {} }), metrics({ registry: new Registry(), env: {} })];
    const app = version.express();
    for (const m of [a, b]) version.measure(app, m);
    app.get('/a', a.handler());
    app.get('/b', b.handler());
    app.get('/x/:id', (_req, res) => void res.end('ok'));
    const server = await serve(app);
    for (const id of [1, 2]) await send(server.port, 'GET', `/x/${id}`);
    for (const path of ['/a', '/b'])
      await scrapeUntil(
        `${server.url}${path}`,
        (seen) => seen.get(COUNT_X) === 2 && seen.has('http_requests_in_flight'),
      );
    await server.close();
  });
});

const COUNT_X = 'http_requests_total{method="GET",route="/x/:id",status_code="200"}';

test('a WebSocket is a long-lived request from its upgrade to its end', async () => {
  const m = metrics({ registry: new Registry(), env: {} });
  const server = await serve(m.handler(), (req, socket) => {
    m.upgrade(req, '/chat');
    socket.resume().on('end', () => socket.end());
    socket.on('error', () => {});
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
  });
  const upgrade = 'GET /chat?user=ada HTTP/1.1\r\nHost: t\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
  const socket = connect(server.port, '127.0.0.1', () => socket.write(upgrade));
  const open = await scrapeUntil(server.url, (seen) => seen.get('http_requests_in_flight') === 1);
  expect(open.get('http_long_lived_requests_in_flight')).toBe(1);
  socket.destroy();
  const ended = await scrapeUntil(server.url, (seen) => seen.get('http_requests_in_flight') === 0);
  await server.close();
  expect(ended.get('http_requests_total{method="GET",route="/chat",status_code="101"}')).toBe(1);
  expect(ended.get('http_long_lived_requests_total{method="GET",route="/chat"}')).toBe(1);
  expect([...ended.keys()].filter((key) => key.startsWith('http_request_duration'))).toEqual([]);
});

test('a metrics server of its own answers with the token, and nothing else', async () => {
  const m = metrics({ registry: new Registry(), env: {} });
  const server = await m.listen({ host: '127.0.0.1', port: 0, token: 'secret' });
  const url = `http://127.0.0.1:${server.port}`;
  const ask = async (path: string, authorization: string) => await fetch(url + path, { headers: { authorization } });
  expect((await ask('/metrics', 'Bearer wrong')).status).toBe(401);
  expect((await ask('/other', 'Bearer secret')).status).toBe(404);
  const answer = await ask('/metrics?x=1', 'Bearer secret');
  expect(parseScrape(await answer.text()).get('http_requests_in_flight')).toBe(0);
  await server.close();
});

test('a metrics server that cannot be had says why, and what to do', async () => {
  const m = metrics({ registry: new Registry(), env: {} });
  const { port, close } = await m.listen({ host: '127.0.0.1', port: 0 });
  const taken = m.listen({ host: '127.0.0.1', port });
  await expect(taken).rejects.toThrow(`127.0.0.1 port ${port} (EADDRINUSE): another server has the port: stop it`);
  await expect(taken).rejects.toMatchObject({ code: 'EADDRINUSE' });
  // An address that is kept for documentation: https://www.rfc-editor.org/rfc/rfc5737
  await expect(m.listen({ host: '192.0.2.1', port: 0 })).rejects.toThrow("'0.0.0.0' those of IPv4");
  await close();
});

test('a token that is not there does not open a metrics server to everybody', async () => {
  const m = metrics({ registry: new Registry(), env: {} });
  for (const token of [undefined, '', ' , ', []]) {
    await expect(untyped(m.listen)({ host: '127.0.0.1', port: 0, token })).rejects.toThrow('token is empty; set it');
  }
});

test('code without types is told of everything that is wrong with the options of a metrics server', async () => {
  const listen = untyped(metrics({ registry: new Registry(), env: {} }).listen);
  await expect(listen()).rejects.toThrow('listen() takes an object of options; it was given undefined');
  await expect(listen({ token: 'a' })).rejects.toThrow('port is missing; it must be a whole number from 0 to 65535');
  await expect(listen({ port: '9091', hosts: 'a', host: 1, token: 12345 })).rejects.toThrow(
    /no option "hosts" \(there are: host, port, token\); host is 1; .*; port is "9091"; .*; token is a number; it must be text/,
  );
  await expect(listen({ port: 0, token: ['a', { secret: 'b' }] })).rejects.toThrow('token is a list; it must be text');
});

test('wrong labels and sizes are told with the other wrong options', () => {
  const labels = { route: () => 'x', 'a-b': () => 'x', plan: { value: () => 'x', maxValues: 0 } };
  expect(() => metrics({ registry: new Registry(), env: {}, sizes: [2, 1], labels })).toThrow(
    /sizes: buckets must be.*"route" is one of the metrics' own.*"a-b" must be snake_case.*maxValues 0/,
  );
  const many = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, { value: () => '', maxValues: 1000 }]));
  expect(() => metrics({ registry: new Registry(), env: {}, labels: many })).toThrow('too many combinations');
});

function exchange(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}
