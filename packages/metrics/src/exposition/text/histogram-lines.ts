import type { Exemplar, ExemplarStore } from '../../store/exemplar-store.js';
import type { HistogramSeries } from '../../store/series.js';
import { encoded } from './encoded.js';
import type { TextFormat } from './family-head.js';
import { type HistogramText, histogramText } from './histogram-text.js';
import { IdleRows, MAX_KEPT_ROWS } from './idle-rows.js';
import type { LabelTexts } from './label-texts.js';
import type { TextWriter } from './text-writer.js';

/** Writes the lines of a histogram's rows. */
export class HistogramLines {
  readonly #name: string;
  readonly #series: HistogramSeries;
  readonly #labels: LabelTexts;
  /** Made when they are first needed: a family has labels or it has none. */
  #bare: HistogramText | undefined;
  #labelled: HistogramText | undefined;
  readonly #idle = new IdleRows();
  /** How often what the texts were made of has started over. */
  #restarts = 0;

  constructor(name: string, series: HistogramSeries, labels: LabelTexts) {
    this.#name = name;
    this.#series = series;
    this.#labels = labels;
  }

  /** To be called before rows are written, and again after anything else may have happened. */
  prepare(): void {
    const restarts = this.#labels.changes + this.#series.cells.table.resets;
    if (restarts !== this.#restarts || !this.#keepsTexts) this.#idle.clear();
    this.#restarts = restarts;
  }

  write(writer: TextWriter, row: number, format: TextFormat): void {
    const { exemplars } = this.#series;
    if (exemplars !== undefined && format === 'openmetrics') this.#writeExemplified(writer, row, exemplars);
    else if (this.#keepsTexts) this.#copyOrWrite(writer, row);
    else this.#writePlain(writer, row);
  }

  get #keepsTexts(): boolean {
    return this.#series.size <= MAX_KEPT_ROWS;
  }

  /** Every observation is one more: a row with as many as before has the same text. */
  #copyOrWrite(writer: TextWriter, row: number): void {
    const isIdle = this.#idle.note(row, this.#series.cells.count(row));
    const text = this.#idle.textOf(row);
    const start = writer.end;
    if (text !== undefined) writer.bytes(text);
    else this.#writePlain(writer, row);
    if (isIdle && text === undefined) this.#idle.keep(row, writer.since(start));
  }

  /**
   * The inner loop of a scrape: nine lines in ten are buckets. Two copies a line, of the labels that were written in
   * the first one and of what all label sets have in common.
   */
  #writePlain(writer: TextWriter, row: number): void {
    const { cells } = this.#series;
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

  #writeExemplified(writer: TextWriter, row: number, exemplars: ExemplarStore): void {
    const { cells } = this.#series;
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
    if (this.#labels.areEmpty) {
      this.#bare ??= histogramText(this.#name, bounds, '} ');
      return this.#bare;
    }
    this.#labelled ??= histogramText(this.#name, bounds, ',');
    return this.#labelled;
  }
}

const LINE_BREAK = encoded('\n');
const NOTHING = encoded('');

function exemplarText(exemplars: ExemplarStore, row: number, bucket: number): string {
  const exemplar = exemplars.at(row, bucket);
  return exemplar === undefined ? '' : renderExemplar(exemplar);
}

/** https://prometheus.io/docs/specs/om/open_metrics_spec/#exemplars */
function renderExemplar({ traceId, spanId, value, timestampMs }: Exemplar): string {
  return ` # {trace_id="${traceId}",span_id="${spanId}"} ${value} ${timestampMs / 1000}`;
}
