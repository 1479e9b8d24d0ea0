import type { ExemplarStore } from './exemplar-store.js';
import type { HistogramCells } from './histogram-cells.js';
import { LabelSets, type Labels } from './label-sets.js';
import type { NativeHistograms } from './native-histograms.js';
import type { SeriesTable } from './series-table.js';

/** Where the numbers of one family are. A row is one label set. */
export type Series = ScalarSeries | HistogramSeries;

interface Rows {
  readonly size: number;
  /** The labels of each row. */
  readonly labels: LabelSets;
  /** A row can be there for another family of the same table, and have nothing to say in this one. */
  isShown(row: number): boolean;
  reset(): void;
}

export interface ScalarSeries extends Rows {
  readonly kind: 'scalar';
  value(row: number): number;
}

export interface HistogramSeries extends Rows {
  readonly kind: 'histogram';
  readonly cells: HistogramCells;
  readonly exemplars?: ExemplarStore | undefined;
  readonly native?: NativeHistograms | undefined;
}

/** One column of a table. */
export class ColumnSeries implements ScalarSeries {
  readonly kind = 'scalar';
  readonly #table: SeriesTable;
  readonly #column: number;

  constructor(table: SeriesTable, column: number) {
    this.#table = table;
    this.#column = column;
  }

  get size(): number {
    return this.#table.size;
  }

  get labels(): LabelSets {
    return this.#table.labels;
  }

  isShown(): boolean {
    return true;
  }

  value(row: number): number {
    return this.#table.read(row, this.#column);
  }

  reset(): void {
    this.#table.reset();
  }
}

export interface ComputedParts {
  readonly labels?: Labels;
  readonly read: () => number;
}

/** One number that is worked out when it is asked for. There is nothing to reset. */
export class ComputedSeries implements ScalarSeries {
  readonly kind = 'scalar';
  readonly size = 1;
  readonly labels: LabelSets;
  readonly #read: () => number;

  constructor({ labels = {}, read }: ComputedParts) {
    this.labels = new LabelSets(Object.keys(labels));
    this.labels.add(Object.values(labels));
    this.#read = read;
  }

  isShown(): boolean {
    return true;
  }

  value(): number {
    return this.#read();
  }

  reset(): void {}
}

export interface HistogramParts {
  readonly exemplars?: ExemplarStore | undefined;
  readonly native?: NativeHistograms | undefined;
  /** Whether a series without an observation is shown. */
  readonly showsEmpty: boolean;
}

/** One histogram of a table. */
export class CellSeries implements HistogramSeries {
  readonly kind = 'histogram';
  readonly cells: HistogramCells;
  readonly exemplars: ExemplarStore | undefined;
  readonly native: NativeHistograms | undefined;
  readonly #showsEmpty: boolean;

  constructor(cells: HistogramCells, { exemplars, native, showsEmpty }: HistogramParts) {
    this.cells = cells;
    this.exemplars = exemplars;
    this.native = native;
    this.#showsEmpty = showsEmpty;
  }

  get size(): number {
    return this.cells.table.size;
  }

  get labels(): LabelSets {
    return this.cells.table.labels;
  }

  isShown(row: number): boolean {
    return this.#showsEmpty || this.cells.count(row) > 0;
  }

  reset(): void {
    this.cells.table.reset();
    this.native?.reset();
    this.exemplars?.reset();
  }
}
