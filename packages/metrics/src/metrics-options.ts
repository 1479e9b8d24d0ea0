import type { BuildInfo } from './environment/build-info.js';
import type { Environment } from './environment/fly.js';
import type { CustomLabelOptions } from './http/custom-labels.js';
import type { TraceReader, TraceSource } from './http/trace-of.js';
import type { MetricsRegistry } from './store/registry.js';

export interface MetricsOptions {
  /** Where the metrics live. Default: prom-client's own `register`. */
  readonly registry?: MetricsRegistry;
  /** Put before every metric name, for example `shop_`. Default: none. */
  readonly prefix?: string;
  /** Upper bounds of the duration histogram, in seconds. Default: `DEFAULT_DURATION_BUCKETS_SECONDS`. */
  readonly buckets?: readonly number[];
  /** Route templates that are not measured, for example `/health`. Scrapes answered by `handler()` never are. */
  readonly exclude?: readonly string[];
  /** Tokens that let a scrape through Fly's proxy. Default: METRICS_TOKEN, comma separated. */
  readonly metricsToken?: string | readonly string[];
  /** Whether every series of the registry says where it runs. Default: true where `env` has the FLY_ variables. */
  readonly flyLabels?: boolean;
  /** What is running, for `build_info`. Default: GIT_SHA, FLY_IMAGE_REF, FLY_MACHINE_VERSION. */
  readonly info?: BuildInfo;
  /** Default: `process.env`. */
  readonly env?: Environment;
  /** Series per metric before further ones are added up under the route `overflow`. Default: `DEFAULT_MAX_SERIES`. */
  readonly maxSeries?: number;
  /** Whether `status_code` is the class (`2xx`): a fraction of the series, and no telling 404 from 403. Default: false. */
  readonly statusClass?: boolean;
  /** Labels of your own: a function, or `{ value, maxValues }`. Each has a bounded set of values. */
  readonly labels?: CustomLabelOptions;
  /** Whether requests and responses are measured in bytes; a list of numbers gives the buckets. Default: false. */
  readonly sizes?: boolean | readonly number[];
  /** Whether the time to the first byte of a response is measured. Default: false. */
  readonly timeToFirstByte?: boolean;
  /** Whether buckets carry the trace of a request, for scrapers of OpenMetrics and protobuf; a function finds it. */
  readonly exemplars?: boolean | TraceReader;
  /** Whether the duration is a native histogram too, for scrapers of protobuf. Default: false. */
  readonly nativeHistograms?: boolean;
  /** How long a scrape waits for the metrics of other code before it fails with their names. Default: 5000. */
  readonly collectTimeoutMs?: number;
}

/** The options with nothing left open. */
export interface ParsedOptions {
  readonly registry: MetricsRegistry;
  readonly prefix: string;
  readonly buckets: readonly number[];
  readonly exclude: readonly string[];
  readonly tokens: readonly string[];
  readonly flyLabels: boolean;
  readonly info: BuildInfo;
  readonly env: Environment;
  readonly maxSeries: number;
  readonly statusClass: boolean;
  readonly labels: CustomLabelOptions;
  readonly sizeBuckets: readonly number[] | undefined;
  readonly timeToFirstByte: boolean;
  /** Undefined where there are to be no exemplars. */
  readonly traces: TraceSource | undefined;
  readonly nativeHistograms: boolean;
  readonly collectTimeoutMs: number;
}
