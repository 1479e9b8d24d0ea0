import type { Exemplar, ExemplarStore } from '../../store/exemplar-store.js';
import type { HistogramSeries } from '../../store/series.js';
import { encoded } from './encoded.js';
import type { TextFormat } from './family-head.js';
import { type HistogramText, histogramText } from './histogram-text.js';
import { IdleRows, MAX_KEPT_ROWS } from './idle-rows.js';
import type { LabelTexts } from './label-texts.js';
import { PIECE_BYTES } from './piece-buffers.js';
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

  /** Writes rows until the piece is full. Returns the first row that is not in it. */
  write(writer: TextWriter, from: number, format: TextFormat): number {
    this.#forgetOutdated();
    const { exemplars } = this.#series;
    if (exemplars !== undefined && format === 'openmetrics')
      return this.#writeRows(writer, from, (row) => this.#writeExemplified(writer, row, exemplars));
    return this.#keepsTexts
      ? this.#copyOrWriteRows(writer, from)
      : this.#writeRows(writer, from, (row) => this.#writePlain(writer, row));
  }

  /** Anything may have happened since. */
  #forgetOutdated(): void {
    const restarts = this.#labels.changes + this.#series.cells.table.resets;
    if (restarts !== this.#restarts || !this.#keepsTexts) this.#idle.clear();
    this.#restarts = restarts;
  }

  get #keepsTexts(): boolean {
    return this.#series.size <= MAX_KEPT_ROWS;
  }

  #writeRows(writer: TextWriter, from: number, write: (row: number) => void): number {
    let row = from;
    for (; row < this.#series.size && !writer.isFull; row++) if (this.#series.isShown(row)) write(row);
    return row;
  }

  /**
   * Every observation is one more: a row with as many as before has the same text. Those that stand one after the other
   * where they are kept are copied at once.
   */
  #copyOrWriteRows(writer: TextWriter, from: number): number {
    const { cells } = this.#series;
    const idle = this.#idle;
    let [copyStart, copyEnd] = [0, 0];
    let row = from;
    for (; row < this.#series.size && writer.end + copyEnd - copyStart < PIECE_BYTES; row++) {
      if (!this.#series.isShown(row)) continue;
      const isIdle = idle.note(row, cells.count(row));
      const keptStart = idle.startOf(row);
      if (keptStart === -1 || keptStart !== copyEnd) {
        idle.copy(writer, copyStart, copyEnd);
        copyStart = keptStart;
        copyEnd = keptStart;
      }
      if (keptStart === -1) this.#writeAndKeep(writer, row, isIdle);
      else copyEnd = idle.endOf(row);
    }
    idle.copy(writer, copyStart, copyEnd);
    return row;
  }

  #writeAndKeep(writer: TextWriter, row: number, isIdle: boolean): void {
    const start = writer.end;
    this.#writePlain(writer, row);
    if (isIdle) this.#idle.keep(row, writer.since(start));
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
