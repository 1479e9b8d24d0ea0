import type { IncomingMessage, ServerResponse } from 'node:http';
import { acceptsGzip, CONTENT_TYPES, selectFormat } from './accept.js';
import type { Exposition } from './exposition.js';
import type { ScrapeAccess, ScrapeAccessRule } from './scrape-access.js';
import { sendRendering } from './send-rendering.js';

/** Answers `/metrics`; fits Express and `http.createServer` alike. */
export type MetricsHandler = (req: IncomingMessage, res: ServerResponse) => void;

interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const REFUSALS: Readonly<Record<Exclude<ScrapeAccess, 'granted'>, Refusal>> = {
  'no-token-set': {
    status: 403,
    message: 'Metrics are only served over the private network, because no METRICS_TOKEN is set.',
  },
  'token-needed': {
    status: 401,
    message:
      'The metrics need "Authorization: Bearer" with a valid token here: of METRICS_TOKEN (metricsToken), or of listen().',
    headers: { 'www-authenticate': 'Bearer realm="metrics"' },
  },
};

const METHOD_REFUSAL: Refusal = {
  status: 405,
  message: 'Metrics answer GET and HEAD.',
  headers: { allow: 'GET, HEAD' },
};

export interface MetricsHandlerParts {
  readonly exposition: Exposition;
  readonly access: ScrapeAccessRule;
  /** Told of each response that is a scrape and not a refusal, before the values are collected. May throw. */
  readonly onScrape: (res: ServerResponse) => void;
}

export function createMetricsHandler({ exposition, access, onScrape }: MetricsHandlerParts): MetricsHandler {
  return (req, res) => {
    const refusal = selectRefusal(req, access);
    if (refusal === undefined) void answerScrape(req, res, { exposition, onScrape });
    else refuse(req, res, refusal);
  };
}

function selectRefusal(req: IncomingMessage, access: ScrapeAccessRule): Refusal | undefined {
  if (req.method !== 'GET' && req.method !== 'HEAD') return METHOD_REFUSAL;
  const decision = access.decide(req.headers);
  return decision === 'granted' ? undefined : REFUSALS[decision];
}

/** A collector that throws costs the scrape, which then tells why, and nothing else. */
async function answerScrape(
  req: IncomingMessage,
  res: ServerResponse,
  { exposition, onScrape }: Pick<MetricsHandlerParts, 'exposition' | 'onScrape'>,
): Promise<void> {
  try {
    onScrape(res);
    const format = selectFormat(req.headers.accept);
    const gzip = acceptsGzip(header(req.headers['accept-encoding']));
    const reader = exposition.open({ format, gzip });
    res.setHeader('content-type', CONTENT_TYPES[format]);
    res.setHeader('vary', 'accept, accept-encoding');
    if (gzip) res.setHeader('content-encoding', 'gzip');
    await sendRendering(req, res, reader).finally(() => reader.leave());
  } catch (error) {
    fail(req, res, error);
  }
}

/** Once a part was sent, only a broken connection tells a scraper that the rest will not come. */
function fail(req: IncomingMessage, res: ServerResponse, error: unknown): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  for (const name of ['content-encoding', 'content-length', 'vary']) res.removeHeader(name);
  const reason = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  refuse(req, res, { status: 500, message: `The metrics could not be collected: ${String(reason)}` });
}

function refuse(req: IncomingMessage, res: ServerResponse, { status, message, headers = {} }: Refusal): void {
  const body = `${message}\n`;
  if (res.headersSent || res.destroyed) return;
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.statusCode = status;
  res.setHeader('content-type', 'text/plain; charset=utf-8');
  res.setHeader('content-length', Buffer.byteLength(body));
  res.end(req.method === 'HEAD' ? undefined : body);
}

function header(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join() : value;
}
