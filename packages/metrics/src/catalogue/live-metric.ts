import { MetricFamily } from '../store/family.js';
import { HistogramCells, histogramWidth } from '../store/histogram-cells.js';
import { LabelIndex } from '../store/label-index.js';
import { NativeHistograms, windowAround } from '../store/native-histograms.js';
import { CellSeries, ColumnSeries } from '../store/series.js';
import { SeriesTable } from '../store/series-table.js';
import { CounterHandle, LabelledCounterHandle } from './counter.js';
import {
  type CounterDefinition,
  DEFAULT_DURATION_BUCKETS_SECONDS,
  DEFAULT_MAX_SERIES,
  type GaugeDefinition,
  type HistogramDefinition,
  type MetricDefinition,
} from './definition.js';
import { GaugeHandle, LabelledGaugeHandle } from './gauge.js';
import { HistogramHandle, LabelledHistogramHandle } from './histogram.js';

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
  const { help, type, labels, maxSeries = DEFAULT_MAX_SERIES } = definition;
  const table = new SeriesTable({ width: 1, maxSeries, labelNames: Object.keys(labels ?? {}) });
  const index = new LabelIndex(table, labels ?? {});
  const family = new MetricFamily({ ...identity, help, type, series: new ColumnSeries(table, 0) });
  const [Bare, Labelled] =
    type === 'counter' ? [CounterHandle, LabelledCounterHandle] : [GaugeHandle, LabelledGaugeHandle];
  return { family, handle: labels === undefined ? new Bare(table, index.rowOf({})) : new Labelled(table, index) };
}

function createHistogram(identity: MetricIdentity, definition: HistogramDefinition): LiveMetric {
  const { help, type, labels, maxSeries = DEFAULT_MAX_SERIES } = definition;
  const { buckets = DEFAULT_DURATION_BUCKETS_SECONDS, nativeHistogram } = definition;
  const labelNames = Object.keys(labels ?? {});
  const table = new SeriesTable({ width: histogramWidth(buckets), maxSeries, labelNames });
  const cells = new HistogramCells(table, 0, buckets);
  const index = new LabelIndex(table, labels ?? {});
  const native = nativeHistogram === true ? new NativeHistograms(windowAround(buckets)) : undefined;
  const parts = { cells, native };
  return {
    family: new MetricFamily({ ...identity, help, type, series: new CellSeries(cells, { native, showsEmpty: true }) }),
    handle:
      labels === undefined ? new HistogramHandle(parts, index.rowOf({})) : new LabelledHistogramHandle(parts, index),
  };
}
