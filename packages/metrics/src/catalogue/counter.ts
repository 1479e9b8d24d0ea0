import type { LabelIndex } from '../store/label-index.js';
import type { SeriesTable } from '../store/series-table.js';
import type { Counter, LabelledCounter } from './handle-types.js';

type LabelSet = Readonly<Record<string, string>>;

export function counterAt(table: SeriesTable, row: number): Counter {
  return { inc: (amount = 1) => increase(table, row, amount) };
}

export function labelledCounter(table: SeriesTable, index: LabelIndex): LabelledCounter<LabelSet> {
  return {
    inc: (labels, amount = 1) => increase(table, index.rowOf(labels), amount),
    labels: (labels) => counterAt(table, index.rowOf(labels)),
  };
}

function increase(table: SeriesTable, row: number, amount: number): void {
  if (amount >= 0 && Number.isFinite(amount)) table.increase(row, 0, amount);
}
