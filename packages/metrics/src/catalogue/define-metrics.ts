import { type Created, install, type MetricsRegistry } from '../store/registry.js';
import { type CatalogueDocument, renderCatalogue } from './catalogue-document.js';
import type { MetricDefinitions } from './definition.js';
import type { Handles } from './handle-types.js';
import { lintDefinitions } from './lint.js';
import { createMetric } from './live-metric.js';

/** A service's metrics before they live in a registry. */
export interface Catalogue<Definitions extends MetricDefinitions> {
  readonly service: string;
  readonly definitions: Definitions;
  /**
   * Creates the metrics in a registry and returns a typed handle for each, keyed by metric name. Every label set
   * that is known beforehand exists from the start, at 0. A name that the registry already has is an error; the same
   * catalogue again gets the handles it got before (hot reload).
   */
  register(registry: MetricsRegistry): Handles<Definitions>;
  /** The language-neutral document: what `metrics-catalogue.json` holds. */
  toJSON(): CatalogueDocument;
}

/**
 * Defines a service's metrics in one place. Names are checked as promlint checks them, and all violations come
 * in one error: a catalogue that breaks a rule does not start.
 *
 * @param definitions what each metric is, keyed by its name
 * @param options.service whose metrics they are; shown in errors and in the document
 */
export function defineMetrics<const Definitions extends MetricDefinitions>(
  definitions: Definitions,
  { service }: { readonly service: string },
): Catalogue<Definitions> {
  const violations = lintDefinitions(definitions);
  if (violations.length > 0) {
    const lines = violations.map(({ metric, rule, message }) => `- ${metric}: ${message} (${rule})`);
    throw new Error(`The metrics of "${service}" break ${violations.length} naming rule(s):\n${lines.join('\n')}`);
  }
  return {
    service,
    definitions,
    register: (registry) => register(registry, service, definitions),
    toJSON: () => renderCatalogue(service, definitions),
  };
}

function register<Definitions extends MetricDefinitions>(
  registry: MetricsRegistry,
  service: string,
  definitions: Definitions,
): Handles<Definitions> {
  const owner = `defineMetrics() of "${service}"`;
  return install(registry, {
    owner,
    signature: JSON.stringify(definitions),
    create: () => createHandles(owner, definitions),
  });
}

function createHandles<Definitions extends MetricDefinitions>(
  owner: string,
  definitions: Definitions,
): Created<Handles<Definitions>> {
  const metrics = Object.entries(definitions).map(([name, definition]) => createMetric({ name, owner }, definition));
  const handles = Object.fromEntries(metrics.map(({ family, handle }) => [family.name, handle]));
  // Each handle was made from the definition of its key; the type system cannot follow that through the loop.
  return { families: metrics.map(({ family }) => family), product: handles as Handles<Definitions> };
}
