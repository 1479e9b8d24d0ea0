import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Exporter {
  /** host:port, as it stands in static_configs. */
  readonly address: string;
  stop(): Promise<void>;
}

/** A small service on a free port of the loopback; `host` is 127.0.0.1 or ::1. */
export async function startExporter(answer: RequestListener, host = '127.0.0.1'): Promise<Exporter> {
  const server = createServer(answer);
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** Ways in which a service answers a scrape. */
export const answers = {
  metrics: (_request, response) => {
    response.setHeader('content-type', 'text/plain; version=0.0.4');
    response.end('# TYPE demo_total counter\ndemo_total{path="/"} 3\n');
  },
  empty: (_request, response) => {
    response.setHeader('content-type', 'text/plain; version=0.0.4');
    response.end('');
  },
  page: (_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><html><body>Welcome</body></html>\n');
  },
  json: (_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end('{"demo_total": 3}\n');
  },
  notFound: (_request, response) => {
    response.statusCode = 404;
    response.end('no such path\n');
  },
  unauthorized: (_request, response) => {
    response.statusCode = 401;
    response.end('token, please\n');
  },
  broken: (_request, response) => {
    response.statusCode = 500;
    response.end('exception\n');
  },
  silent: () => {},
  hangUp: (request) => {
    request.socket.destroy();
  },
} satisfies Record<string, RequestListener>;
