import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ClientHttp2Session, connect, createServer, type Http2Server } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { Registry } from 'prom-client';
import { metrics } from './index.js';

const open: { close(): unknown }[] = [];

afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

/** A plain handler on Node's HTTP/2: Express itself has none. */
async function serve(): Promise<ClientHttp2Session> {
  const m = metrics({ registry: new Registry(), env: {}, sizes: true });
  const server: Http2Server = createServer((http2Request, http2Response) => {
    // Node's "compatibility API" promises what is used of them.
    const [req, res] = [http2Request, http2Response] as unknown as [IncomingMessage, ServerResponse];
    m(req, res, () => {
      if (req.url === '/metrics') m.handler()(req, res);
      else if (req.url === '/begun') res.write('…');
      else if (req.url !== '/silent') setTimeout(() => res.end('ok'), 5);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  open.push(session, server);
  return session;
}

async function get(session: ClientHttp2Session, path: string): Promise<string> {
  const stream = session.request({ ':path': path });
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function scrapeUntil(session: ClientHttp2Session, line: string): Promise<string[]> {
  for (;;) {
    const lines = (await get(session, '/metrics')).split('\n');
    if (lines.includes(line)) return lines;
  }
}

const COUNTED = 'http_requests_total{method="GET",route="unmatched",status_code=';

test('requests that share an HTTP/2 connection are counted one by one, without the bytes of the others', async () => {
  const session = await serve();
  await Promise.all(Array.from({ length: 20 }, () => get(session, '/')));
  const lines = await scrapeUntil(session, 'http_requests_in_flight 0');
  expect(lines).toContain(`${COUNTED}"200"} 20`);
  expect(lines.filter((line) => line.startsWith('http_request_size_bytes_'))).toEqual([]);
});

test.each(['/silent', '/begun'])('a cancelled stream of %s is counted as 499', async (path) => {
  const session = await serve();
  const stream = session.request({ ':path': path });
  stream.on('error', () => {});
  await scrapeUntil(session, 'http_requests_in_flight 1');
  stream.destroy();
  const lines = await scrapeUntil(session, 'http_requests_in_flight 0');
  expect(lines.filter((line) => line.startsWith(COUNTED))).toEqual([`${COUNTED}"499"} 1`]);
});
