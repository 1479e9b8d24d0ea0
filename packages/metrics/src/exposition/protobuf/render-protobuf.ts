import type { CollectedFamilies, CollectedFamily, OwnFamily } from '../collect.js';
import type { DefaultLabels } from '../default-labels.js';
import { FAMILY, typeNumber } from './client-model.js';
import { groupMetrics, writeForeignMetric } from './foreign-metrics.js';
import { writeOwnMetric } from './own-metrics.js';
import { ProtobufWriter } from './protobuf-writer.js';

/** Bytes after which the event loop gets its turn: about a millisecond of work. */
const SLICE_BYTES = 64 * 1024;

/**
 * Writes families as length-delimited `io.prometheus.client.MetricFamily` messages. A message begins with its
 * length, so a family is held until it is complete; where nothing is ready yet, an empty piece is yielded.
 */
export function* renderProtobuf({ families, defaults }: CollectedFamilies): Generator<Buffer> {
  for (const family of families) {
    const parts: Buffer[] = [];
    for (const part of familyParts(family, defaults)) {
      parts.push(part);
      yield Buffer.alloc(0);
    }
    yield ProtobufWriter.delimited(parts);
    yield* parts;
  }
}

function* familyParts(family: CollectedFamily, defaults: DefaultLabels): Generator<Buffer> {
  const writer = new ProtobufWriter();
  writer.text(FAMILY.name, family.name);
  writer.text(FAMILY.help, family.help);
  writer.uint(FAMILY.type, typeNumber(family.type));
  for (const write of metricWrites(writer, family, defaults)) {
    writer.message(FAMILY.metric, write);
    if (writer.length > SLICE_BYTES) yield writer.take();
  }
  yield writer.take();
}

function metricWrites(writer: ProtobufWriter, family: CollectedFamily, defaults: DefaultLabels): Iterable<() => void> {
  return family.kind === 'own'
    ? ownWrites(writer, family, defaults)
    : groupMetrics(family, defaults).map((metric) => () => writeForeignMetric(writer, metric, family.type));
}

function* ownWrites(writer: ProtobufWriter, family: OwnFamily, defaults: DefaultLabels): Generator<() => void> {
  const { series } = family.family;
  for (let row = 0; row < series.size; row++) {
    if (series.isShown(row)) yield () => writeOwnMetric(writer, row, { family, defaults });
  }
}
