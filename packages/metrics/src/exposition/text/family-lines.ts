import type { Exemplar, ExemplarStore } from '../../store/exemplar-store.js';
import type { MetricFamily } from '../../store/family.js';
import type { HistogramSeries, ScalarSeries } from '../../store/series.js';
import type { DefaultLabels } from '../default-labels.js';
import { encoded } from './encoded.js';
import { type HistogramText, histogramText } from './histogram-text.js';
import { LabelTexts } from './label-texts.js';
import type { TextWriter } from './text-writer.js';

export interface LineStyle {
  readonly defaults: DefaultLabels;
  readonly showsExemplars: boolean;
}

/** Writes the lines of one family, and keeps from scrape to scrape what they have in common. */
export class FamilyLines {
  readonly #series: ScalarSeries | HistogramSeries;
  readonly #labels: LabelTexts;
  /** The beginning of a line, without and with labels. */
  readonly #bareStart: Uint8Array;
  readonly #labelledStart: Uint8Array;
  readonly #bare: HistogramText;
  readonly #labelled: HistogramText;

  constructor({ givenName, series }: MetricFamily) {
    const bounds = series.kind === 'histogram' ? series.cells.bounds : [];
    this.#series = series;
    this.#labels = new LabelTexts(series.labels);
    this.#bareStart = encoded(`${givenName} `);
    this.#labelledStart = encoded(`${givenName}{`);
    this.#bare = histogramText(givenName, bounds, '} ');
    this.#labelled = histogramText(givenName, bounds, ',');
  }

  get size(): number {
    return this.#series.size;
  }

  /** Writes rows until the piece is full. Returns the first row that is not in it. */
  write(writer: TextWriter, from: number, { defaults, showsExemplars }: LineStyle): number {
    const series = this.#series;
    this.#labels.use(defaults);
    let row = from;
    for (; row < series.size && !writer.isFull; row++) {
      if (!series.isShown(row)) continue;
      if (series.kind === 'scalar') this.#writeScalar(writer, row, series);
      else if (showsExemplars && series.exemplars !== undefined) this.#writeExemplified(writer, row, series);
      else this.#writeHistogram(writer, row, series);
    }
    return row;
  }

  #writeScalar(writer: TextWriter, row: number, series: ScalarSeries): void {
    writer.bytes(this.#labels.areEmpty ? this.#bareStart : this.#labelledStart);
    this.#labels.write(writer, row);
    writer.value(series.value(row));
    writer.bytes(LINE_BREAK);
  }

  /**
   * The inner loop of a scrape: nine lines in ten are buckets. Two copies a line, of the labels that were written in
   * the first one and of what all label sets have in common.
   */
  #writeHistogram(writer: TextWriter, row: number, { cells }: HistogramSeries): void {
    const { first, afterBuckets, afterSum } = this.#labels.areEmpty ? this.#bare : this.#labelled;
    const numbers = cells.table.cells;
    const at = cells.offsetOf(row);
    let count = numbers[at] ?? 0;
    writer.bytes(first);
    const start = writer.end;
    this.#labels.write(writer, row);
    const labels = writer.since(start);
    afterBuckets[0]?.write(writer, count);
    for (let bucket = 1; bucket < afterBuckets.length; bucket++) {
      count += numbers[at + bucket] ?? 0;
      writer.bytes(labels);
      afterBuckets[bucket]?.write(writer, count);
    }
    writer.bytes(labels);
    writer.value(cells.sum(row));
    writer.bytes(afterSum);
    writer.bytes(labels);
    writer.value(count);
    writer.bytes(LINE_BREAK);
  }

  #writeExemplified(writer: TextWriter, row: number, { cells, exemplars }: HistogramSeries): void {
    const { first, afterBuckets, afterSum } = this.#labels.areEmpty ? this.#bare : this.#labelled;
    let count = 0;
    writer.bytes(first);
    for (const [bucket, after] of afterBuckets.entries()) {
      count += cells.inBucket(row, bucket);
      this.#labels.write(writer, row);
      after.writeWithExemplar(writer, count, exemplarText(exemplars, row, bucket));
    }
    this.#labels.write(writer, row);
    writer.value(cells.sum(row));
    writer.bytes(afterSum);
    this.#labels.write(writer, row);
    writer.value(count);
    writer.bytes(LINE_BREAK);
  }
}

const LINE_BREAK = encoded('\n');

function exemplarText(exemplars: ExemplarStore | undefined, row: number, bucket: number): string {
  const exemplar = exemplars?.at(row, bucket);
  return exemplar === undefined ? '' : renderExemplar(exemplar);
}

/** https://prometheus.io/docs/specs/om/open_metrics_spec/#exemplars */
function renderExemplar({ traceId, spanId, value, timestampMs }: Exemplar): string {
  return ` # {trace_id="${traceId}",span_id="${spanId}"} ${value} ${timestampMs / 1000}`;
}
