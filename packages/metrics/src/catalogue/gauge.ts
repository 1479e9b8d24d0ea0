import type { LabelIndex } from '../store/label-index.js';
import type { SeriesTable } from '../store/series-table.js';
import type { Gauge, LabelledGauge } from './handle-types.js';

type LabelSet = Readonly<Record<string, string>>;

export class GaugeHandle implements Gauge {
  readonly #table: SeriesTable;
  readonly #row: number;

  constructor(table: SeriesTable, row: number) {
    this.#table = table;
    this.#row = row;
  }

  set(value: number): void {
    if (isNumber(value)) this.#table.write(this.#row, 0, value);
  }

  inc(amount = 1): void {
    if (isNumber(amount)) this.#table.increase(this.#row, 0, amount);
  }

  dec(amount = 1): void {
    if (isNumber(amount)) this.#table.increase(this.#row, 0, -amount);
  }
}

export class LabelledGaugeHandle implements LabelledGauge<LabelSet> {
  readonly #table: SeriesTable;
  readonly #index: LabelIndex;

  constructor(table: SeriesTable, index: LabelIndex) {
    this.#table = table;
    this.#index = index;
  }

  set(labels: LabelSet, value: number): void {
    if (isNumber(value)) this.#table.write(this.#index.rowOf(labels), 0, value);
  }

  inc(labels: LabelSet, amount = 1): void {
    if (isNumber(amount)) this.#table.increase(this.#index.rowOf(labels), 0, amount);
  }

  dec(labels: LabelSet, amount = 1): void {
    if (isNumber(amount)) this.#table.increase(this.#index.rowOf(labels), 0, -amount);
  }

  labels(labels: LabelSet): Gauge {
    return new GaugeHandle(this.#table, this.#index.rowOf(labels));
  }
}

/** Code without types may pass text, which adding would append. NaN is a value that a gauge may have. */
function isNumber(value: unknown): boolean {
  return typeof value === 'number';
}
