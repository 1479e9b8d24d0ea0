import type { LabelIndex } from '../store/label-index.js';
import type { SeriesTable } from '../store/series-table.js';
import type { Counter, LabelledCounter } from './handle-types.js';

type LabelSet = Readonly<Record<string, string>>;

export class CounterHandle implements Counter {
  readonly #table: SeriesTable;
  readonly #row: number;

  constructor(table: SeriesTable, row: number) {
    this.#table = table;
    this.#row = row;
  }

  inc(amount = 1): void {
    if (isIncrement(amount)) this.#table.increase(this.#row, 0, amount);
  }
}

export class LabelledCounterHandle implements LabelledCounter<LabelSet> {
  readonly #table: SeriesTable;
  readonly #index: LabelIndex;

  constructor(table: SeriesTable, index: LabelIndex) {
    this.#table = table;
    this.#index = index;
  }

  inc(labels: LabelSet, amount = 1): void {
    if (isIncrement(amount)) this.#table.increase(this.#index.rowOf(labels), 0, amount);
  }

  labels(labels: LabelSet): Counter {
    return new CounterHandle(this.#table, this.#index.rowOf(labels));
  }
}

/** False for NaN too, and for the text that code without types may pass: adding would append it. */
function isIncrement(amount: unknown): boolean {
  return typeof amount === 'number' && amount >= 0 && amount < Number.POSITIVE_INFINITY;
}
