import http from 'node:http';
import net from 'node:net';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import type { Platform } from '../platform/platform.js';
import { forwardRequest, forwardUpgrade } from './forward-http.js';
import { chooseMachine, findRoute, type Route } from './routing.js';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

interface Arrival {
  readonly route: Route;
  readonly isEncrypted: boolean;
}

/** Fly Proxy, reached by CONNECT: https://<app>.fly.dev and every other service port, on a unix socket. */
export function serveEdge(file: string, platform: Platform, certificate: Certificate): Promise<net.Server> {
  const context = tls.createSecureContext({ key: certificate.key, cert: certificate.cert });
  const arrivals = new WeakMap<object, Arrival>();
  const web = http.createServer((request, response) => {
    const arrival = arrivals.get(request.socket);
    if (arrival !== undefined) void forwardRequest({ request, response }, arrival);
  });
  web.on('upgrade', (request: http.IncomingMessage, socket: Duplex, head: Buffer) => {
    const arrival = arrivals.get(request.socket);
    if (arrival !== undefined) void forwardUpgrade({ request, socket, head }, arrival);
  });
  const door = http.createServer((request, response) => void servePlain(platform, { request, response }));
  door.on('connect', (request: http.IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy());
    const at = parseAuthority(request.url ?? '');
    const route = findRoute(platform, at);
    if (typeof route === 'string') return void socket.end(REFUSALS[route]);
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    const isEncrypted = route.port.handlers.includes('tls');
    const inner = isEncrypted
      ? new tls.TLSSocket(asSocket(socket), { isServer: true, secureContext: context })
      : asSocket(socket);
    inner.on('error', () => inner.destroy());
    if (!route.port.handlers.includes('http')) return void forwardRaw(inner, route);
    arrivals.set(inner, { route, isEncrypted });
    web.emit('connection', inner);
  });
  return new Promise((resolve) => door.listen(file, () => resolve(door)));
}

const REFUSALS = {
  'no-such-name': 'HTTP/1.1 502 Bad Gateway\r\nX-Standin: could not resolve host\r\n\r\n',
  refused: 'HTTP/1.1 502 Bad Gateway\r\nX-Standin: connection refused\r\n\r\n',
} as const;

/** http://<app>.fly.dev through a proxy comes as a whole URL instead of a CONNECT. */
async function servePlain(
  platform: Platform,
  call: { request: http.IncomingMessage; response: http.ServerResponse },
): Promise<void> {
  const url = URL.canParse(call.request.url ?? '') ? new URL(call.request.url ?? '') : undefined;
  const route =
    url === undefined ? 'no-such-name' : findRoute(platform, { host: url.hostname, port: Number(url.port || 80) });
  if (typeof route === 'string' || url === undefined) return void call.response.writeHead(502).end();
  call.request.url = url.pathname + url.search;
  await forwardRequest(call, { route, isEncrypted: false });
}

async function forwardRaw(inner: net.Socket, route: Route): Promise<void> {
  const chosen = await chooseMachine(route);
  const inside = chosen?.machine.connect(chosen.service.internal_port, 4);
  if (inside === undefined) return void inner.destroy();
  inner.pipe(inside).pipe(inner);
  inside.on('error', () => inner.destroy());
  inner.on('close', () => inside.destroy());
}

function parseAuthority(text: string): { host: string; port: number } {
  const cut = text.lastIndexOf(':');
  return { host: text.slice(0, cut).toLowerCase(), port: Number(text.slice(cut + 1)) };
}

function asSocket(socket: Duplex): net.Socket {
  if (socket instanceof net.Socket) return socket;
  throw new Error('the edge listens on sockets only');
}
