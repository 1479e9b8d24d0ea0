import { type FamilySource, MetricFamily } from '../store/family.js';
import type { Labels } from '../store/series-table.js';
import { HTTP_METRICS, type HttpFamilyOptions, type HttpMetric, httpDefinitions } from './http-definitions.js';
import type { InFlight } from './in-flight.js';
import type { RequestLog } from './request-log.js';

/** Where the values of the HTTP metrics are. */
export interface HttpValues {
  readonly log: RequestLog;
  readonly inFlight: InFlight;
  readonly info: Labels;
}

type Values = Pick<FamilySource, 'collect' | 'reset' | 'aggregator'>;

/** The families of one `metrics()`, ready for a registry. */
export function createHttpFamilies(options: HttpFamilyOptions, values: HttpValues): MetricFamily[] {
  const definitions = httpDefinitions(options);
  const sources = sourcesOf(values);
  const owner = `metrics({ prefix: "${options.prefix ?? ''}" })`;
  return HTTP_METRICS.map((metric) => {
    const [name, { help, type }] = definitions[metric];
    return new MetricFamily({ name, help, type, owner, ...sources[metric] });
  });
}

function sourcesOf({ log, inFlight, info }: HttpValues): Readonly<Record<HttpMetric, Values>> {
  return {
    requests: { collect: () => log.requestSamples(), reset: () => log.reset() },
    duration: { collect: (name) => log.durationSamples(name), reset: () => log.reset() },
    inFlight: gauge(() => inFlight.count),
    aborted: { collect: () => log.abortedSamples(), reset: () => log.reset() },
    longLived: { collect: () => log.longLivedSamples(), reset: () => log.reset() },
    longLivedInFlight: gauge(() => inFlight.longLivedCount),
    buildInfo: { collect: () => [{ labels: info, value: 1 }], reset: () => {}, aggregator: 'first' },
  };
}

/** What is open now is open now: there is nothing to reset. */
function gauge(read: () => number): Values {
  return { collect: () => [{ labels: {}, value: read() }], reset: () => {} };
}
