import { createServer, type Server } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { diskFiles } from './disk-files.js';
import { undiciHttp } from './undici-http.js';

const http = undiciHttp();
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/slow') return;
    if (request.url === '/moved') {
      response.writeHead(302, { location: '/elsewhere' }).end();
      return;
    }
    request.pipe(response.writeHead(201, { 'X-Seen': `${request.method} ${request.headers['x-mine']}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('undiciHttp', () => {
  test('sends method, headers and body, and gives the answer with lower-case header names', async () => {
    const answer = await http.send({ url: base, method: 'POST', headers: { 'x-mine': 'yes' }, body: '{"a":1}' });
    expect(answer).toMatchObject({ kind: 'response', status: 201, body: '{"a":1}', headers: { 'x-seen': 'POST yes' } });
  });

  test('does not follow a redirect, which could carry credentials to another host', async () => {
    expect(await http.send({ url: `${base}/moved` })).toMatchObject({
      status: 302,
      headers: { location: '/elsewhere' },
    });
  });

  test('a refused connection, an unknown name and silence are outcomes with their reason', async () => {
    const port = await diskFiles.freePort();
    expect(await http.send({ url: `http://127.0.0.1:${port}/` })).toMatchObject({
      kind: 'unreachable',
      reason: 'refused',
    });
    expect(await http.send({ url: 'http://no-such-host.invalid/' })).toMatchObject({
      kind: 'unreachable',
      reason: 'dns',
    });
    expect(await http.send({ url: `${base}/slow`, timeoutMs: 100 })).toEqual({
      kind: 'unreachable',
      reason: 'timeout',
      detail: 'no answer within 100 ms',
    });
  });

  test('a connection closed in the middle is a reset', async () => {
    const closing = createTcpServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => closing.listen(0, '127.0.0.1', resolve));
    const address = closing.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const answer = await http.send({ url: `http://127.0.0.1:${port}/` });
    closing.close();
    expect(answer).toMatchObject({ kind: 'unreachable', reason: 'reset' });
  });

  test('downloads a file and tells its digest', async () => {
    const folder = await diskFiles.makeTemporaryFolder();
    const answer = await http.download(`${base}/file`, `${folder}/file`);
    await diskFiles.removeFolder(folder);
    const sha256OfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect(answer).toEqual({ kind: 'downloaded', sha256: sha256OfNothing });
  });
});
