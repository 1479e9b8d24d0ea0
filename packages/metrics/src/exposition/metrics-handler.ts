import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MetricsRegistry } from '../store/registry.js';
import { CONTENT_TYPES, selectFormat } from './accept.js';
import { type ReadFamily, readFamily } from './family-reader.js';
import { renderExposition } from './render-exposition.js';
import type { ScrapeAccess, ScrapeAccessRule } from './scrape-access.js';

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
    message: 'Metrics through the public proxy need "Authorization: Bearer" with one of the METRICS_TOKENs.',
    headers: { 'www-authenticate': 'Bearer realm="metrics"' },
  },
};

const METHOD_REFUSAL: Refusal = {
  status: 405,
  message: 'Metrics answer GET and HEAD.',
  headers: { allow: 'GET, HEAD' },
};

export interface MetricsHandlerParts {
  readonly registry: MetricsRegistry;
  readonly access: ScrapeAccessRule;
  /** Told of each response that is a scrape and not a refusal, before the values are collected. */
  readonly onScrape: (res: ServerResponse) => void;
}

export function createMetricsHandler({ registry, access, onScrape }: MetricsHandlerParts): MetricsHandler {
  return (req, res) => {
    const refusal = selectRefusal(req, access);
    if (refusal !== undefined) {
      refuse(req, res, refusal);
      return;
    }
    onScrape(res);
    void answerScrape(registry, req, res);
  };
}

function selectRefusal(req: IncomingMessage, access: ScrapeAccessRule): Refusal | undefined {
  if (req.method !== 'GET' && req.method !== 'HEAD') return METHOD_REFUSAL;
  const decision = access.decide(req.headers);
  return decision === 'granted' ? undefined : REFUSALS[decision];
}

/** A collector that throws costs the scrape, which then tells why, and nothing else. */
async function answerScrape(registry: MetricsRegistry, req: IncomingMessage, res: ServerResponse): Promise<void> {
  try {
    const format = selectFormat(req.headers.accept);
    const body = renderExposition(await readRegistry(registry), format);
    send(req, res, { status: 200, body, contentType: CONTENT_TYPES[format] });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    refuse(req, res, { status: 500, message: `The metrics could not be collected: ${reason}` });
  }
}

async function readRegistry(registry: MetricsRegistry): Promise<ReadFamily[]> {
  const families = (await registry.getMetricsAsJSON()).map(readFamily);
  // A registry that is set to OpenMetrics and was rendered by prom-client has taken "_total" off its counters.
  const isStripped = registry.contentType.startsWith('application/openmetrics-text');
  return isStripped ? families.map(withTotal) : families;
}

function withTotal(family: ReadFamily): ReadFamily {
  if (family.type !== 'counter' || family.name.endsWith('_total')) return family;
  const name = `${family.name}_total`;
  return { ...family, name, samples: family.samples.map((sample) => ({ ...sample, name })) };
}

function refuse(req: IncomingMessage, res: ServerResponse, { status, message, headers = {} }: Refusal): void {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  send(req, res, { status, body: `${message}\n`, contentType: 'text/plain; charset=utf-8' });
}

function send(
  req: IncomingMessage,
  res: ServerResponse,
  { status, body, contentType }: { readonly status: number; readonly body: string; readonly contentType: string },
): void {
  // The scraper may have gone while the values were collected.
  if (res.headersSent || res.destroyed) return;
  res.statusCode = status;
  res.setHeader('content-type', contentType);
  res.setHeader('content-length', Buffer.byteLength(body));
  res.end(req.method === 'HEAD' ? undefined : body);
}
