import type { ProtobufWriter } from './protobuf-writer.js';

/** Field numbers of https://github.com/prometheus/client_model/blob/master/io/prometheus/client/metrics.proto */
export const FAMILY = { name: 1, help: 2, type: 3, metric: 4 } as const;
export const METRIC = { label: 1, gauge: 2, counter: 3, summary: 4, untyped: 5, histogram: 7 } as const;
export const SIMPLE_FIELDS = { gauge: METRIC.gauge, counter: METRIC.counter, untyped: METRIC.untyped } as const;
export const HISTOGRAM = {
  sampleCount: 1,
  sampleSum: 2,
  bucket: 3,
  cumulativeCount: 1,
  upperBound: 2,
  exemplar: 3,
} as const;
export const SUMMARY = { sampleCount: 1, sampleSum: 2, quantile: 3, rank: 1, value: 2 } as const;
export const EXEMPLAR = { label: 1, value: 2, timestamp: 3 } as const;
export const TIMESTAMP = { seconds: 1, nanos: 2 } as const;

const LABEL = { name: 1, value: 2 } as const;

const TYPES: ReadonlyMap<string, number> = new Map([
  ['counter', 0],
  ['gauge', 1],
  ['summary', 2],
  ['histogram', 4],
]);
const UNTYPED = 3;

export function typeNumber(type: string): number {
  return TYPES.get(type) ?? UNTYPED;
}

/** `Metric.label` and `Exemplar.label` have the same number and type. */
export function writeLabels(writer: ProtobufWriter, labels: readonly (readonly [string, string])[]): void {
  for (const [name, value] of labels) {
    writer.message(METRIC.label, () => {
      writer.text(LABEL.name, name);
      writer.text(LABEL.value, value);
    });
  }
}
