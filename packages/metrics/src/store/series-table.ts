import { LabelSets } from './label-sets.js';

/**
 * Rows the table starts with; it doubles from there up to the most it may have, so that start-up pays for what is used.
 * The few rows for what is over the limit come after.
 */
const INITIAL_ROWS = 16;

export interface TableShape {
  /** Numbers a row has. */
  readonly width: number;
  readonly maxSeries: number;
  /** Label names, in the order in which they are shown. */
  readonly labelNames: readonly string[];
}

/**
 * Label sets and their numbers in one typed array: recording is an addition at a known offset.
 * A row never moves, so its number may be kept by whoever resolved it.
 */
export class SeriesTable {
  readonly width: number;
  readonly labels: LabelSets;
  /** Row by row, `width` numbers each. Another array once the table has grown: never kept, always read from here. */
  cells: Float64Array;
  readonly #maxSeries: number;
  #resets = 0;

  constructor({ width, maxSeries, labelNames }: TableShape) {
    this.width = width;
    this.labels = new LabelSets(labelNames);
    this.cells = new Float64Array(INITIAL_ROWS * width);
    this.#maxSeries = maxSeries;
  }

  get size(): number {
    return this.labels.size;
  }

  /** How often the numbers have started over. */
  get resets(): number {
    return this.#resets;
  }

  get isFull(): boolean {
    return this.size >= this.#maxSeries;
  }

  /** The row of a new series. Callers look up first: the table does not compare label sets. */
  add(values: readonly string[]): number {
    const row = this.labels.add(values);
    if ((row + 1) * this.width > this.cells.length) this.#grow();
    return row;
  }

  read(row: number, column: number): number {
    return this.cells[row * this.width + column] ?? 0;
  }

  write(row: number, column: number, value: number): void {
    this.cells[row * this.width + column] = value;
  }

  increase(row: number, column: number, amount: number): void {
    const at = row * this.width + column;
    this.cells[at] = (this.cells[at] ?? 0) + amount;
  }

  /** Zeroes every number and keeps the series, as `registry.resetMetrics()` promises. */
  reset(): void {
    this.cells.fill(0);
    this.#resets++;
  }

  #grow(): void {
    const rows = this.cells.length / this.width;
    const more = rows < this.#maxSeries ? Math.min(2 * rows, this.#maxSeries) : rows + INITIAL_ROWS;
    const larger = new Float64Array(more * this.width);
    larger.set(this.cells);
    this.cells = larger;
  }
}
