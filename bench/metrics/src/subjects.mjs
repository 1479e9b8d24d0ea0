import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);
const { metrics } = await import('../../../packages/metrics/lib/index.js');

export const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Everything that costs something in the path of a request. */
const EVERYTHING = { sizes: true };

const ours = (options) => {
  const { Registry } = load('prom-client');
  return metrics({ registry: new Registry(), env: {}, buckets: BUCKETS, ...options });
};

/** What users write by hand: a histogram, a counter and a gauge. */
function handWritten(client) {
  const registry = new client.Registry();
  const labelNames = ['method', 'route', 'status_code'];
  const common = { help: 'h', registers: [registry] };
  const duration = new client.Histogram({ name: 'duration_seconds', labelNames, buckets: BUCKETS, ...common });
  const requests = new client.Counter({ name: 'requests_total', labelNames, ...common });
  const inFlight = new client.Gauge({ name: 'in_flight', ...common });
  return (req, res, next) => {
    const end = duration.startTimer();
    inFlight.inc();
    res.on('finish', () => {
      const route = req.route ? req.baseUrl + req.route.path : 'unmatched';
      const labels = { method: req.method, route, status_code: res.statusCode };
      end(labels);
      requests.inc(labels);
      inFlight.dec();
    });
    next();
  };
}

/** Name → what is put into the app: a middleware (`use`) or something that wraps it (`instrument`). */
export const SUBJECTS = {
  bare: () => ({}),
  'bare again (A/A)': () => ({}),
  'an empty middleware': () => ({ use: (_req, _res, next) => next() }),
  'a middleware that reads the clock twice': () => {
    let sum = 0;
    return {
      use: (_req, _res, next) => {
        sum += performance.now() - performance.now();
        next();
      },
      sum: () => sum,
    };
  },
  'ours, defaults': () => ({ use: ours() }),
  'ours, everything on': () => ({ use: ours(EVERYTHING) }),
  'ours, everything on, instrument(app)': () => ({ instrument: (app) => ours(EVERYTHING).instrument(app) }),
  'ours, with exemplars of traceparent': () => ({ use: ours({ ...EVERYTHING, exemplars: true }) }),
  'prom-client 15 by hand': () => ({ use: handWritten(load('prom-client')) }),
  'prometheus-api-metrics 4': () => ({ use: load('prometheus-api-metrics')({ durationBuckets: BUCKETS }) }),
  'express-prom-bundle 8': () => ({
    use: load('express-prom-bundle')({
      includeMethod: true,
      includePath: true,
      buckets: BUCKETS,
      httpDurationMetricName: 'bundle_seconds',
    }),
  }),
  'express-prometheus-middleware 1': () => ({
    use: load('express-prometheus-middleware')({
      requestDurationBuckets: BUCKETS,
      collectDefaultMetrics: false,
      prefix: 'epm_',
    }),
  }),
};

/** Those that are measured with nothing else in their process. */
export const ALONE_SUBJECTS = [
  'an empty middleware',
  'a middleware that reads the clock twice',
  'ours, everything on, instrument(app)',
  'ours, everything on',
  'prom-client 15 by hand',
];

/** The subjects of the short mode, and those that stand beside one in a process of its own. */
export const SHORT_SUBJECTS = ['bare', 'bare again (A/A)', 'ours, everything on', 'prom-client 15 by hand'];

/**
 * OpenTelemetry's metrics of HTTP, without traces. It rewrites node:http and Express for the whole process, so
 * everything else there would be measured with it: it goes into a process of its own.
 */
function openTelemetry() {
  process.env.OTEL_SEMCONV_STABILITY_OPT_IN = 'http';
  const { context, metrics: api } = load('@opentelemetry/api');
  const { AsyncLocalStorageContextManager } = load('@opentelemetry/context-async-hooks');
  const { PrometheusExporter } = load('@opentelemetry/exporter-prometheus');
  const { registerInstrumentations } = load('@opentelemetry/instrumentation');
  const { ExpressInstrumentation } = load('@opentelemetry/instrumentation-express');
  const { HttpInstrumentation } = load('@opentelemetry/instrumentation-http');
  const { MeterProvider } = load('@opentelemetry/sdk-metrics');
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const exporter = new PrometheusExporter({ preventServerStart: true });
  const meterProvider = new MeterProvider({ readers: [exporter] });
  api.setGlobalMeterProvider(meterProvider);
  registerInstrumentations({
    meterProvider,
    instrumentations: [new HttpInstrumentation(), new ExpressInstrumentation()],
  });
  // They rewrite a module when it is required; its importers share what is rewritten.
  load('http');
  load('express');
  return { recorded: async () => countOf(await exporter.collect(), 'http.server.request.duration') };
}

function countOf({ resourceMetrics }, name) {
  const metrics = resourceMetrics.scopeMetrics.flatMap((scope) => scope.metrics);
  const points = metrics.filter(({ descriptor }) => descriptor.name === name).flatMap(({ dataPoints }) => dataPoints);
  return points.reduce((sum, { value }) => sum + value.count, 0);
}

/** Subjects that change the process they are in. `recorded()` tells how many requests were measured. */
export const PATCHING_SUBJECTS = { 'OpenTelemetry http + express': openTelemetry };
