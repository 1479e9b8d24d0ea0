import { register } from 'prom-client';
import { DEFAULT_DURATION_BUCKETS_SECONDS, DEFAULT_MAX_SERIES } from './catalogue/definition.js';
import { bucketProblems } from './catalogue/lint.js';
import type { BuildInfo } from './environment/build-info.js';
import type { Environment } from './environment/fly.js';
import { parseTokens } from './exposition/scrape-access.js';
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
}

/** The options with nothing left open. */
export interface ParsedOptions {
  readonly registry: MetricsRegistry;
  readonly prefix: string;
  readonly buckets: readonly number[];
  readonly exclude: ReadonlySet<string>;
  readonly tokens: readonly string[];
  readonly flyLabels: boolean;
  readonly info: BuildInfo;
  readonly env: Environment;
  readonly maxSeries: number;
}

/** All that is wrong with the options comes in one error. */
export function parseOptions(options: MetricsOptions): ParsedOptions {
  const env = options.env ?? process.env;
  const parsed: ParsedOptions = {
    registry: options.registry ?? register,
    prefix: options.prefix ?? '',
    buckets: options.buckets ?? DEFAULT_DURATION_BUCKETS_SECONDS,
    exclude: new Set(options.exclude),
    tokens: parseTokens(options.metricsToken ?? env['METRICS_TOKEN']),
    flyLabels: options.flyLabels ?? true,
    info: options.info ?? {},
    env,
    maxSeries: options.maxSeries ?? DEFAULT_MAX_SERIES,
  };
  const problems = problemsOf(parsed);
  if (problems.length > 0) throw new Error(`metrics() was given wrong options: ${problems.join('; ')}.`);
  return parsed;
}

function problemsOf({ prefix, buckets, maxSeries }: ParsedOptions): string[] {
  const problems = bucketProblems(buckets);
  if (!/^([a-z_][a-z0-9_]*)?$/.test(prefix))
    problems.push(`prefix is "${prefix}"; it must be snake_case, for example "shop_"`);
  if (!Number.isInteger(maxSeries) || maxSeries < 1)
    problems.push(`maxSeries is ${maxSeries}; it must be a whole number above 0`);
  return problems;
}
