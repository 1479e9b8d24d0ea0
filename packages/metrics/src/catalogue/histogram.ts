import type { LabelIndex } from '../store/label-index.js';
import { type HistogramColumns, observe } from '../store/samples.js';
import type { SeriesTable } from '../store/series-table.js';
import type { Histogram, LabelledHistogram } from './handle-types.js';

type LabelSet = Readonly<Record<string, string>>;

/** The table of one histogram and where in a row its cells are. */
export interface HistogramStore {
  readonly table: SeriesTable;
  readonly columns: HistogramColumns;
}

export function histogramAt(store: HistogramStore, row: number): Histogram {
  return {
    observe: (value) => record(store, row, value),
    startTimer: () => startTimer((seconds) => record(store, row, seconds)),
  };
}

export function labelledHistogram(store: HistogramStore, index: LabelIndex): LabelledHistogram<LabelSet> {
  return {
    observe: (labels, value) => record(store, index.rowOf(labels), value),
    startTimer: (labels) => startTimer((seconds) => record(store, index.rowOf(labels), seconds)),
    labels: (labels) => histogramAt(store, index.rowOf(labels)),
  };
}

function record({ table, columns }: HistogramStore, row: number, value: number): void {
  // NaN would make the sum NaN for ever.
  if (!Number.isNaN(value)) observe(table, row, columns, value);
}

function startTimer(recordSeconds: (seconds: number) => void): () => number {
  const startedAtMs = performance.now();
  return () => {
    const seconds = (performance.now() - startedAtMs) / 1000;
    recordSeconds(seconds);
    return seconds;
  };
}
