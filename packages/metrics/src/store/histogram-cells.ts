import { bucketCells, cellOf } from './bucket-cells.js';
import type { SeriesTable } from './series-table.js';

/** How many cells of a row a histogram takes: the sum, one per bucket, and one for +Inf. */
export function histogramWidth(bounds: readonly number[]): number {
  return bounds.length + 2;
}

/** One histogram in the rows of a table. Cells are not cumulative: one addition here, the running sum at scrape time. */
export class HistogramCells {
  readonly table: SeriesTable;
  /** Upper bounds, ascending, without +Inf. */
  readonly bounds: readonly number[];
  readonly #sum: number;
  readonly #limits: Float64Array;
  readonly #firstCell: number;
  readonly #starts: Uint16Array;

  constructor(table: SeriesTable, firstColumn: number, bounds: readonly number[]) {
    this.table = table;
    this.#sum = firstColumn;
    this.bounds = bounds;
    this.#limits = Float64Array.from(bounds);
    const { first, starts } = bucketCells(bounds);
    this.#firstCell = first;
    this.#starts = starts;
  }

  /** Adds one observation, and returns the position of its bucket. */
  observe(row: number, value: number): number {
    const { cells, width } = this.table;
    return this.observeAt(cells, row * width, value);
  }

  /** The same for who has the table's cells at hand, and where the row starts in them. */
  observeAt(cells: Float64Array, start: number, value: number): number {
    const at = start + this.#sum;
    const bucket = this.#bucketOf(value);
    cells[at] = (cells[at] ?? 0) + value;
    cells[at + 1 + bucket] = (cells[at + 1 + bucket] ?? 0) + 1;
    return bucket;
  }

  sum(row: number): number {
    return this.table.read(row, this.#sum);
  }

  /** Observations in one bucket; the position after the last bound is +Inf's. */
  inBucket(row: number, bucket: number): number {
    return this.table.read(row, this.#sum + 1 + bucket);
  }

  /** Where a row's buckets start in `table.cells`, for a reader of many. */
  offsetOf(row: number): number {
    return row * this.table.width + this.#sum + 1;
  }

  count(row: number): number {
    let count = 0;
    for (let bucket = 0; bucket <= this.bounds.length; bucket++) count += this.inBucket(row, bucket);
    return count;
  }

  /** The position of the first bound that the value is not above, and their number where it is above all of them. */
  #bucketOf(value: number): number {
    const limits = this.#limits;
    // Most requests of most services are in the first one.
    if (!(value > (limits[0] ?? 0))) return 0;
    const starts = this.#starts;
    const cell = cellOf(value) - this.#firstCell;
    if (cell >= starts.length) return limits.length;
    let bucket = cell < 0 ? 0 : (starts[cell] ?? 0);
    while (bucket < limits.length && value > (limits[bucket] ?? 0)) bucket++;
    return bucket;
  }
}
