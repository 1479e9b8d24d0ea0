import type { Labels, SeriesTable } from './series-table.js';

/** One exposed line, in the shape prom-client registries pass around. */
export interface Sample {
  readonly labels: Readonly<Record<string, string | number>>;
  readonly value: number;
  /** Differs from the family's name for `_bucket`, `_sum` and `_count`. */
  readonly metricName?: string;
}

/** Where a histogram lives in a row: the sum, then one cell per bucket, the last one for +Inf. */
export interface HistogramColumns {
  readonly sum: number;
  readonly firstBucket: number;
  readonly bounds: readonly number[];
}

/** How many cells a histogram takes. */
export function histogramWidth(bounds: readonly number[]): number {
  return bounds.length + 2;
}

export function histogramColumns(sum: number, bounds: readonly number[]): HistogramColumns {
  return { sum, firstBucket: sum + 1, bounds };
}

/** Adds one observation. Cells are not cumulative: one addition here, the running sum at scrape time. */
export function observe(table: SeriesTable, row: number, columns: HistogramColumns, value: number): void {
  const { bounds, firstBucket, sum } = columns;
  let bucket = 0;
  while (bucket < bounds.length && value > (bounds[bucket] ?? Number.POSITIVE_INFINITY)) bucket++;
  table.increase(row, firstBucket + bucket, 1);
  table.increase(row, sum, value);
}

export function selectSamples(table: SeriesTable, column: number): Sample[] {
  return rowsOf(table).map((row) => ({ labels: table.labelsOf(row), value: table.read(row, column) }));
}

export function selectHistogramSamples(table: SeriesTable, columns: HistogramColumns, name: string): Sample[] {
  return rowsOf(table).flatMap((row) => histogramRow(table, row, columns, name));
}

/** Observations in a row, over all buckets. */
export function observationCount(table: SeriesTable, row: number, columns: HistogramColumns): number {
  let count = 0;
  for (let bucket = 0; bucket <= columns.bounds.length; bucket++)
    count += table.read(row, columns.firstBucket + bucket);
  return count;
}

export function rowsOf(table: SeriesTable): number[] {
  return Array.from({ length: table.size }, (_, row) => row);
}

export function histogramRow(table: SeriesTable, row: number, columns: HistogramColumns, name: string): Sample[] {
  const labels: Labels = table.labelsOf(row);
  let cumulative = 0;
  const buckets = [...columns.bounds, '+Inf'].map((le, bucket) => {
    cumulative += table.read(row, columns.firstBucket + bucket);
    return { metricName: `${name}_bucket`, labels: { le, ...labels }, value: cumulative };
  });
  return [
    ...buckets,
    { metricName: `${name}_sum`, labels, value: table.read(row, columns.sum) },
    { metricName: `${name}_count`, labels, value: cumulative },
  ];
}
