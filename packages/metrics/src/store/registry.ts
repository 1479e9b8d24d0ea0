import type { MetricFamily } from './family.js';

/** What a registry has to hold on to: anything that can tell its values. */
export interface RegisteredMetric {
  get(): Promise<unknown>;
  reset(): void;
}

/**
 * The part of a prom-client registry that is used here. prom-client 13 to 15, `@prometheus-io/client` and
 * `@platformatic/prom-client` all have it, and the optional rest of it too.
 */
export interface MetricsRegistry {
  registerMetric(metric: RegisteredMetric): void;
  getSingleMetric(name: string): unknown;
  getMetricsAsJSON(): Promise<readonly unknown[]>;
  setDefaultLabels(labels: object): void;
  readonly contentType: string;
  /** Without it every scrape goes through `getMetricsAsJSON()`, which is slower. */
  getMetricsAsArray?(): readonly unknown[];
  /** Without it the registry's default labels are not known. */
  getSingleMetricAsString?(name: string): Promise<string> | string;
}

/** What somebody creates in a registry, all of it or nothing. */
export interface Installation<Product> {
  readonly owner: string;
  /** Says in which way two installations of one owner differ. */
  readonly signature: string;
  readonly create: () => Created<Product>;
}

export interface Created<Product> {
  readonly families: readonly MetricFamily[];
  /** What the code gets that asked for the metrics. */
  readonly product: Product;
}

/** What was installed, by registry: code that is loaded again asks for the same again. */
const installed = new WeakMap<object, Map<string, Created<unknown>>>();

/**
 * Creates metrics in a registry, or returns what the same call created there before (hot reload). Two owners of one
 * name would make a registry throw, or worse, add up two meanings, so a clash is an error now, at start-up, and
 * names both.
 */
export function install<Product>(registry: MetricsRegistry, installation: Installation<Product>): Product {
  const key = `${installation.owner} ${installation.signature}`;
  const known = installed.get(registry) ?? new Map<string, Created<unknown>>();
  installed.set(registry, known);
  const present = known.get(key);
  // Equal keys have equal types: an owner makes one kind of product.
  if (present?.families.every((family) => isIn(registry, family)) === true) return present.product as Product;
  const created = installation.create();
  refuseClashes(registry, created.families);
  for (const family of created.families) registry.registerMetric(family);
  known.set(key, created);
  return created.product;
}

/** Puts metrics back that are no longer in a registry. Returns whether some were missing. */
export function restoreFamilies(registry: MetricsRegistry, families: readonly MetricFamily[]): boolean {
  const missing = families.filter((family) => !isIn(registry, family));
  refuseClashes(registry, missing);
  for (const family of missing) registry.registerMetric(family);
  return missing.length > 0;
}

function isIn(registry: MetricsRegistry, family: MetricFamily): boolean {
  // prom-client takes "_total" off a name while it renders OpenMetrics, and keeps the metric under the given one.
  return registry.getSingleMetric(family.givenName) === family;
}

function refuseClashes(registry: MetricsRegistry, families: readonly MetricFamily[]): void {
  const clashes = new Map<string, string[]>();
  for (const { givenName, owner } of families) {
    const present: unknown = registry.getSingleMetric(givenName);
    if (present === undefined) continue;
    const owners = `wanted by ${owner} and already registered by ${ownerOf(present)}`;
    clashes.set(owners, [...(clashes.get(owners) ?? []), givenName]);
  }
  if (clashes.size > 0) throw new Error(describeClashes(clashes));
}

function describeClashes(clashes: ReadonlyMap<string, readonly string[]>): string {
  const parts = [...clashes].map(([owners, names]) => `${names.join(', ')}: ${owners}`);
  return `Metric name clash: ${parts.join('; ')}. Give one of them another prefix or another registry, or register it only once, with the same options.`;
}

function ownerOf(metric: unknown): string {
  if (typeof metric !== 'object' || metric === null) return 'other code';
  if ('owner' in metric && typeof metric.owner === 'string') return metric.owner;
  const help = 'help' in metric && typeof metric.help === 'string' ? `, help "${metric.help}"` : '';
  return `other code (a ${metric.constructor.name}${help})`;
}
