import type { LabelIndex } from '../store/label-index.js';
import type { SeriesTable } from '../store/series-table.js';
import type { Gauge, LabelledGauge } from './handle-types.js';

type LabelSet = Readonly<Record<string, string>>;

export function gaugeAt(table: SeriesTable, row: number): Gauge {
  return {
    set: (value) => table.write(row, 0, value),
    inc: (amount = 1) => table.increase(row, 0, amount),
    dec: (amount = 1) => table.increase(row, 0, -amount),
  };
}

export function labelledGauge(table: SeriesTable, index: LabelIndex): LabelledGauge<LabelSet> {
  return {
    set: (labels, value) => table.write(index.rowOf(labels), 0, value),
    inc: (labels, amount = 1) => table.increase(index.rowOf(labels), 0, amount),
    dec: (labels, amount = 1) => table.increase(index.rowOf(labels), 0, -amount),
    labels: (labels) => gaugeAt(table, index.rowOf(labels)),
  };
}
