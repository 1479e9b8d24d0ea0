import { type CatalogueDocument, renderCatalogue } from '../catalogue/catalogue-document.js';
import { DEFAULT_DURATION_BUCKETS_SECONDS, type MetricDefinition } from '../catalogue/definition.js';
import { METHODS } from './method.js';

export interface HttpFamilyOptions {
  /** Put before every name, for example `shop_`. */
  readonly prefix?: string;
  /** Upper bounds of the duration histogram, in seconds. */
  readonly buckets?: readonly number[];
}

/** The metrics of `metrics()`, by the part they play, in the order they are exposed. */
export const HTTP_METRICS = [
  'requests',
  'duration',
  'inFlight',
  'aborted',
  'longLived',
  'longLivedInFlight',
  'buildInfo',
] as const;

export type HttpMetric = (typeof HTTP_METRICS)[number];

export type NamedDefinition = readonly [name: string, definition: MetricDefinition];

const REQUEST_LABELS = { method: METHODS, route: null, status_code: null };
const EVENT_LABELS = { method: METHODS, route: null };
const BUILD_LABELS = { version: null, revision: null, image_ref: null, machine_version: null };

/** What `metrics()` exposes under a prefix: the middleware and the catalogue file are made from this one table. */
export function httpDefinitions({
  prefix = '',
  buckets,
}: HttpFamilyOptions): Readonly<Record<HttpMetric, NamedDefinition>> {
  return {
    requests: [
      `${prefix}http_requests_total`,
      {
        type: 'counter',
        help: 'Requests by outcome, each counted once when it ends; status_code 499: ended before the response was complete.',
        labels: REQUEST_LABELS,
      },
    ],
    duration: [
      `${prefix}http_request_duration_seconds`,
      {
        type: 'histogram',
        help: 'Time from the request to the end of its response, without long-lived responses.',
        labels: REQUEST_LABELS,
        buckets: buckets ?? DEFAULT_DURATION_BUCKETS_SECONDS,
      },
    ],
    inFlight: [
      `${prefix}http_requests_in_flight`,
      { type: 'gauge', help: 'Requests being served now, long-lived responses included.' },
    ],
    aborted: [
      `${prefix}http_requests_aborted_total`,
      {
        type: 'counter',
        help: 'Requests whose connection ended before the response was complete.',
        labels: EVENT_LABELS,
      },
    ],
    longLived: [
      `${prefix}http_long_lived_requests_total`,
      { type: 'counter', help: 'Long-lived responses (event streams) that have ended.', labels: EVENT_LABELS },
    ],
    longLivedInFlight: [
      `${prefix}http_long_lived_requests_in_flight`,
      { type: 'gauge', help: 'Long-lived responses (event streams) open now.' },
    ],
    buildInfo: [
      `${prefix}build_info`,
      { type: 'gauge', help: 'What is running: always 1, told by its labels.', labels: BUILD_LABELS },
    ],
  };
}

/** The metrics of `metrics({ prefix, buckets })` as a catalogue document, to be merged with a service's own. */
export function httpMetricsCatalogue({
  service,
  ...options
}: HttpFamilyOptions & { readonly service: string }): CatalogueDocument {
  return renderCatalogue(service, Object.fromEntries(Object.values(httpDefinitions(options))));
}
