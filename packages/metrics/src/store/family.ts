import type { MetricType } from '../catalogue/definition.js';
import type { Sample } from './samples.js';

/** What `registry.getMetricsAsJSON()` carries for one metric. */
export interface FamilySnapshot {
  readonly name: string;
  readonly help: string;
  readonly type: MetricType;
  /** How a cluster's primary adds up the workers' values. */
  readonly aggregator: 'sum' | 'first';
  readonly values: Sample[];
}

export interface FamilySource {
  readonly name: string;
  readonly help: string;
  readonly type: MetricType;
  /** Named in the error when somebody else wants the same metric name. */
  readonly owner: string;
  readonly aggregator?: 'sum' | 'first';
  collect(name: string): Sample[];
  reset(): void;
}

/**
 * A metric of ours in anybody's registry. It has the shape that `registry.registerMetric()` of prom-client
 * and of its successors accept, so that existing `/metrics` handlers and cluster set-ups show it too.
 */
export class MetricFamily {
  /** Not readonly: prom-client takes `_total` off it while it renders OpenMetrics. */
  name: string;
  readonly help: string;
  readonly type: MetricType;
  readonly aggregator: 'sum' | 'first';
  readonly owner: string;
  readonly #source: FamilySource;

  constructor(source: FamilySource) {
    this.name = source.name;
    this.help = source.help;
    this.type = source.type;
    this.aggregator = source.aggregator ?? 'sum';
    this.owner = source.owner;
    this.#source = source;
  }

  get(): Promise<FamilySnapshot> {
    const { name, help, type, aggregator } = this;
    return Promise.resolve({ name, help, type, aggregator, values: this.#source.collect(name) });
  }

  reset(): void {
    this.#source.reset();
  }
}
