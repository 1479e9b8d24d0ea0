import { type FamilySource, MetricFamily } from '../store/family.js';
import { LabelIndex } from '../store/label-index.js';
import { histogramColumns, histogramWidth, selectHistogramSamples, selectSamples } from '../store/samples.js';
import { SeriesTable } from '../store/series-table.js';
import { counterAt, labelledCounter } from './counter.js';
import {
  type CounterDefinition,
  DEFAULT_DURATION_BUCKETS_SECONDS,
  DEFAULT_MAX_SERIES,
  type GaugeDefinition,
  type HistogramDefinition,
  type MetricDefinition,
} from './definition.js';
import { gaugeAt, labelledGauge } from './gauge.js';
import { histogramAt, labelledHistogram } from './histogram.js';

/** One catalogue metric in memory: what the registry gets and what the code gets. */
export interface LiveMetric {
  readonly family: MetricFamily;
  readonly handle: object;
}

export interface MetricIdentity {
  readonly name: string;
  readonly owner: string;
}

export function createMetric(identity: MetricIdentity, definition: MetricDefinition): LiveMetric {
  return definition.type === 'histogram' ? createHistogram(identity, definition) : createScalar(identity, definition);
}

function createScalar(identity: MetricIdentity, definition: CounterDefinition | GaugeDefinition): LiveMetric {
  const table = new SeriesTable(1, DEFAULT_MAX_SERIES);
  const index = new LabelIndex(table, definition.labels ?? {});
  const family = createFamily(identity, definition, {
    collect: () => selectSamples(table, 0),
    reset: () => table.reset(),
  });
  const [bare, labelled] = definition.type === 'counter' ? [counterAt, labelledCounter] : [gaugeAt, labelledGauge];
  return { family, handle: isLabelled(definition) ? labelled(table, index) : bare(table, index.rowOf({})) };
}

function createHistogram(identity: MetricIdentity, definition: HistogramDefinition): LiveMetric {
  const columns = histogramColumns(0, definition.buckets ?? DEFAULT_DURATION_BUCKETS_SECONDS);
  const store = { columns, table: new SeriesTable(histogramWidth(columns.bounds), DEFAULT_MAX_SERIES) };
  const index = new LabelIndex(store.table, definition.labels ?? {});
  const family = createFamily(identity, definition, {
    collect: (name) => selectHistogramSamples(store.table, columns, name),
    reset: () => store.table.reset(),
  });
  return {
    family,
    handle: isLabelled(definition) ? labelledHistogram(store, index) : histogramAt(store, index.rowOf({})),
  };
}

function isLabelled(definition: MetricDefinition): boolean {
  return definition.labels !== undefined;
}

function createFamily(
  identity: MetricIdentity,
  { help, type }: MetricDefinition,
  source: Pick<FamilySource, 'collect' | 'reset'>,
): MetricFamily {
  return new MetricFamily({ ...identity, help, type, ...source });
}
