import type { Exemplar, ExemplarStore } from '../../store/exemplar-store.js';
import type { MetricFamily } from '../../store/family.js';
import type { HistogramSeries, ScalarSeries } from '../../store/series.js';
import type { DefaultLabels } from '../default-labels.js';
import { encoded } from './encoded.js';
import { familyHead, type TextFormat } from './family-head.js';
import { type HistogramText, histogramText } from './histogram-text.js';
import { LabelTexts } from './label-texts.js';
import type { TextWriter } from './text-writer.js';

export interface LineStyle {
  readonly defaults: DefaultLabels;
  readonly format: TextFormat;
}

/** Writes the lines of one family, and keeps from scrape to scrape what they have in common. */
export class FamilyLines {
  readonly #family: MetricFamily;
  readonly #labels: LabelTexts;
  readonly #heads: Partial<Record<TextFormat, Uint8Array>> = {};
  /** The beginning of a line, without and with labels. */
  readonly #bareStart: Uint8Array;
  readonly #labelledStart: Uint8Array;
  /** Made when they are first needed: a family has labels or it has none. */
  #bare: HistogramText | undefined;
  #labelled: HistogramText | undefined;

  constructor(family: MetricFamily) {
    this.#family = family;
    this.#labels = new LabelTexts(family.series.labels);
    this.#bareStart = encoded(`${family.givenName} `);
    this.#labelledStart = encoded(`${family.givenName}{`);
  }

  get size(): number {
    return this.#family.series.size;
  }

  writeHead(writer: TextWriter, format: TextFormat): void {
    const { givenName: name, help, type } = this.#family;
    this.#heads[format] ??= encoded(familyHead({ name, help, type }, format));
    writer.bytes(this.#heads[format]);
  }

  /** Writes rows until the piece is full. Returns the first row that is not in it. */
  write(writer: TextWriter, from: number, { defaults, format }: LineStyle): number {
    const { series } = this.#family;
    const showsExemplars = format === 'openmetrics';
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
    const { first, afterCounts, afterSum } = this.#histogramText(cells.bounds);
    const numbers = cells.table.cells;
    const at = cells.offsetOf(row);
    let count = 0;
    writer.bytes(first);
    const start = writer.end;
    this.#labels.write(writer, row);
    const labels = writer.since(start);
    for (let bucket = 0; bucket < afterCounts.length; bucket++) {
      if (bucket > 0) writer.bytes(labels);
      count += numbers[at + bucket] ?? 0;
      writer.count(count);
      writer.bytes(afterCounts[bucket] ?? NOTHING);
    }
    writer.bytes(labels);
    writer.value(cells.sum(row));
    writer.bytes(afterSum);
    writer.bytes(labels);
    writer.count(count);
    writer.bytes(LINE_BREAK);
  }

  #writeExemplified(writer: TextWriter, row: number, { cells, exemplars }: HistogramSeries): void {
    const { first, afterCounts, afterSum } = this.#histogramText(cells.bounds);
    let count = 0;
    writer.bytes(first);
    for (const [bucket, after] of afterCounts.entries()) {
      count += cells.inBucket(row, bucket);
      this.#labels.write(writer, row);
      writer.value(count);
      writer.text(exemplarText(exemplars, row, bucket));
      writer.bytes(after);
    }
    this.#labels.write(writer, row);
    writer.value(cells.sum(row));
    writer.bytes(afterSum);
    this.#labels.write(writer, row);
    writer.value(count);
    writer.bytes(LINE_BREAK);
  }

  #histogramText(bounds: readonly number[]): HistogramText {
    const { givenName } = this.#family;
    if (this.#labels.areEmpty) {
      this.#bare ??= histogramText(givenName, bounds, '} ');
      return this.#bare;
    }
    this.#labelled ??= histogramText(givenName, bounds, ',');
    return this.#labelled;
  }
}

const LINE_BREAK = encoded('\n');
const NOTHING = encoded('');

function exemplarText(exemplars: ExemplarStore | undefined, row: number, bucket: number): string {
  const exemplar = exemplars?.at(row, bucket);
  return exemplar === undefined ? '' : renderExemplar(exemplar);
}

/** https://prometheus.io/docs/specs/om/open_metrics_spec/#exemplars */
function renderExemplar({ traceId, spanId, value, timestampMs }: Exemplar): string {
  return ` # {trace_id="${traceId}",span_id="${spanId}"} ${value} ${timestampMs / 1000}`;
}
