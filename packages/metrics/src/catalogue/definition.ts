export const METRIC_TYPES = ['counter', 'gauge', 'histogram'] as const;

export type MetricType = (typeof METRIC_TYPES)[number];

/** Every value a label can take, or `null` for an open label whose values are only known at run time. */
export type LabelValues = readonly string[] | null;

export type LabelDefinitions = Readonly<Record<string, LabelValues>>;

/** The rules a definition may be excused from; each excuse is written where the metric is defined. */
export const LINT_RULES = [
  'name',
  'help',
  'total-suffix',
  'reserved-suffix',
  'type-in-name',
  'base-unit',
  'label-name',
  'label-values',
  'buckets',
  'native-histogram',
  'series-limit',
] as const;

export type LintRule = (typeof LINT_RULES)[number];

interface CommonDefinition {
  /** One sentence for the person who meets the metric in a query builder. */
  readonly help: string;
  readonly labels?: LabelDefinitions;
  /** Series before further label sets share one overflow series. Default: `DEFAULT_MAX_SERIES`. */
  readonly maxSeries?: number;
  /** Rules this metric is excused from, for a name that others already depend on. */
  readonly allow?: readonly LintRule[];
}

export interface CounterDefinition extends CommonDefinition {
  readonly type: 'counter';
  readonly nativeHistogram?: never;
}

export interface GaugeDefinition extends CommonDefinition {
  readonly type: 'gauge';
  readonly nativeHistogram?: never;
}

export interface HistogramDefinition extends CommonDefinition {
  readonly type: 'histogram';
  /** Upper bounds in the metric's base unit, ascending, without +Inf. Default: `DEFAULT_DURATION_BUCKETS_SECONDS`. */
  readonly buckets?: readonly number[];
  /**
   * Whether it is a native histogram too, for scrapers of protobuf: schema 3, from 12 powers of two below the smallest
   * bound to 8 above the greatest, 2 to 4 kB a series. What is not above 0 counts as 0. Default: false.
   */
  readonly nativeHistogram?: boolean;
}

export type MetricDefinition = CounterDefinition | GaugeDefinition | HistogramDefinition;

export type MetricDefinitions = Readonly<Record<string, MetricDefinition>>;

/**
 * Upper bounds for the time of a network service, in seconds: 5 ms to 10 s.
 * Source: `DefBuckets` of client_golang, also prom-client's default, so that services in other languages compare.
 */
export const DEFAULT_DURATION_BUCKETS_SECONDS: readonly number[] = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
];

/**
 * Series one metric may have before further label sets share one overflow series.
 * Source: the default cardinality limit of the OpenTelemetry metrics SDK specification (2000).
 */
export const DEFAULT_MAX_SERIES = 2000;

/**
 * Characters a label's value may have that is not known beforehand; a longer one counts as `overflow`. A row repeats
 * its values in every line, so that two thousand rows of a histogram with longer ones would be a scrape of many
 * megabytes. No plan, region, tenant or version is longer; Grafana Cloud cuts values at 2048.
 * Source: https://grafana.com/docs/grafana-cloud/send-data/metrics/label-handling-and-limits
 */
export const MAX_VALUE_LENGTH = 256;

/** The label value under which a metric's series are added up once it has reached its limit. */
export const OVERFLOW = 'overflow';
