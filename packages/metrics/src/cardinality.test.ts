import { Agent, METHODS as PARSER_METHODS, request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import { Registry } from 'prom-client';
import { closeProbeApps, MEASURED_VERSIONS, type ProbeApp, serveProbeApp } from '../test/probe-app.js';
import { type Scrape, scrapeUntil, send, serve, sumOf } from '../test/served-app.js';
import { METHODS, metrics } from './index.js';

afterEach(closeProbeApps);

const REQUESTS = 2000;

/** Every route of the probe app × a few methods and statuses stays far below this. */
const SERIES_LIMIT = 150;

interface Hostile {
  readonly method: string;
  readonly target: string;
}

describe.each(MEASURED_VERSIONS)('a hostile client on $name', (version) => {
  let app: ProbeApp;

  beforeEach(async () => {
    app = await serveProbeApp(version);
  });

  test('cannot make series with paths, queries, methods and parameters', async () => {
    const methods = PARSER_METHODS.filter((method) => method !== 'CONNECT');
    const scrape = await attack(app, (i) => ({
      method: methods[i % methods.length] ?? 'GET',
      target:
        [`/api/users/${word(i)}`, `/${word(i)}/${word(i + 1)}.php`, `/?${word(i)}=1`, `/static/${word(i)}`][i % 4] ??
        '/',
    }));
    expect(seriesOf(scrape)).toBeLessThan(SERIES_LIMIT);
  });

  test('cannot make series with mounts, hosts, letter case and encodings', async () => {
    const scrape = await attack(app, (i) => ({
      method: 'GET',
      target:
        [
          `/t/${word(i)}/things/1`,
          `http://${word(i)}.example/t/${word(i)}/things/${word(i)}`,
          randomCase('/api/users/1', i),
          `/wrapped/${word(i)}`,
          `/sub/inner/${word(i)}/throw`,
          `/flights/${word(i)}-${word(i + 1)}/seats`,
          `/t/%${(i % 256).toString(16).padStart(2, '0')}${word(i)}/things/%zz`,
          `/guard/${word(i)}`,
          `//t//${word(i)}/../${word(i)}`,
        ][i % 9] ?? '/',
    }));
    expect(seriesOf(scrape)).toBeLessThan(SERIES_LIMIT);
    expect([...scrape.keys()].filter((key) => /w[a-z0-9]+x\d/i.test(key))).toEqual([]);
  });
});

test('each method of the closed set counts under its own name, and others under one', async () => {
  const m = metrics({ registry: new Registry(), env: {} });
  const app = express();
  app.use('/metrics', m.handler());
  m.instrument(app);
  app.all('/any', (_req, res) => void res.end());
  const server = await serve(app);
  // Node hands CONNECT to a listener of its own: no Express app sees it.
  const sent = [...METHODS.filter((method) => method !== 'CONNECT' && method !== 'OTHER'), 'PROPFIND'];
  for (const method of sent) await send(server.port, method, '/any');
  const scrape = await scrapeUntil(
    `${server.url}/metrics`,
    (seen) => sumOf(seen, 'http_requests_total') === sent.length,
  );
  await server.close();
  const counted = [...scrape].filter(([key]) => key.startsWith('http_requests_total{'));
  expect(counted).toEqual(
    [...sent.slice(0, -1), 'OTHER'].map((method) => [
      `http_requests_total{method="${method}",route="/any",status_code="200"}`,
      1,
    ]),
  );
});

test('past maxSeries further label sets are added up, and no request is lost', async () => {
  const [version] = MEASURED_VERSIONS.slice(-1);
  if (version === undefined) throw new Error('no Express version');
  const app = await serveProbeApp(version, { maxSeries: 8 });
  const scrape = await attack(app, (i) => ({
    method: i % 2 === 0 ? 'GET' : 'POST',
    target: `/api/users${['', '/1', '/1/throw'][i % 3]}`,
  }));
  expect(sumOf(scrape, 'http_requests_total')).toBe(REQUESTS);
  const overflow = [...scrape.keys()].filter((key) =>
    key.startsWith('http_requests_total{method="OTHER",route="overflow"'),
  );
  expect(seriesOf(scrape)).toBe(3 + overflow.length);
  expect(seriesOf(scrape)).toBeLessThanOrEqual(8);
  expect(overflow.length).toBeGreaterThan(0);
  expect(overflow.every((key) => /status_code="[245]xx"/.test(key))).toBe(true);
});

async function attack(app: ProbeApp, hostile: (i: number) => Hostile): Promise<Scrape> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  await Promise.all(Array.from({ length: REQUESTS }, (_, i) => answer(agent, app.port, hostile(i))));
  agent.destroy();
  return await scrapeUntil(app.metricsUrl, (scrape) => sumOf(scrape, 'http_requests_total') === REQUESTS);
}

function answer(agent: Agent, port: number, { method, target }: Hostile): Promise<void> {
  return new Promise((resolve, reject) => {
    const req = request({ agent, port, host: '127.0.0.1', method, path: target }, (res) => {
      res.resume();
      res.on('end', resolve);
    });
    req.on('error', reject);
    req.end();
  });
}

function seriesOf(scrape: Scrape): number {
  return [...scrape.keys()].filter((key) => key.startsWith('http_requests_total')).length;
}

/** Different for every number, and recognisable in a label. */
function word(i: number): string {
  return `w${(i * 7919).toString(36)}x${i}`;
}

function randomCase(text: string, seed: number): string {
  return [...text].map((char, at) => ((seed >> (at % 11)) & 1 ? char.toUpperCase() : char)).join('');
}
