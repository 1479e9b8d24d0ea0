import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { EDGE_SOCKET, OUTSIDE_SOCKET } from './platform/start-order.js';

/** Names the platform's edge answers for; anything else is fetched from where it really is. */
const EDGE_NAME = /^[a-z0-9-]+\.fly\.dev:\d+$/i;

/** The HTTP proxy on 127.0.0.1 that leads programs of this computer to `https://<app>.fly.dev`. */
export async function openEdgeBridge(folder: string): Promise<string> {
  const edge = path.join(folder, EDGE_SOCKET);
  const server = http.createServer((request, response) => {
    const inside = http.request({
      socketPath: edge,
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      headers: request.headers,
    });
    inside.on('error', () => response.destroy());
    inside.on('response', (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers)));
    request.pipe(inside);
  });
  server.on('connect', (request: http.IncomingMessage, socket: Duplex, head: Buffer) => {
    const authority = request.url ?? '';
    const isEdge = EDGE_NAME.test(authority);
    const far = isEdge ? net.connect(edge) : connectTo(authority);
    if (isEdge) far.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`);
    else far.once('connect', () => socket.write('HTTP/1.1 200 Connection Established\r\n\r\n'));
    far.write(head);
    join(socket, far);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${portOf(server)}`;
}

/** Lets machines reach servers of this computer under the names they have outside Fly. */
export async function openOutsideBridge(folder: string, servers: Readonly<Record<string, string>>): Promise<void> {
  const server = net.createServer((socket) => {
    socket.once('data', (chunk: Buffer) => {
      const end = chunk.indexOf('\n');
      const far = connectTo(servers[chunk.subarray(0, end).toString()] ?? '');
      far.write(chunk.subarray(end + 1));
      join(socket, far);
    });
  });
  await new Promise<void>((resolve) => server.listen(path.join(folder, OUTSIDE_SOCKET), resolve));
}

function connectTo(authority: string): net.Socket {
  const cut = authority.lastIndexOf(':');
  return net.connect({ host: authority.slice(0, cut).replace(/^\[|\]$/g, ''), port: Number(authority.slice(cut + 1)) });
}

function join(near: Duplex, far: Duplex): void {
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
  near.pipe(far).pipe(near);
}

function portOf(server: net.Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
