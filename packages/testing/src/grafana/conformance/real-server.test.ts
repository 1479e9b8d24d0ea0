import { createServer, type Server as HttpServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { readBody } from '../http.js';
import { startGrafana } from '../stand-in.js';
import { askServer } from './conformance.js';
import { standInDifferences } from './known-differences.js';
import { probes } from './probes/index.js';
import { realServer } from './real-server.js';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const tokens = { admin: 'token-of-admin', viewer: 'token-of-viewer' };

async function listening(server: HttpServer): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

/** The stand-in with what it does not play itself: service accounts, made by a user with a password. */
async function grafanaWithAccounts() {
  const grafana = await startGrafana({ tokens });
  closing.push(() => grafana.stop());
  const asked: string[] = [];
  const front = createServer((request, response) => {
    void forward(grafana.url, asked, request).then(({ status, type, text }) => {
      response.writeHead(status, { 'content-type': type }).end(text);
    });
  });
  return { grafana, asked, url: await listening(front) };
}

async function forward(url: string, asked: string[], request: IncomingMessage) {
  const { method = 'GET', url: path = '/', headers } = request;
  const body = await readBody(request);
  if (path.startsWith('/api/serviceaccounts')) {
    asked.push(`${method} ${path} ${headers.authorization}`);
    const id = /Admin/.test(body) ? 1 : 2;
    const key = path.includes('/1/') ? tokens.admin : tokens.viewer;
    return { status: 200, type: 'application/json', text: JSON.stringify(path.endsWith('/tokens') ? { key } : { id }) };
  }
  const passedOn = ['authorization', 'x-grafana-org-id'].flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  const sent = method === 'GET' ? {} : { body };
  const response = await fetch(url + path, { method, headers: Object.fromEntries(passedOn), ...sent });
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, text: await response.text() };
}

describe('a server that is there', () => {
  const basic = 'Basic YWRtaW46YWRtaW4=';

  test('gets service accounts for the probes, which are gone afterwards', async () => {
    const { url, asked, grafana } = await grafanaWithAccounts();
    const server = await realServer({ url, authorization: basic, prometheusUrl: undefined, prefix: 'own-' });
    expect(server.version).toBe('12.4.3');
    const verdicts = await askServer(server, { probes, prefix: 'own-', told: () => {}, isStopped: () => false });
    expect(verdicts.filter(({ kind, probe }) => kind === 'failed' && !(probe.id in standInDifferences))).toEqual([]);
    expect(verdicts.find(({ probe }) => probe.id === 'access/viewer-saves')).toMatchObject({ kind: 'passed' });
    expect(asked.map((line) => line.replace(` ${basic}`, ''))).toEqual([
      'POST /api/serviceaccounts',
      'POST /api/serviceaccounts/1/tokens',
      'POST /api/serviceaccounts',
      'POST /api/serviceaccounts/2/tokens',
      'DELETE /api/serviceaccounts/1',
      'DELETE /api/serviceaccounts/2',
    ]);
    expect(grafana.state()).toMatchObject({ dashboards: [], folders: [], datasources: [], annotations: [] });
  });

  test('tells its version to who is signed in when it hides it from others', async () => {
    const { url, grafana } = await grafanaWithAccounts();
    grafana.misbehave({ kind: 'version-hidden' });
    const authorization = `Bearer ${tokens.admin}`;
    expect(await realServer({ url, authorization, prometheusUrl: undefined, prefix: 'own-' })).toMatchObject({
      version: '12.4.3',
    });
  });

  test('is refused by name when it is another product', async () => {
    const url = await listening(createServer((_request, response) => response.end('<h1>It works!</h1>')));
    const asking = realServer({ url, authorization: basic, prometheusUrl: undefined, prefix: 'own-' });
    await expect(asking).rejects.toThrow(`${url} is not Grafana: GET /api/health answered 200.`);
  });
});
