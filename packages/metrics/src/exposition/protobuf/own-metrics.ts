import type { Exemplar } from '../../store/exemplar-store.js';
import type { HistogramSeries } from '../../store/series.js';
import type { OwnFamily } from '../collect.js';
import type { DefaultLabels } from '../default-labels.js';
import { EXEMPLAR, HISTOGRAM, METRIC, SIMPLE_FIELDS, TIMESTAMP, writeLabels } from './client-model.js';
import { writeNative } from './native-fields.js';
import type { ProtobufWriter } from './protobuf-writer.js';

/** Writes one series of a metric of ours as an `io.prometheus.client.Metric`. */
export function writeOwnMetric(
  writer: ProtobufWriter,
  row: number,
  { family, defaults }: { readonly family: OwnFamily; readonly defaults: DefaultLabels },
): void {
  const { series } = family.family;
  const own = series.labels.labelsOf(row);
  writeLabels(writer, [...Object.entries(own), ...defaults.filter(([name]) => own[name] === undefined)]);
  if (series.kind === 'histogram') {
    writer.message(METRIC.histogram, () => writeHistogram(writer, series, row));
    return;
  }
  const value = series.value(row);
  writer.message(SIMPLE_FIELDS[family.type === 'counter' ? 'counter' : 'gauge'], () => writer.double(1, value));
}

function writeHistogram(writer: ProtobufWriter, series: HistogramSeries, row: number): void {
  const { cells, exemplars, native } = series;
  writer.uint(HISTOGRAM.sampleCount, cells.count(row));
  writer.double(HISTOGRAM.sampleSum, cells.sum(row));
  let cumulative = 0;
  for (const [bucket, bound] of [...cells.bounds, Number.POSITIVE_INFINITY].entries()) {
    cumulative += cells.inBucket(row, bucket);
    const soFar = cumulative;
    writer.message(HISTOGRAM.bucket, () => {
      writer.uint(HISTOGRAM.cumulativeCount, soFar);
      writer.double(HISTOGRAM.upperBound, bound);
      writeExemplar(writer, exemplars?.at(row, bucket));
    });
  }
  if (native !== undefined) writeNative(writer, native.at(row));
}

function writeExemplar(writer: ProtobufWriter, exemplar: Exemplar | undefined): void {
  if (exemplar === undefined) return;
  const { traceId, spanId, value, timestampMs } = exemplar;
  writer.message(HISTOGRAM.exemplar, () => {
    writeLabels(writer, [
      ['trace_id', traceId],
      ['span_id', spanId],
    ]);
    writer.double(EXEMPLAR.value, value);
    writer.message(EXEMPLAR.timestamp, () => {
      writer.uint(TIMESTAMP.seconds, Math.floor(timestampMs / 1000));
      writer.uint(TIMESTAMP.nanos, (timestampMs % 1000) * 1_000_000);
    });
  });
}
