import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { MetricsHandler } from './metrics-handler.js';

export interface ListenOptions {
  /** Default: `::`, every address of both families; on Fly the private network needs it. */
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Every scrape needs it as `Authorization: Bearer`. Default: none, whoever can connect may scrape. */
  readonly token?: string | readonly string[];
}

/** A server that answers metrics and nothing else. */
export interface MetricsServer {
  readonly port: number;
  /** Ends at once, also what is being sent. */
  close(): Promise<void>;
}

/** Serves `/metrics` on a port of its own, so that the port of the app need not be open for scrapers. */
export function listen(handler: MetricsHandler, { host = '::', port }: ListenOptions): Promise<MetricsServer> {
  const server = createServer((req, res) => (isMetricsPath(req) ? handler(req, res) : refusePath(res)));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve({ port: typeof address === 'object' && address !== null ? address.port : port, close });
    });
  });
}

function isMetricsPath({ url }: IncomingMessage): boolean {
  return /^\/metrics\/?(\?|$)/.test(url ?? '');
}

function refusePath(res: ServerResponse): void {
  res.statusCode = 404;
  res.setHeader('content-type', 'text/plain; charset=utf-8');
  res.end('The metrics are at /metrics.\n');
}
