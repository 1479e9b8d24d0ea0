import type { MetricFamily } from '../../store/family.js';
import type { ScalarSeries } from '../../store/series.js';
import type { DefaultLabels } from '../default-labels.js';
import { encoded } from './encoded.js';
import { familyHead, type TextFormat } from './family-head.js';
import { HistogramLines } from './histogram-lines.js';
import { LabelTexts } from './label-texts.js';
import type { TextWriter } from './text-writer.js';

export interface LineStyle {
  readonly defaults: DefaultLabels;
  readonly format: TextFormat;
}

/** Writes rows from one on until the piece is full. Returns the first one that is not in it. */
type RowsWriter = (writer: TextWriter, from: number, format: TextFormat) => number;

/** Writes the lines of one family, and keeps from scrape to scrape what they have in common. */
export class FamilyLines {
  readonly #family: MetricFamily;
  readonly #labels: LabelTexts;
  readonly #heads: Partial<Record<TextFormat, Uint8Array>> = {};
  /** The beginning of a line, without and with labels. */
  readonly #bareStart: Uint8Array;
  readonly #labelledStart: Uint8Array;
  readonly #writeRows: RowsWriter;

  constructor(family: MetricFamily) {
    this.#family = family;
    this.#labels = new LabelTexts(family.series.labels);
    this.#bareStart = encoded(`${family.givenName} `);
    this.#labelledStart = encoded(`${family.givenName}{`);
    this.#writeRows = this.#rowsWriter(family);
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
    this.#labels.use(defaults);
    return this.#writeRows(writer, from, format);
  }

  #rowsWriter({ givenName, series }: MetricFamily): RowsWriter {
    if (series.kind === 'scalar') return (writer, from) => this.#writeScalars(writer, from, series);
    const lines = new HistogramLines(givenName, series, this.#labels);
    return (writer, from, format) => lines.write(writer, from, format);
  }

  #writeScalars(writer: TextWriter, from: number, series: ScalarSeries): number {
    let row = from;
    for (; row < series.size && !writer.isFull; row++) if (series.isShown(row)) this.#writeScalar(writer, row, series);
    return row;
  }

  #writeScalar(writer: TextWriter, row: number, series: ScalarSeries): void {
    writer.bytes(this.#labels.areEmpty ? this.#bareStart : this.#labelledStart);
    this.#labels.write(writer, row);
    writer.value(series.value(row));
    writer.bytes(LINE_BREAK);
  }
}

const LINE_BREAK = encoded('\n');
