import { type CatalogueDocument, renderCatalogue } from '../catalogue/catalogue-document.js';
import { DEFAULT_DURATION_BUCKETS_SECONDS, type MetricDefinition } from '../catalogue/definition.js';
import {
  either,
  FILLED_TEXT,
  misfitsOf,
  NUMBERS,
  refuseProblems,
  requireOptions,
  type Shape,
  TEXT,
  TEXTS,
  YES_OR_NO,
} from '../shapes.js';
import { METHODS } from './method.js';

export interface HttpFamilyOptions {
  /** Put before every name, for example `shop_`. */
  readonly prefix?: string;
  /** Upper bounds of the duration histogram, in seconds. */
  readonly buckets?: readonly number[];
  /** The names of the labels of your own. */
  readonly labels?: readonly string[];
  /** Upper bounds of the size histograms, in bytes, where there are some. */
  readonly sizes?: boolean | readonly number[];
  readonly timeToFirstByte?: boolean;
  /** Whether the duration is a native histogram too. */
  readonly nativeHistograms?: boolean;
}

/** The metrics that every `metrics()` has, by the part they play, in the order they are exposed. */
const STANDARD_METRICS = [
  'requests',
  'duration',
  'inFlight',
  'aborted',
  'longLived',
  'longLivedInFlight',
  'seriesDropped',
  'buildInfo',
] as const;

/** Those that are there when they are asked for. */
const SIZE_METRICS = ['requestSize', 'responseSize'] as const;
const FIRST_BYTE_METRICS = ['firstByte'] as const;

export type HttpMetric =
  | (typeof STANDARD_METRICS)[number]
  | (typeof SIZE_METRICS)[number]
  | (typeof FIRST_BYTE_METRICS)[number];

/**
 * Upper bounds for the size of a message, in bytes: 100 B to 100 MB, a power of ten each.
 * Source: `ExponentialBuckets(100, 10, 7)`, which the examples of client_golang's promhttp use for sizes.
 */
export const DEFAULT_SIZE_BUCKETS_BYTES: readonly number[] = [100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

export type NamedDefinition = readonly [name: string, definition: MetricDefinition];

/** The metrics that are there under some options, in the order they are exposed. */
export function httpMetrics({ sizes, timeToFirstByte }: HttpFamilyOptions): HttpMetric[] {
  const hasSizes = sizes !== undefined && sizes !== false;
  return [
    ...STANDARD_METRICS,
    ...(hasSizes ? SIZE_METRICS : []),
    ...(timeToFirstByte === true ? FIRST_BYTE_METRICS : []),
  ];
}

const REQUEST_LABELS = { method: METHODS, route: null, status_code: null };
const EVENT_LABELS = { method: METHODS, route: null };
const BUILD_LABELS = { version: null, revision: null, image_ref: null, machine_version: null };

/** What `metrics()` exposes under a prefix: the middleware and the catalogue file are made from this one table. */
export function httpDefinitions({
  prefix = '',
  buckets = DEFAULT_DURATION_BUCKETS_SECONDS,
  labels = [],
  sizes,
  nativeHistograms,
}: HttpFamilyOptions): Readonly<Record<HttpMetric, NamedDefinition>> {
  const requestLabels = { ...REQUEST_LABELS, ...Object.fromEntries(labels.map((name) => [name, null])) };
  const sizeBuckets = typeof sizes === 'object' ? sizes : DEFAULT_SIZE_BUCKETS_BYTES;
  return {
    requests: [
      `${prefix}http_requests_total`,
      {
        type: 'counter',
        help: 'Requests by outcome, each counted once when it ends; status_code 499: ended before the response was complete.',
        labels: requestLabels,
      },
    ],
    duration: [
      `${prefix}http_request_duration_seconds`,
      {
        type: 'histogram',
        help: 'Time from the request to the end of its response, without long-lived responses.',
        labels: requestLabels,
        buckets,
        ...(nativeHistograms === true ? { nativeHistogram: true } : {}),
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
    seriesDropped: [
      `${prefix}http_series_dropped_total`,
      { type: 'counter', help: 'Requests that got no series of their own, because there were maxSeries of them.' },
    ],
    requestSize: [
      `${prefix}http_request_size_bytes`,
      {
        type: 'histogram',
        help: 'Bytes of a request on the wire, with its head and its chunk framing.',
        labels: requestLabels,
        buckets: sizeBuckets,
      },
    ],
    responseSize: [
      `${prefix}http_response_size_bytes`,
      {
        type: 'histogram',
        help: 'Bytes of a response on the wire, with its head and its chunk framing.',
        labels: requestLabels,
        buckets: sizeBuckets,
      },
    ],
    firstByte: [
      `${prefix}http_time_to_first_byte_seconds`,
      {
        type: 'histogram',
        help: 'Time from the request to the head of its response, without long-lived responses.',
        labels: requestLabels,
        buckets,
      },
    ],
    buildInfo: [
      `${prefix}build_info`,
      { type: 'gauge', help: 'What is running: always 1, told by its labels.', labels: BUILD_LABELS },
    ],
  };
}

const CATALOGUE_SHAPES: Readonly<Record<keyof HttpFamilyOptions | 'service', Shape>> = {
  service: { ...FILLED_TEXT, isRequired: true },
  prefix: TEXT,
  buckets: NUMBERS,
  labels: TEXTS,
  sizes: either(YES_OR_NO, NUMBERS),
  timeToFirstByte: YES_OR_NO,
  nativeHistograms: YES_OR_NO,
};

/** The metrics of `metrics()` with these options as a catalogue document, to be merged with a service's own. */
export function httpMetricsCatalogue(options: HttpFamilyOptions & { readonly service: string }): CatalogueDocument {
  requireOptions('httpMetricsCatalogue()', options);
  const misfits = misfitsOf(options, CATALOGUE_SHAPES);
  refuseProblems(
    'httpMetricsCatalogue()',
    misfits.map(({ message }) => message),
  );
  const definitions = httpDefinitions(options);
  return renderCatalogue(
    options.service,
    Object.fromEntries(httpMetrics(options).map((metric) => definitions[metric])),
  );
}
