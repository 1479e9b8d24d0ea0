import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import tls from 'node:tls';
import { afterEach, expect, test } from '@jest/globals';
import { generate } from 'selfsigned';
import { createOutbound } from './outbound.js';

let proxy: Server | undefined;
const tunnels = new Set<Socket>();
afterEach(async () => {
  // Sockets handed over by CONNECT are no longer the server's to close.
  for (const tunnel of tunnels) {
    tunnel.destroy();
  }
  tunnels.clear();
  await new Promise((resolve) => proxy?.close(resolve));
});

/** A proxy behind which one name answers over TLS, and nothing else exists. */
async function proxyTo(name: string): Promise<{ proxyUrl: string; caPem: string }> {
  const extensions = [
    { name: 'basicConstraints' as const, cA: true },
    { name: 'subjectAltName' as const, altNames: [{ type: 2 as const, value: name }] },
  ];
  const pair = await generate([{ name: 'commonName', value: name }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions,
  });
  const secureContext = tls.createSecureContext({ key: pair.private, cert: pair.cert });
  const behind = createServer((request, response) =>
    response.end(`${String(request.headers.host)}${String(request.url)}`),
  );
  proxy = createServer();
  proxy.on('connect', (request, socket: Socket) => {
    if (request.url !== `${name}:443`) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    tunnels.add(socket);
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    const inside = new tls.TLSSocket(socket, { isServer: true, secureContext });
    inside.on('error', () => inside.destroy());
    behind.emit('connection', inside);
  });
  await new Promise<void>((resolve) => proxy?.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { proxyUrl: `http://127.0.0.1:${port}`, caPem: pair.cert };
}

const get = { method: 'GET', headers: {}, body: '' } as const;

test('reaches a name that only the proxy knows, by its certificate', async () => {
  const outbound = createOutbound(await proxyTo('app.fly.test'));
  const answer = await outbound({ ...get, url: 'https://app.fly.test/api/v1/query?x=1' });
  expect(answer).toEqual({ status: 200, text: 'app.fly.test/api/v1/query?x=1' });
});

test('fails when the proxy does not know the name, or the certificate is not trusted', async () => {
  const { proxyUrl, caPem } = await proxyTo('app.fly.test');
  await expect(createOutbound({ proxyUrl, caPem })({ ...get, url: 'https://other.fly.test/' })).rejects.toThrow('403');
  await expect(createOutbound({ proxyUrl })({ ...get, url: 'https://app.fly.test/' })).rejects.toThrow(/self.signed/);
});
