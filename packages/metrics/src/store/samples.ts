import type { Exemplar } from './exemplar-store.js';
import type { HistogramSeries, Series } from './series.js';

/** One exposed line, in the shape prom-client registries pass around. */
export interface Sample {
  readonly labels: Readonly<Record<string, string | number>>;
  readonly value: number;
  /** Differs from the family's name for `_bucket`, `_sum` and `_count`. */
  readonly metricName?: string;
  readonly exemplar?: ExemplarSample;
}

interface ExemplarSample {
  readonly labelSet: Readonly<Record<string, string>>;
  readonly value: number;
  readonly timestamp: number;
}

/** A family's lines for whoever is not our own handler: prom-client's text, its JSON, a cluster's primary. */
export function selectSamples(series: Series, name: string): Sample[] {
  return shownRows(series).flatMap((row) =>
    series.kind === 'histogram'
      ? histogramSamples(series, row, name)
      : [{ labels: series.labels.labelsOf(row), value: series.value(row) }],
  );
}

function shownRows(series: Series): number[] {
  return Array.from({ length: series.size }, (_, row) => row).filter((row) => series.isShown(row));
}

function histogramSamples({ cells, exemplars }: HistogramSeries, row: number, name: string): Sample[] {
  const labels = cells.table.labels.labelsOf(row);
  let cumulative = 0;
  const buckets = [...cells.bounds, '+Inf'].map((le, bucket) => {
    cumulative += cells.inBucket(row, bucket);
    const sample = { metricName: `${name}_bucket`, labels: { le, ...labels }, value: cumulative };
    const exemplar = exemplars?.at(row, bucket);
    return exemplar === undefined ? sample : { ...sample, exemplar: exemplarSample(exemplar) };
  });
  return [
    ...buckets,
    { metricName: `${name}_sum`, labels, value: cells.sum(row) },
    { metricName: `${name}_count`, labels, value: cumulative },
  ];
}

function exemplarSample({ traceId, spanId, value, timestampMs }: Exemplar): ExemplarSample {
  return { labelSet: { trace_id: traceId, span_id: spanId }, value, timestamp: timestampMs / 1000 };
}
