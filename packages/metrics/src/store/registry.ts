import type { MetricFamily } from './family.js';

/** What a registry has to hold on to: anything that can tell its values. */
export interface RegisteredMetric {
  get(): Promise<unknown>;
  reset(): void;
}

/**
 * The part of a prom-client registry that is used here. prom-client 13 to 15, `@prometheus-io/client` and
 * `@platformatic/prom-client` all have it.
 */
export interface MetricsRegistry {
  registerMetric(metric: RegisteredMetric): void;
  getSingleMetric(name: string): unknown;
  getMetricsAsJSON(): Promise<readonly unknown[]>;
  setDefaultLabels(labels: object): void;
  readonly contentType: string;
}

/**
 * Registers all or none. Two owners of one name would make a registry throw, or worse, add up two meanings,
 * so the clash is an error now, at start-up, and names both.
 */
export function registerFamilies(registry: MetricsRegistry, families: readonly MetricFamily[]): void {
  const clashes = new Map<string, string[]>();
  for (const { name, owner } of families) {
    const present: unknown = registry.getSingleMetric(name);
    if (present === undefined) continue;
    const owners = `wanted by ${owner} and already registered by ${ownerOf(present)}`;
    clashes.set(owners, [...(clashes.get(owners) ?? []), name]);
  }
  if (clashes.size > 0) throw new Error(describeClashes(clashes));
  for (const family of families) registry.registerMetric(family);
}

function describeClashes(clashes: ReadonlyMap<string, readonly string[]>): string {
  const parts = [...clashes].map(([owners, names]) => `${names.join(', ')}: ${owners}`);
  return `Metric name clash: ${parts.join('; ')}. Give one of them another prefix or another registry, or register it only once.`;
}

function ownerOf(metric: unknown): string {
  if (typeof metric !== 'object' || metric === null) return 'other code';
  if ('owner' in metric && typeof metric.owner === 'string') return metric.owner;
  const help = 'help' in metric && typeof metric.help === 'string' ? `, help "${metric.help}"` : '';
  return `other code (a ${metric.constructor.name}${help})`;
}
