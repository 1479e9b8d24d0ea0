import type { RequestListener } from 'node:http';
import { type Http, Secret, undiciHttp } from '@fly-monitoring/kit';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Exporter, startExporter } from '../../test/exporters.js';
import { describeFailure, isFinal } from './answer.js';
import { prometheusApi } from './client.js';

const servers: Exporter[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function serve(listener: RequestListener, auth?: Parameters<typeof prometheusApi>[0]['auth']) {
  const server = await startExporter(listener);
  servers.push(server);
  return prometheusApi({ http: undiciHttp(), baseUrl: `http://${server.address}`, auth, timeoutMs: 2_000 });
}

/** What the server answers to any request. */
const saying =
  (status: number, contentType: string, body: string): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': contentType });
    response.end(body);
  };
const data = (value: unknown) => saying(200, 'application/json', JSON.stringify({ status: 'success', data: value }));

describe('an answer that is none of Prometheus', () => {
  test.each([
    [401, 'text/plain', 'Unauthorized', 'refused', true],
    [403, 'text/plain', 'no', 'refused', true],
    [404, 'text/plain', '404 page not found', 'not-found', true],
    [503, 'text/plain', 'Service Unavailable', 'not-ready', false],
    [502, 'text/html', '<html>bad gateway</html>', 'not-ready', false],
    [200, 'text/html', '<!doctype html><title>Sign in</title>', 'unexpected', true],
    [302, 'text/html', '', 'unexpected', true],
    [200, 'application/json', '{"status":"success","data":', 'unexpected', false],
    [200, 'application/json', '[]', 'unexpected', false],
  ])('%i %s %j is told as %s', async (status, type, body, kind, final) => {
    const answer = await (await serve(saying(status, type, body))).buildInfo();
    expect(answer.kind).toBe(kind);
    if (answer.kind === 'ok') throw new Error('unreachable');
    expect(isFinal(answer)).toBe(final);
    expect(describeFailure(answer)).toContain('/api/v1/status/buildinfo');
  });

  test.each([
    [403, 'no', true],
    [401, 'Unauthorized', false],
    [401, '{"status":"error","error":"authentication error: invalid scope requested"}', true],
  ])('%i %j tells who may not from who is not known', async (status, body, lacksRight) => {
    const answer = await (await serve(saying(status, 'application/json', body))).query('up');
    expect(answer).toMatchObject({ kind: 'refused', lacksRight });
  });

  test('no server at all is refused, with its address', async () => {
    const api = await serve(data({}));
    await servers[0]?.stop();
    expect(await api.ready()).toMatchObject({ kind: 'unreachable', reason: 'refused' });
  });

  test('a page is no readiness', async () => {
    expect((await (await serve(saying(200, 'text/html', '<html></html>'))).ready()).kind).toBe('unexpected');
  });
});

describe('a field of the wrong type is named', () => {
  const target = {
    scrapePool: 'web',
    labels: { instance: 'a' },
    scrapeUrl: 'http://a/metrics',
    health: 'up',
    lastError: '',
    lastScrape: '0001-01-01T00:00:00Z',
    lastScrapeDuration: 0.25,
    scrapeInterval: '15s',
    scrapeTimeout: '10s',
  };
  const problemOf = async (changed: object) => {
    const answer = await (await serve(data({ activeTargets: [target, { ...target, ...changed }] }))).targets();
    return answer.kind === 'unexpected' ? answer.problem : answer.kind;
  };

  test.each([
    [{}, 'ok'],
    [{ health: 'fine' }, 'data.activeTargets[1].health must be one of up, down, unknown, is "fine"'],
    [{ labels: null }, 'data.activeTargets[1].labels must be an object, is null'],
    [{ labels: { a: 1 } }, 'data.activeTargets[1].labels.a must be a text, is 1'],
    [
      { lastScrape: 'yesterday' },
      'data.activeTargets[1].lastScrape must be a time such as 2026-01-31T10:00:00Z, is "yesterday"',
    ],
    [{ scrapePool: undefined }, 'data.activeTargets[1].scrapePool must be a text, is missing'],
  ])('in a target with %j: %s', async (changed, problem) => {
    expect(await problemOf(changed)).toBe(problem);
  });

  test('a Go list that is null is empty', async () => {
    expect(await (await serve(data({ activeTargets: null }))).targets()).toMatchObject({ kind: 'ok', value: [] });
  });

  test('in a query result', async () => {
    const api = await serve(data({ resultType: 'vector', result: [{ metric: {}, value: [1, 'many'] }] }));
    expect(await api.query('up')).toMatchObject({
      problem: 'data.result[0].value[1] must be a number in a text, is "many"',
    });
  });
});

describe('query results', () => {
  test('numbers that JSON has not are read', async () => {
    const values = [
      [1.5, 'NaN'],
      [2, '+Inf'],
      [3, '-Inf'],
      [4, '1e3'],
    ];
    const api = await serve(data({ resultType: 'matrix', result: [{ metric: { a: 'b' }, values }] }));
    expect(await api.queryRange('up', { startMs: 0, endMs: 1, stepMs: 1 })).toMatchObject({
      value: {
        series: [
          {
            labels: { a: 'b' },
            points: [
              { atMs: 1_500, value: Number.NaN },
              { value: Number.POSITIVE_INFINITY },
              { value: Number.NEGATIVE_INFINITY },
              { value: 1_000 },
            ],
          },
        ],
      },
    });
  });

  test('a native histogram counts as data', async () => {
    const result = [{ metric: {}, histogram: [1, { count: '4', sum: '2', buckets: [] }] }];
    expect(await (await serve(data({ resultType: 'vector', result }))).query('h')).toMatchObject({
      value: { series: [{ points: [{ value: 4 }] }] },
    });
  });

  test('a failed query keeps its reason, and warnings come with success', async () => {
    const wrong = { status: 'error', errorType: 'bad_data', error: 'parse error' };
    expect(await (await serve(saying(400, 'application/json', JSON.stringify(wrong)))).query('(')).toMatchObject({
      kind: 'error',
      errorType: 'bad_data',
      error: 'parse error',
    });
    const warned = { status: 'success', data: { resultType: 'vector', result: [] }, warnings: ['w'], infos: ['i'] };
    expect(await (await serve(saying(200, 'application/json', JSON.stringify(warned)))).query('x')).toMatchObject({
      warnings: ['w', 'i'],
    });
  });
});

describe('who asks', () => {
  const echo: RequestListener = (request, response) => {
    response.end(String(request.headers.authorization));
  };

  test('shows its password or token in the header only', async () => {
    const basic = await serve(echo, { user: 'admin', password: new Secret('correct horse') });
    expect(await basic.metricsText()).toMatchObject({ value: `Basic ${btoa('admin:correct horse')}` });
    const bearer = await serve(echo, { token: new Secret('t0ken') });
    const answer = await bearer.metricsText();
    expect(answer).toMatchObject({ value: 'Bearer t0ken' });
    expect(answer.asked).not.toContain('t0ken');
  });
});

test('whatever JSON a server sends, the answer is a union and never a crash', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), fc.boolean(), async (value, isWrapped) => {
      const body = JSON.stringify(isWrapped ? { status: 'success', data: value } : value);
      const http: Http = {
        send: () => Promise.resolve({ kind: 'response', status: 200, headers: {}, body }),
        download: () => Promise.reject(new Error('not asked for')),
      };
      const api = prometheusApi({ http, baseUrl: 'http://p' });
      const asked = [
        api.targets(),
        api.rules(),
        api.query('up'),
        api.runtimeInfo(),
        api.series([], { startMs: 0, endMs: 1 }),
      ];
      for (const answer of await Promise.all(asked)) expect(['ok', 'unexpected', 'error']).toContain(answer.kind);
    }),
    { numRuns: 300 },
  );
});
