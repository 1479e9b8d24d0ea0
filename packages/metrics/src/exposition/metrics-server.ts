import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  either,
  misfitsOf,
  refuseProblems,
  requireOptions,
  type Shape,
  TEXT,
  TEXTS,
  withoutMisfits,
} from '../shapes.js';
import type { MetricsHandler } from './metrics-handler.js';
import { parseTokens } from './scrape-access.js';

const MAX_PORT = 65_535;

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

const SHAPES: Readonly<Record<keyof ListenOptions, Shape>> = {
  host: TEXT,
  port: {
    wanted: `a whole number from 0 to ${MAX_PORT}`,
    fits: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_PORT,
    isRequired: true,
  },
  token: { ...either(TEXT, TEXTS), isSecret: true },
};

/** What to do where the system refuses an address. */
const REFUSALS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another server has the port: stop it, or choose another one (0 takes a free one)',
  EACCES: 'this user may not have the port: choose one above 1023',
  EADDRNOTAVAIL: "this machine does not have the address: '::' is all that it has, '0.0.0.0' those of IPv4",
  EAFNOSUPPORT: "this machine has no IPv6: set host to '0.0.0.0'",
  ENOTFOUND: "the name has no address: set host to one, or to '::' for all addresses of this machine",
};

/** All that is wrong with the options comes in one error. @returns the tokens, empty where none is needed */
export function parseListenOptions(options: ListenOptions): readonly string[] {
  requireOptions('listen()', options);
  const misfits = misfitsOf(options, SHAPES);
  const { token }: Partial<ListenOptions> = withoutMisfits(options, misfits);
  const tokens = parseTokens(token);
  const problems = misfits.map(({ message }) => message);
  // A variable that is not set must not open what it was to close.
  if ('token' in options && tokens.length === 0 && !misfits.some(({ names }) => names.includes('token')))
    problems.push('token is empty; set it (an environment variable that is not there?), or leave it out on purpose');
  refuseProblems('listen()', problems);
  return tokens;
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
    const refuse = (error: NodeJS.ErrnoException) => reject(describeRefusal(error, { host, port }));
    server.once('error', refuse);
    server.listen({ host, port }, () => {
      server.off('error', refuse);
      const address = server.address();
      resolve({ port: typeof address === 'object' && address !== null ? address.port : port, close });
    });
  });
}

/** Node's own error with its code, and what to do. */
function describeRefusal(cause: NodeJS.ErrnoException, { host, port }: ListenOptions): Error {
  const { code = '', message } = cause;
  const reason = REFUSALS[code] ?? message;
  const error = new Error(`listen() cannot serve metrics on ${host} port ${port} (${code}): ${reason}.`, { cause });
  return Object.assign(error, { code });
}

function isMetricsPath({ url }: IncomingMessage): boolean {
  return /^\/metrics\/?(\?|$)/.test(url ?? '');
}

function refusePath(res: ServerResponse): void {
  res.statusCode = 404;
  res.setHeader('content-type', 'text/plain; charset=utf-8');
  res.end('The metrics are at /metrics.\n');
}
