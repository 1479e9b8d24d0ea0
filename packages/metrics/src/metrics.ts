import type { IncomingMessage, ServerResponse } from 'node:http';
import { buildInfoLabels } from './environment/build-info.js';
import { flyLabels } from './environment/fly.js';
import { Exposition } from './exposition/exposition.js';
import { createMetricsHandler, type MetricsHandler } from './exposition/metrics-handler.js';
import { type ListenOptions, listen, type MetricsServer, parseListenOptions } from './exposition/metrics-server.js';
import { type AccessRule, ScrapeAccessRule } from './exposition/scrape-access.js';
import { CustomLabels } from './http/custom-labels.js';
import { httpDefinitions } from './http/http-definitions.js';
import { createHttpFamilies } from './http/http-families.js';
import { HttpRecorder } from './http/http-recorder.js';
import { InFlight } from './http/in-flight.js';
import { RequestLog } from './http/request-log.js';
import { type InstrumentableApp, wrapApp } from './instrument.js';
import type { MetricsOptions, ParsedOptions } from './metrics-options.js';
import { parseOptions } from './options.js';
import type { MetricFamily } from './store/family.js';
import { type Created, install, type MetricsRegistry, restoreFamilies } from './store/registry.js';

type Next = (error?: unknown) => void;

/** An Express middleware that measures every request behind it, and what belongs to it. */
export interface MetricsMiddleware {
  (req: IncomingMessage, res: ServerResponse, next: Next): void;
  /** The handler of `/metrics`: the whole registry, for whoever may scrape. */
  handler(): MetricsHandler;
  /** Answers `/metrics` on a port of its own. */
  listen(options: ListenOptions): Promise<MetricsServer>;
  /** Measures an app from outside its router, in place of `app.use(m)`: the same for less. Once per app. */
  instrument(app: InstrumentableApp): void;
  /** A middleware for routes whose responses stay open on purpose; event streams are recognised by themselves. */
  readonly longLived: (req: IncomingMessage, res: ServerResponse, next: Next) => void;
  /**
   * Counts a connection that becomes a WebSocket, from a server's `upgrade` listener: Express never sees it.
   *
   * @param route its label; name the route, never the client's URL
   */
  upgrade(req: IncomingMessage, route: string): void;
  readonly registry: MetricsRegistry;
}

/**
 * Creates the HTTP metrics in a registry and the middleware that feeds them.
 *
 * `app.use(metrics())` goes before everything that is to be measured. Throws when an option is wrong or when the
 * registry already has one of the names; never afterwards, in the path of a request. The same call again returns the
 * same middleware (hot reload).
 */
export function metrics(options: MetricsOptions = {}): MetricsMiddleware {
  const parsed = parseOptions(options);
  const owner = `metrics({ prefix: "${parsed.prefix}" })`;
  const installation = { owner, signature: signatureOf(parsed), create: () => create(parsed, owner) };
  const middleware = install(parsed.registry, installation);
  labelRegistry(parsed);
  return middleware;
}

/** What two calls have to have in common to mean the same metrics. */
function signatureOf({ registry: _registry, env, tokens, labels, ...options }: ParsedOptions): string {
  return JSON.stringify({ ...options, tokens: tokens.length, labels: Object.keys(labels), fly: flyLabels(env) });
}

function create(options: ParsedOptions, owner: string): Created<MetricsMiddleware> {
  const customLabels = new CustomLabels(options.labels);
  const inFlight = new InFlight();
  const log = new RequestLog({
    ...options,
    customLabels,
    exclude: new Set(options.exclude),
    statusGrouping: options.statusClass ? 'class' : 'code',
    measuresFirstByte: options.timeToFirstByte,
    hasNativeHistograms: options.nativeHistograms,
    hasExemplars: options.traces !== undefined,
  });
  const shown = { ...options, labels: Object.keys(options.labels), sizes: options.sizeBuckets ?? false };
  const info = buildInfoLabels(options.info, options.env);
  const families = createHttpFamilies(shown, owner, { log, inFlight, info });
  const recorder = new HttpRecorder({ log, inFlight, customLabels, traces: options.traces });
  return { families, product: assemble(options, { families, recorder, inFlight }) };
}

interface Parts {
  readonly families: readonly MetricFamily[];
  readonly recorder: HttpRecorder;
  readonly inFlight: InFlight;
}

function assemble(options: ParsedOptions, { families, recorder, inFlight }: Parts): MetricsMiddleware {
  const { registry, tokens, collectTimeoutMs } = options;
  const [unlabelled] = httpDefinitions({ prefix: options.prefix }).inFlight;
  const exposition = new Exposition(registry, { unlabelled, collectTimeoutMs });
  const onScrape = (res: ServerResponse): void => {
    // Scrapes come every few seconds for ever; measured, they would drown a quiet service's own traffic.
    inFlight.forget(res);
    recorder.review();
    if (restoreFamilies(registry, families)) reportRestored(options);
  };
  const handlerWith = (rule: AccessRule) =>
    createMetricsHandler({ exposition, access: new ScrapeAccessRule(rule), onScrape });
  const handler = handlerWith({ tokens, needsToken: 'public' });
  const middleware = (req: IncomingMessage, res: ServerResponse, next: Next): void => {
    recorder.begin(req, res);
    next();
  };
  return Object.assign(middleware, {
    registry,
    handler: () => handler,
    // Whoever reaches a port of its own may scrape it, unless it has a token.
    listen: async (where: ListenOptions) => {
      const tokens = parseListenOptions(where);
      return await listen(handlerWith({ tokens, needsToken: tokens.length === 0 ? 'public' : 'everybody' }), where);
    },
    instrument: (app: InstrumentableApp) => wrapApp(app, recorder),
    upgrade: (req: IncomingMessage, route: string) => recorder.upgrade(req, route),
    longLived: (_req: IncomingMessage, res: ServerResponse, next: Next): void => {
      inFlight.markLongLived(res);
      next();
    },
  });
}

/** Somebody cleared the registry while the service runs: the numbers are kept, and it is told. */
function reportRestored(options: ParsedOptions): void {
  labelRegistry(options);
  process.emitWarning('The registry was cleared; the HTTP metrics were put back.', { code: 'METRICS_RESTORED' });
}

/** A registry has one set of default labels: outside Fly it is left as it is. */
function labelRegistry({ registry, env, flyLabels: isWanted }: ParsedOptions): void {
  const labels = flyLabels(env);
  if (isWanted && Object.keys(labels).length > 0) registry.setDefaultLabels(labels);
}
