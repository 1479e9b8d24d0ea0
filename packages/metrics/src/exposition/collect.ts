import type { MetricType } from '../catalogue/definition.js';
import { MetricFamily } from '../store/family.js';
import type { MetricsRegistry } from '../store/registry.js';
import { answersWithin } from './answer-deadline.js';
import { type DefaultLabels, readDefaultLabels } from './default-labels.js';
import { askMetric, type ForeignFamily, readForeignFamily, text } from './foreign-family.js';

export interface OwnFamily {
  readonly kind: 'own';
  readonly name: string;
  readonly help: string;
  readonly type: MetricType;
  readonly family: MetricFamily;
}

/** A metric of ours is read while it is written out; what other code has to tell is asked for before. */
export type CollectedFamily = OwnFamily | ({ readonly kind: 'foreign' } & ForeignFamily);

export interface CollectedFamilies {
  readonly families: readonly CollectedFamily[];
  readonly defaults: DefaultLabels;
}

/**
 * A scraper is told which metric is at fault while it still listens: Prometheus gives up after 10 s (`scrape_timeout`
 * in https://prometheus.io/docs/prometheus/latest/configuration/configuration/), and what is left is for the answer.
 */
export const DEFAULT_COLLECT_TIMEOUT_MS = 5000;

export interface CollectOptions {
  /** The name of a metric that has one series without labels. */
  readonly unlabelled: string;
  /** For all the metrics together. */
  readonly collectTimeoutMs: number;
}

/**
 * Asks everything in a registry for its values. Rejects with the first failure, also that of not answering: before a
 * byte of the answer is sent.
 */
export async function collectFamilies(
  registry: MetricsRegistry,
  { unlabelled, collectTimeoutMs }: CollectOptions,
): Promise<CollectedFamilies> {
  if (registry.getMetricsAsArray === undefined) return await collectJson(registry, collectTimeoutMs);
  const defaults = await readDefaultLabels(registry, unlabelled);
  const metrics = registry.getMetricsAsArray();
  const asked = metrics
    .filter((metric) => !(metric instanceof MetricFamily))
    .map((metric) => ({ name: text(metric, 'name') ?? '', answer: askForeign(registry, metric) }));
  const foreign = new Map(await answersWithin(collectTimeoutMs, asked));
  const families = metrics.flatMap((metric) =>
    metric instanceof MetricFamily ? ownFamily(metric) : (foreign.get(metric) ?? []),
  );
  return { families, defaults };
}

function ownFamily(family: MetricFamily): OwnFamily {
  const { givenName: name, help, type, series } = family;
  if (series.kind === 'histogram') series.exemplars?.renew();
  return { kind: 'own', name, help, type, family };
}

async function askForeign(registry: MetricsRegistry, metric: unknown): Promise<[metric: unknown, CollectedFamily]> {
  const family = readForeignFamily(Object(metric), await askMetric(metric).catch((error) => blame(metric, error)));
  return [metric, { kind: 'foreign', ...withTotal(registry, family) }];
}

/** What a collector throws rarely says whose it is. */
function blame(metric: unknown, error: unknown): never {
  throw new Error(`"${text(metric, 'name')}": ${text(error, 'message') ?? String(error)}`, { cause: error });
}

/** A registry that gives away no more than its JSON has put its default labels there. */
async function collectJson(registry: MetricsRegistry, collectTimeoutMs: number): Promise<CollectedFamilies> {
  const asked = { name: 'getMetricsAsJSON()', answer: registry.getMetricsAsJSON() };
  const raw = (await answersWithin(collectTimeoutMs, [asked])).flat();
  const families = raw.map((family) => ({
    kind: 'foreign' as const,
    ...withTotal(registry, readForeignFamily(Object(family), family)),
  }));
  return { families, defaults: [] };
}

/** A registry that is set to OpenMetrics and was rendered by prom-client has taken "_total" off its counters. */
function withTotal(registry: MetricsRegistry, family: ForeignFamily): ForeignFamily {
  const isStripped = registry.contentType.startsWith('application/openmetrics-text') && family.type === 'counter';
  return isStripped && !family.name.endsWith('_total') ? { ...family, name: `${family.name}_total` } : family;
}
