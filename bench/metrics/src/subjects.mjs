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
  'ours, defaults': () => ({ use: ours() }),
  'ours, everything on': () => ({ use: ours(EVERYTHING) }),
  'ours, everything on, instrument(app)': () => ({ instrument: (app) => ours(EVERYTHING).instrument(app) }),
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
};
