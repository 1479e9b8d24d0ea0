import { readFileSync } from 'node:fs';
import http from 'node:http';
import type net from 'node:net';
import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { echoProject, startTrial, type Trial } from './trial.js';

// Real processes on a computer that others use too.
jest.setTimeout(30_000);

const WEB = '[http_service]\ninternal_port = 8080\nforce_https = true\n';
const METRICS =
  '[[services]]\ninternal_port = 8080\nprotocol = "tcp"\n[[services.ports]]\nport = 9091\nhandlers = ["tls", "http"]\n';

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
});
afterAll(() => trial.stop());

async function deployed(app: string, toml: string): Promise<void> {
  await trial.flyctl(['apps', 'create', app]);
  const result = await trial.flyctl(['deploy'], { cwd: echoProject(trial, app, toml) });
  if (result.code !== 0) throw new Error(result.stderr);
}

/** A TLS connection to the app's name, made through the proxy as a client with HTTPS_PROXY does. */
async function connect(authority: string): Promise<tls.TLSSocket> {
  const proxy = new URL(trial.fly.edge.url);
  const request = http.request({ host: proxy.hostname, port: proxy.port, method: 'CONNECT', path: authority }).end();
  const [answer, socket] = await new Promise<[http.IncomingMessage, net.Socket]>((resolve, reject) => {
    request.on('connect', (response, found) => resolve([response, found]));
    request.on('error', reject);
  });
  if (answer.statusCode !== 200)
    throw new Error(`proxy answered ${String(answer.statusCode)}: ${String(answer.headers['x-standin'])}`);
  const servername = authority.replace(/:\d+$/, '');
  return tls.connect({ socket, servername, ca: readFileSync(trial.fly.edge.certificateFile) });
}

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

async function get(authority: string, path = '/'): Promise<Answer> {
  const socket = await connect(authority);
  return await read(
    http.get({ createConnection: () => socket, path, headers: { host: authority, connection: 'close' } }),
  );
}

function read(request: http.ClientRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
  });
}

describe('the edge', () => {
  test('answers for the app under its public name with a certificate, and marks what came through it', async () => {
    await deployed('web', WEB);
    const answer = await get('web.fly.dev:443', '/a?b=1');
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({ via: '1.1 fly.io', 'fly-request-id': expect.stringMatching(/-nrt$/) });
    expect(JSON.parse(answer.body)).toMatchObject({
      url: '/a?b=1',
      headers: {
        host: 'web.fly.dev:443',
        'fly-client-ip': expect.any(String),
        'fly-forwarded-port': '443',
        'fly-region': 'nrt',
        'fly-request-id': expect.any(String),
        'x-forwarded-proto': 'https',
        'x-forwarded-for': expect.any(String),
        via: '1.1 fly.io',
      },
    });
  });

  test('sends plain HTTP on to HTTPS where the service says so', async () => {
    const proxy = new URL(trial.fly.edge.url);
    const answer = await read(
      http.get({
        host: proxy.hostname,
        port: proxy.port,
        path: 'http://web.fly.dev/x',
        headers: { host: 'web.fly.dev' },
      }),
    );
    expect([answer.status, answer.headers.location]).toEqual([301, 'https://web.fly.dev/x']);
  });

  test('spreads requests over the machines', async () => {
    const ids = new Set<string>();
    for (let count = 0; count < 40; count += 1)
      ids.add(JSON.parse((await get('web.fly.dev:443')).body).env.FLY_MACHINE_ID);
    expect(ids.size).toBe(2);
  });

  test('carries WebSockets', async () => {
    const socket = await connect('web.fly.dev:443');
    const request = http.get({
      createConnection: () => socket,
      headers: { host: 'web.fly.dev', connection: 'Upgrade', upgrade: 'echo' },
    });
    const open = await new Promise<net.Socket>((resolve, reject) =>
      request.on('error', reject).on('upgrade', (_answer, found) => resolve(found)),
    );
    open.write('ping');
    expect(String(await new Promise((resolve) => open.once('data', resolve)))).toBe('ping');
    open.destroy();
  });

  test('has no name without an address, and no port without a service', async () => {
    await deployed('ports', METRICS);
    await expect(get('ports.fly.dev:9091')).rejects.toThrow('could not resolve host');
    await trial.flyctl(['ips', 'allocate-v6', '-a', 'ports']);
    expect(JSON.parse((await get('ports.fly.dev:9091', '/metrics')).body)).toMatchObject({
      url: '/metrics',
      headers: { 'fly-forwarded-port': '9091' },
    });
    await expect(get('ports.fly.dev:443')).rejects.toThrow('connection refused');
    await expect(get('nobody.fly.dev:443')).rejects.toThrow('could not resolve host');
  });

  test('wakes a sleeping group, and does not where it must not', async () => {
    await deployed('sleepy', `${WEB}auto_stop_machines = "stop"\n`);
    await trial.fly.sleepGroup('sleepy', 'app');
    await expect(trial.fly.fetchInside('http://sleepy.internal:8080/')).rejects.toThrow('ENOTFOUND');
    expect((await get('sleepy.fly.dev:443')).status).toBe(200);
    await deployed('coma', `${WEB}auto_start_machines = false\n`);
    await trial.fly.sleepGroup('coma', 'app');
    expect((await get('coma.fly.dev:443')).status).toBe(503);
  });

  test('says 502 when the machine refuses the connection', async () => {
    await deployed('wrong', '[http_service]\ninternal_port = 9999\n');
    expect((await get('wrong.fly.dev:443')).status).toBe(502);
  });
});
