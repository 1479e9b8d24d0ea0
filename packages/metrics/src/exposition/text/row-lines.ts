import type { Exemplar } from '../../store/exemplar-store.js';
import type { MetricFamily } from '../../store/family.js';
import type { HistogramSeries, ScalarSeries } from '../../store/series.js';
import { renderValue } from './escape.js';
import type { LabelTexts } from './label-texts.js';

/** Text after which the event loop gets its turn: about a tenth of a millisecond of work. */
export const PIECE_LENGTH = 64 * 1024;

/** Lines of some rows of a family. */
export interface RowLines {
  readonly text: string;
  /** The first row that is not in it. */
  readonly next: number;
}

export interface LineStyle {
  readonly labels: LabelTexts;
  readonly showsExemplars: boolean;
}

/** The lines of a family from a row on, as many rows as fit into a piece. */
export function renderRows(family: MetricFamily, from: number, style: LineStyle): RowLines {
  const { series, givenName } = family;
  if (series.kind === 'scalar') return scalarLines(givenName, { series, from }, style);
  return histogramLines(givenName, { series, from }, style);
}

function scalarLines(
  name: string,
  { series, from }: { readonly series: ScalarSeries; readonly from: number },
  { labels }: LineStyle,
): RowLines {
  let text = '';
  let row = from;
  for (; row < series.size && text.length < PIECE_LENGTH; row++) {
    if (!series.isShown(row)) continue;
    const end = labels.of(row);
    text += `${end === '' ? `${name} ` : `${name}{${end}`}${renderValue(series.value(row))}\n`;
  }
  return { text, next: row };
}

/**
 * The inner loop of a scrape: nine lines in ten are buckets. Three concatenations a line, of strings that are there
 * already; what does not depend on the row is put together before.
 */
function histogramLines(
  name: string,
  { series, from }: { readonly series: HistogramSeries; readonly from: number },
  { labels, showsExemplars }: LineStyle,
): RowLines {
  const { cells } = series;
  const bounds = [...cells.bounds.map(String), '+Inf'];
  const starts = bounds.map((le, i) => `${i === 0 ? '' : '\n'}${name}_bucket{le="${le}"`);
  const labelled = starts.map((start) => `${start},`);
  const exemplars = showsExemplars ? series.exemplars : undefined;
  let text = '';
  let row = from;
  for (; row < series.size && text.length < PIECE_LENGTH; row++) {
    if (!series.isShown(row)) continue;
    const end = labels.of(row);
    const lineStarts = end === '' ? starts : labelled;
    const lineEnd = end === '' ? '} ' : end;
    const at = cells.offsetOf(row);
    const numbers = cells.table.cells;
    let cumulative = 0;
    for (let bucket = 0; bucket < bounds.length; bucket++) {
      cumulative += numbers[at + bucket] ?? 0;
      text += lineStarts[bucket] ?? '';
      text += lineEnd;
      text += cumulative;
      if (exemplars !== undefined) text += renderExemplar(exemplars.at(row, bucket));
    }
    const open = end === '' ? ' ' : `{${end}`;
    text += `\n${name}_sum${open}${renderValue(cells.sum(row))}\n${name}_count${open}${cumulative}\n`;
  }
  return { text, next: row };
}

/** https://prometheus.io/docs/specs/om/open_metrics_spec/#exemplars */
function renderExemplar(exemplar: Exemplar | undefined): string {
  if (exemplar === undefined) return '';
  const { traceId, spanId, value, timestampMs } = exemplar;
  return ` # {trace_id="${traceId}",span_id="${spanId}"} ${value} ${timestampMs / 1000}`;
}
