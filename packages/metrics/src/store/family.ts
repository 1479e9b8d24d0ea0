import type { MetricType } from '../catalogue/definition.js';
import { type Sample, selectSamples } from './samples.js';
import type { Series } from './series.js';

/** What `registry.getMetricsAsJSON()` carries for one metric. */
export interface FamilySnapshot {
  readonly name: string;
  readonly help: string;
  readonly type: MetricType;
  /** How a cluster's primary adds up the workers' values. */
  readonly aggregator: Aggregator;
  readonly values: Sample[];
}

export type Aggregator = 'sum' | 'first';

export interface FamilySource {
  readonly name: string;
  readonly help: string;
  readonly type: MetricType;
  /** Named in the error when somebody else wants the same metric name. */
  readonly owner: string;
  readonly aggregator?: Aggregator;
  readonly series: Series;
}

/**
 * A metric of ours in anybody's registry. It has the shape that `registry.registerMetric()` of prom-client
 * and of its successors accept, so that existing `/metrics` handlers and cluster set-ups show it too.
 */
export class MetricFamily {
  /** Not readonly: prom-client takes `_total` off it while it renders OpenMetrics. */
  name: string;
  /** What it is called whatever a registry does to `name`. */
  readonly givenName: string;
  readonly help: string;
  readonly type: MetricType;
  readonly aggregator: Aggregator;
  readonly owner: string;
  readonly series: Series;

  constructor({ name, help, type, aggregator = 'sum', owner, series }: FamilySource) {
    this.name = name;
    this.givenName = name;
    this.help = help;
    this.type = type;
    this.aggregator = aggregator;
    this.owner = owner;
    this.series = series;
  }

  get(): Promise<FamilySnapshot> {
    const { name, help, type, aggregator } = this;
    return Promise.resolve({ name, help, type, aggregator, values: selectSamples(this.series, name) });
  }

  reset(): void {
    this.series.reset();
  }
}
