import type { HistogramCells } from '../store/histogram-cells.js';
import type { LabelIndex } from '../store/label-index.js';
import type { NativeHistograms } from '../store/native-histograms.js';
import type { Histogram, LabelledHistogram } from './handle-types.js';

type LabelSet = Readonly<Record<string, string>>;

/** Where one histogram counts. */
export interface HistogramParts {
  readonly cells: HistogramCells;
  /** Where its definition asks for a native one as well. */
  readonly native: NativeHistograms | undefined;
}

/** NaN would make the sum NaN for ever, and so would text, which code without types may pass. */
function isObservation(value: unknown): boolean {
  return typeof value === 'number' && !Number.isNaN(value);
}

export class HistogramHandle implements Histogram {
  readonly #cells: HistogramCells;
  readonly #native: NativeHistograms | undefined;
  readonly #row: number;

  constructor({ cells, native }: HistogramParts, row: number) {
    this.#cells = cells;
    this.#native = native;
    this.#row = row;
  }

  observe(value: number): void {
    if (!isObservation(value)) return;
    this.#cells.observe(this.#row, value);
    if (this.#native !== undefined) this.#native.observe(this.#row, value);
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
  readonly #parts: HistogramParts;
  readonly #index: LabelIndex;

  constructor(parts: HistogramParts, index: LabelIndex) {
    this.#parts = parts;
    this.#index = index;
  }

  observe(labels: LabelSet, value: number): void {
    if (!isObservation(value)) return;
    const { cells, native } = this.#parts;
    const row = this.#index.rowOf(labels);
    cells.observe(row, value);
    if (native !== undefined) native.observe(row, value);
  }

  startTimer(labels: LabelSet): () => number {
    return this.labels(labels).startTimer();
  }

  labels(labels: LabelSet): Histogram {
    return new HistogramHandle(this.#parts, this.#index.rowOf(labels));
  }
}
