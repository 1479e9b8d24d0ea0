import type { IncomingMessage, ServerResponse } from 'node:http';
import { buildInfoLabels } from './environment/build-info.js';
import { flyLabels } from './environment/fly.js';
import { createMetricsHandler, type MetricsHandler } from './exposition/metrics-handler.js';
import { ScrapeAccessRule } from './exposition/scrape-access.js';
import { createHttpFamilies } from './http/http-families.js';
import { HttpRecorder } from './http/http-recorder.js';
import { InFlight } from './http/in-flight.js';
import { RequestLog } from './http/request-log.js';
import { type MetricsOptions, type ParsedOptions, parseOptions } from './options.js';
import { type MetricsRegistry, registerFamilies } from './store/registry.js';

type Next = (error?: unknown) => void;

/** An Express middleware that measures every request behind it, and what belongs to it. */
export interface MetricsMiddleware {
  (req: IncomingMessage, res: ServerResponse, next: Next): void;
  /** The handler of `/metrics`: the whole registry, for whoever may scrape. */
  handler(): MetricsHandler;
  /** A middleware for routes whose responses stay open on purpose; event streams are recognised by themselves. */
  readonly longLived: (req: IncomingMessage, res: ServerResponse, next: Next) => void;
  readonly registry: MetricsRegistry;
}

/**
 * Creates the HTTP metrics in a registry and the middleware that feeds them.
 *
 * `app.use(metrics())` goes before everything that is to be measured. Throws when an option is wrong or when the
 * registry already has one of the names; never afterwards, in the path of a request.
 */
export function metrics(options: MetricsOptions = {}): MetricsMiddleware {
  const parsed = parseOptions(options);
  const inFlight = new InFlight();
  const log = new RequestLog(parsed.buckets, parsed.maxSeries);
  const info = buildInfoLabels(parsed.info, parsed.env);
  registerFamilies(parsed.registry, createHttpFamilies(parsed, { log, inFlight, info }));
  labelRegistry(parsed);
  const recorder = new HttpRecorder({ log, inFlight, exclude: parsed.exclude });
  return assemble(parsed, recorder, inFlight);
}

function assemble({ registry, tokens }: ParsedOptions, recorder: HttpRecorder, inFlight: InFlight): MetricsMiddleware {
  const handler = createMetricsHandler({
    registry,
    access: new ScrapeAccessRule(tokens),
    // Scrapes come every few seconds for ever; measured, they would drown a quiet service's own traffic.
    onScrape: (res) => inFlight.end(res),
  });
  const middleware = (req: IncomingMessage, res: ServerResponse, next: Next): void => {
    recorder.begin(req, res);
    next();
  };
  return Object.assign(middleware, {
    registry,
    longLived: (_req: IncomingMessage, res: ServerResponse, next: Next): void => {
      inFlight.markLongLived(res);
      next();
    },
    handler: (): MetricsHandler => handler,
  });
}

/** A registry has one set of default labels: outside Fly it is left as it is. */
function labelRegistry({ registry, env, flyLabels: isWanted }: ParsedOptions): void {
  const labels = flyLabels(env);
  if (isWanted && Object.keys(labels).length > 0) registry.setDefaultLabels(labels);
}
