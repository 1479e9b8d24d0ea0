import type { HistogramCells } from '../store/histogram-cells.js';
import type { LabelIndex } from '../store/label-index.js';
import type { Histogram, LabelledHistogram } from './handle-types.js';

type LabelSet = Readonly<Record<string, string>>;

export class HistogramHandle implements Histogram {
  readonly #cells: HistogramCells;
  readonly #row: number;

  constructor(cells: HistogramCells, row: number) {
    this.#cells = cells;
    this.#row = row;
  }

  /** NaN would make the sum NaN for ever. */
  observe(value: number): void {
    if (!Number.isNaN(value)) this.#cells.observe(this.#row, value);
  }

  startTimer(): () => number {
    const startedAtMs = performance.now();
    return () => {
      const seconds = (performance.now() - startedAtMs) / 1000;
      this.observe(seconds);
      return seconds;
    };
  }
}

export class LabelledHistogramHandle implements LabelledHistogram<LabelSet> {
  readonly #cells: HistogramCells;
  readonly #index: LabelIndex;

  constructor(cells: HistogramCells, index: LabelIndex) {
    this.#cells = cells;
    this.#index = index;
  }

  observe(labels: LabelSet, value: number): void {
    if (!Number.isNaN(value)) this.#cells.observe(this.#index.rowOf(labels), value);
  }

  startTimer(labels: LabelSet): () => number {
    return this.labels(labels).startTimer();
  }

  labels(labels: LabelSet): Histogram {
    return new HistogramHandle(this.#cells, this.#index.rowOf(labels));
  }
}
