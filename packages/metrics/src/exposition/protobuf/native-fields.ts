import { type NativeBuckets, SCHEMA } from '../../store/native-histograms.js';
import type { ProtobufWriter } from './protobuf-writer.js';

/** Field numbers of `io.prometheus.client.Histogram` (client_model, metrics.proto). */
const HISTOGRAM = { schema: 5, zeroThreshold: 6, zeroCount: 7, positiveSpan: 12, positiveDelta: 13 } as const;
const SPAN = { offset: 1, length: 2 } as const;

/** Empty buckets between two others that are written out: below this a new span costs more. */
const MAX_GAP = 2;

/** Consecutive buckets, some of which may be empty. */
interface Span {
  readonly start: number;
  end: number;
}

/** The native part of a histogram. Without any observation an empty span says that it is a native one. */
export function writeNative(writer: ProtobufWriter, native: NativeBuckets): void {
  const { zeroThreshold, zeroCount, firstIndex, counts } = native;
  writer.sint(HISTOGRAM.schema, SCHEMA);
  writer.double(HISTOGRAM.zeroThreshold, zeroThreshold);
  writer.uint(HISTOGRAM.zeroCount, zeroCount);
  const spans = findSpans(counts);
  writeSpans(writer, spans, firstIndex);
  const values = spans.flatMap(({ start, end }) => Array.from(counts.subarray(start, end)));
  const deltas = values.map((value, i) => value - (values[i - 1] ?? 0));
  if (deltas.length > 0) writer.packedSints(HISTOGRAM.positiveDelta, deltas);
}

function writeSpans(writer: ProtobufWriter, spans: readonly Span[], firstIndex: number): void {
  let previousEnd = -firstIndex;
  for (const { start, end } of spans.length === 0 ? [{ start: -firstIndex, end: -firstIndex }] : spans) {
    const offset = start - previousEnd;
    writer.message(HISTOGRAM.positiveSpan, () => {
      writer.sint(SPAN.offset, offset);
      writer.uint(SPAN.length, end - start);
    });
    previousEnd = end;
  }
}

function findSpans(counts: Float64Array): Span[] {
  const spans: Span[] = [];
  for (const [i, count] of counts.entries()) {
    if (count === 0) continue;
    const last = spans.at(-1);
    if (last !== undefined && i - last.end <= MAX_GAP) last.end = i + 1;
    else spans.push({ start: i, end: i + 1 });
  }
  return spans;
}
