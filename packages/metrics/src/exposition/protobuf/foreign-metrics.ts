import type { DefaultLabels } from '../default-labels.js';
import type { ForeignFamily } from '../foreign-family.js';
import { labelPairs } from '../text/foreign-metric-lines.js';
import { HISTOGRAM, METRIC, SIMPLE_FIELDS, SUMMARY, writeLabels } from './client-model.js';
import type { ProtobufWriter } from './protobuf-writer.js';

/** The lines of one label set of a metric that is not ours. */
export interface ForeignMetric {
  readonly labels: readonly (readonly [string, string])[];
  readonly sum: number;
  readonly count: number;
  readonly value: number;
  /** Buckets by upper bound, or quantiles by rank. */
  readonly points: readonly (readonly [at: number, value: number])[];
}

/** Puts the lines of a label set together again; they may stand anywhere in the family. */
export function groupMetrics(family: ForeignFamily, defaults: DefaultLabels): ForeignMetric[] {
  const groups = new Map<string, Mutable<ForeignMetric> & { points: [number, number][] }>();
  const special = family.type === 'histogram' ? 'le' : 'quantile';
  for (const sample of family.samples) {
    const pairs = labelPairs(sample, defaults);
    const labels = pairs.filter(([name]) => name !== special);
    const key = JSON.stringify(labels);
    const group = groups.get(key) ?? { labels, sum: 0, count: 0, value: 0, points: [] };
    groups.set(key, group);
    const value = Number(sample.value);
    const point = pairs.find(([name]) => name === special)?.[1];
    if (point !== undefined) group.points.push([point === '+Inf' ? Number.POSITIVE_INFINITY : Number(point), value]);
    else if (sample.metricName === `${family.name}_sum`) group.sum = value;
    else if (sample.metricName === `${family.name}_count`) group.count = value;
    else group.value = value;
  }
  return [...groups.values()];
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export function writeForeignMetric(writer: ProtobufWriter, metric: ForeignMetric, type: string): void {
  writeLabels(writer, metric.labels);
  if (type === 'histogram') writer.message(METRIC.histogram, () => writeHistogram(writer, metric));
  else if (type === 'summary') writer.message(METRIC.summary, () => writeSummary(writer, metric));
  else {
    const field = type === 'counter' || type === 'gauge' ? type : 'untyped';
    writer.message(SIMPLE_FIELDS[field], () => writer.double(1, metric.value));
  }
}

function writeHistogram(writer: ProtobufWriter, { sum, count, points }: ForeignMetric): void {
  writer.uint(HISTOGRAM.sampleCount, count);
  writer.double(HISTOGRAM.sampleSum, sum);
  for (const [bound, value] of points) {
    writer.message(HISTOGRAM.bucket, () => {
      writer.uint(HISTOGRAM.cumulativeCount, value);
      writer.double(HISTOGRAM.upperBound, bound);
    });
  }
}

function writeSummary(writer: ProtobufWriter, { sum, count, points }: ForeignMetric): void {
  writer.uint(SUMMARY.sampleCount, count);
  writer.double(SUMMARY.sampleSum, sum);
  for (const [rank, value] of points) {
    writer.message(SUMMARY.quantile, () => {
      writer.double(SUMMARY.rank, rank);
      writer.double(SUMMARY.value, value);
    });
  }
}
