import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GrafanaOptions } from '@fly-monitoring/testing/grafana';
import { afterEach, describe, expect, test } from '@jest/globals';
import { startedGrafana } from '../../test/edges.js';
import { queryPanel } from './query-panel.js';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

/** A Prometheus that says one thing; what it was asked is kept. */
async function prometheus(status: number, answer: object): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      asked.push(`${request.url} ${new URLSearchParams(body).get('query')}`);
      response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
      response.end(JSON.stringify(answer));
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const vector = (...values: readonly string[]) => ({
  status: 'success',
  data: { resultType: 'vector', result: values.map((value, i) => ({ metric: { i: `${i}` }, value: [1, value] })) },
});

async function ask(
  status: number,
  answer: object,
  { uid = 'prometheus', ...options }: Partial<GrafanaOptions> & { readonly uid?: string } = {},
) {
  const { url, asked } = await prometheus(status, answer);
  const { transport } = await startedGrafana({ prometheusUrl: url, ...options });
  const question = { datasourceUid: uid, expr: 'rate(x[$__rate_interval])' };
  return { answer: await queryPanel(transport, question), asked };
}

describe('a panel asked through Grafana', () => {
  test('shows the value of each series now', async () => {
    const { answer, asked } = await ask(200, vector('1', '0', '2.5'));
    expect(answer).toEqual({ kind: 'ok', value: [1, 0, 2.5] });
    expect(asked).toEqual(['/api/v1/query rate(x[60s])']);
  });

  test('shows what JSON cannot say', async () => {
    const { answer } = await ask(200, vector('NaN', '+Inf', '-Inf', '3'));
    expect(answer).toEqual({ kind: 'ok', value: [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 3] });
  });

  test('shows nothing where there is nothing', async () => {
    expect((await ask(200, vector())).answer).toEqual({ kind: 'ok', value: [] });
  });

  test('passes on what Prometheus says of a wrong query', async () => {
    const { answer } = await ask(400, { status: 'error', errorType: 'bad_data', error: 'parse error' });
    expect(answer).toMatchObject({ kind: 'refused', reason: 'query-failed', message: 'bad_data: parse error' });
  });

  test('and so where a failed query is told in a 207', async () => {
    const toggles = ['datasourceQueryMultiStatus'] as const;
    const { answer } = await ask(400, { status: 'error', errorType: 'bad_data', error: 'parse error' }, { toggles });
    expect(answer).toMatchObject({
      kind: 'refused',
      status: 207,
      reason: 'query-failed',
      message: 'bad_data: parse error',
    });
    expect((await ask(200, vector('1'), { toggles })).answer).toEqual({ kind: 'ok', value: [1] });
  });

  test('with a data source that is not there is not found', async () => {
    expect((await ask(200, vector('1'), { uid: 'other' })).answer).toMatchObject({ kind: 'not-found', status: 404 });
  });
});
