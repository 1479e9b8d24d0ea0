import { register } from 'prom-client';
import { DEFAULT_DURATION_BUCKETS_SECONDS, DEFAULT_MAX_SERIES } from './catalogue/definition.js';
import type { Environment } from './environment/fly.js';
import { DEFAULT_COLLECT_TIMEOUT_MS } from './exposition/collect.js';
import { parseTokens } from './exposition/scrape-access.js';
import { DEFAULT_SIZE_BUCKETS_BYTES } from './http/http-definitions.js';
import { OPEN_TELEMETRY_TRACES, type TraceSource, usableTrace } from './http/trace-of.js';
import type { MetricsOptions, ParsedOptions } from './metrics-options.js';
import { optionMisfits, optionProblems } from './option-problems.js';
import { refuseProblems, requireOptions, withoutMisfits } from './shapes.js';

/** All that is wrong with the options comes in one error. */
export function parseOptions(options: MetricsOptions): ParsedOptions {
  requireOptions('metrics()', options);
  // `app.use(metrics)` hands over each request as the options; it would wait for ever for a `next()`.
  if ('socket' in options && 'headers' in options)
    throw new Error('metrics() makes the middleware: write app.use(metrics()), not app.use(metrics).');
  const misfits = optionMisfits(options);
  const fitting: MetricsOptions = withoutMisfits(options, misfits);
  const parsed = applyDefaults(fitting, fitting.env ?? process.env);
  refuseProblems('metrics()', [...misfits.map(({ message }) => message), ...optionProblems(parsed)]);
  return parsed;
}

function applyDefaults(options: MetricsOptions, env: Environment): ParsedOptions {
  return {
    registry: options.registry ?? register,
    prefix: options.prefix ?? '',
    buckets: options.buckets ?? DEFAULT_DURATION_BUCKETS_SECONDS,
    exclude: options.exclude ?? [],
    tokens: parseTokens(options.metricsToken ?? env['METRICS_TOKEN']),
    flyLabels: options.flyLabels ?? true,
    info: options.info ?? {},
    env,
    maxSeries: options.maxSeries ?? DEFAULT_MAX_SERIES,
    statusClass: options.statusClass ?? false,
    labels: options.labels ?? {},
    sizeBuckets: chosen(options.sizes, DEFAULT_SIZE_BUCKETS_BYTES),
    timeToFirstByte: options.timeToFirstByte ?? false,
    traces: traceSource(options.exemplars),
    nativeHistograms: options.nativeHistograms ?? false,
    collectTimeoutMs: options.collectTimeoutMs ?? DEFAULT_COLLECT_TIMEOUT_MS,
  };
}

function traceSource(option: MetricsOptions['exemplars']): TraceSource | undefined {
  return typeof option === 'function'
    ? { read: (req) => usableTrace(option(req)) }
    : chosen(option, OPEN_TELEMETRY_TRACES);
}

/** An option that is on by `true`, or by what is to be used instead of the default. */
function chosen<Value extends object>(option: boolean | Value | undefined, standard: Value): Value | undefined {
  if (option === undefined || option === false) return undefined;
  return option === true ? standard : option;
}
