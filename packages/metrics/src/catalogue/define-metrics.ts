import { FILLED_TEXT, isObject, misfitsOf, refuseProblems, shown } from '../shapes.js';
import { type Created, install, type MetricsRegistry } from '../store/registry.js';
import { REGISTRY } from '../store/registry-shape.js';
import { type CatalogueDocument, renderCatalogue } from './catalogue-document.js';
import type { MetricDefinitions } from './definition.js';
import type { Handles } from './handle-types.js';
import { lintDefinitions, type Violation } from './lint.js';
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
  options: { readonly service: string },
): Catalogue<Definitions> {
  refuseMisfits(definitions, options);
  const { service } = options;
  refuseViolations(service, lintDefinitions(definitions));
  return {
    service,
    definitions,
    register: (registry) => register(registry, service, definitions),
    toJSON: () => renderCatalogue(service, definitions),
  };
}

/** Code without types may hand over anything. */
function refuseMisfits(definitions: unknown, options: unknown): void {
  const problems = isObject(definitions) ? [] : [`the definitions are ${shown(definitions)}; they must be an object`];
  const misfits = isObject(options)
    ? misfitsOf(options, { service: { ...FILLED_TEXT, isRequired: true } }).map(({ message }) => message)
    : [`the options are ${shown(options)}; they must be { service: 'name' }`];
  refuseProblems('defineMetrics()', [...problems, ...misfits]);
}

function refuseViolations(service: string, violations: readonly Violation[]): void {
  if (violations.length === 0) return;
  const lines = violations.map(({ metric, rule, message }) => `- ${metric}: ${message} (${rule})`);
  throw new Error(`The metrics of "${service}" break ${violations.length} rule(s):\n${lines.join('\n')}`);
}

function register<Definitions extends MetricDefinitions>(
  registry: MetricsRegistry,
  service: string,
  definitions: Definitions,
): Handles<Definitions> {
  if (!REGISTRY.fits(registry))
    throw new Error(`register() of "${service}" was given ${shown(registry)}; it must be ${REGISTRY.wanted}.`);
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
