import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Agent, MockAgent } from 'undici';
import { diskFiles } from './disk-files.js';
import { download } from './download.js';

let server: Server;
let base: string;
let folder: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/moved') response.writeHead(302, { location: '/file' }).end();
    else if (request.url === '/round') response.writeHead(302, { location: '/round' }).end();
    else if (request.url === '/stalls') response.writeHead(200, { 'content-length': '10' }).write('12345');
    else if (request.url === '/file') response.writeHead(200, { 'content-length': '10' }).end('1234567890');
    else response.writeHead(404).end('nothing');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(async () => {
  folder = await diskFiles.makeTemporaryFolder();
});
afterEach(() => diskFiles.removeFolder(folder));

const dispatcherFor = () => undefined;

describe('a download', () => {
  test('follows redirects, writes the file and tells how much has come', async () => {
    const seen: [number, number | undefined][] = [];
    const path = `${folder}/file`;
    const onProgress = (...piece: [number, number | undefined]) => seen.push(piece);
    const answer = await download({ url: `${base}/moved`, path, dispatcherFor, onProgress });
    expect(answer.kind).toBe('downloaded');
    expect(await diskFiles.readText(path)).toBe('1234567890');
    expect(seen.at(-1)).toEqual([10, 10]);
  });

  test('that is missing, or is sent round in a circle, ends', async () => {
    const path = `${folder}/file`;
    expect(await download({ url: `${base}/none`, path, dispatcherFor })).toMatchObject({ status: 404 });
    expect(await download({ url: `${base}/round`, path, dispatcherFor })).toMatchObject({ kind: 'unreachable' });
    expect(await diskFiles.exists(path)).toBe(false);
  });

  test('that brings nothing more for a while is given up, however much had come', async () => {
    const wanted = { url: `${base}/stalls`, path: `${folder}/file`, dispatcherFor, stallTimeoutMs: 100 };
    expect(await download(wanted)).toMatchObject({ kind: 'unreachable', reason: 'timeout' });
  });

  test('is not followed from https to http', async () => {
    const secure = new MockAgent();
    secure.disableNetConnect();
    const location = `${base}/file`;
    secure.get('https://releases.test').intercept({ path: '/file' }).reply(302, '', { headers: { location } });
    const route = (url: string) => (url.startsWith('https:') ? secure : new Agent());
    const path = `${folder}/file`;
    expect(await download({ url: 'https://releases.test/file', path, dispatcherFor: route })).toEqual({
      kind: 'unreachable',
      reason: 'insecure',
      detail: `redirected to ${base}, which has no TLS`,
    });
    expect(await diskFiles.exists(path)).toBe(false);
  });
});
