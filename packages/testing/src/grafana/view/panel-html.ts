import type { TimeRange } from '../panel-query.js';
import { colourOf, drawLines, scaleOf } from './chart.js';
import type { Line, PanelView } from './panels.js';
import { formatValue } from './units.js';

/** Minutes alone would repeat themselves under a chart shorter than this. */
const SECONDS_BELOW_MS = 10 * 60_000;
/** Series beyond this many only crowd a legend. */
const MOST_LEGENDS = 12;

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export function panelHtml(panel: PanelView, range: TimeRange): string {
  const { x, y, w, h } = panel.place;
  const box = `grid-column:${x + 1}/span ${w};grid-row:${y + 1}/span ${h}`;
  if (panel.type === 'row') {
    return `<h2 style="${box}">${escapeHtml(panel.title)}</h2>`;
  }
  const hint = panel.description === '' ? '' : ` title="${escapeHtml(panel.description)}"`;
  return `<section style="${box}" data-panel="${escapeHtml(panel.title)}"${hint}>
<h3>${escapeHtml(panel.title)}</h3>${bodyOf(panel, range)}</section>`;
}

function bodyOf(panel: PanelView, range: TimeRange): string {
  const [fault] = panel.faults;
  if (fault !== undefined) {
    return `<p class="fault">${escapeHtml(fault)}</p>`;
  }
  if (panel.type === 'text') {
    return `<p class="text">${escapeHtml(panel.text)}</p>`;
  }
  if (panel.lines.length === 0) {
    return '<p class="empty">No data</p>';
  }
  return panel.type === 'timeseries' || panel.type === 'graph' ? graph(panel, range) : numbers(panel, range);
}

function graph(panel: PanelView, range: TimeRange): string {
  const { low, high } = scaleOf(panel.lines);
  const axis = [high, (high + low) / 2, low].map((value) => `<i>${formatValue(value, panel.unit)}</i>`).join('');
  const times = [range.fromMs, (range.fromMs + range.toMs) / 2, range.toMs]
    .map((ms) => `<i>${clock(ms, range)}</i>`)
    .join('');
  const legend = panel.lines.slice(0, MOST_LEGENDS).map((line, index) => legendOf(line, index, panel.unit));
  return `<div class="plot"><div class="y">${axis}</div><div class="lines">${drawLines(panel.lines, range)}</div></div>
<div class="x">${times}</div><div class="legend">${legend.join('')}</div>`;
}

function legendOf(line: Line, index: number, unit: string): string {
  const swatch = `<b style="background:${colourOf(index)}"></b>`;
  return `<span>${swatch}${escapeHtml(line.name)} <em>${formatValue(lastOf(line), unit)}</em></span>`;
}

/** Stats, gauges, bars and tables all come down to the last values. */
function numbers(panel: PanelView, range: TimeRange): string {
  const shown = panel.lines.slice(0, MOST_LEGENDS).map((line) => {
    const name = panel.lines.length > 1 ? `<small>${escapeHtml(line.name)}</small>` : '';
    return `<div><strong>${formatValue(lastOf(line), panel.unit)}</strong>${name}</div>`;
  });
  return `<div class="numbers">${shown.join('')}</div><div class="spark">${drawLines(panel.lines, range)}</div>`;
}

function lastOf(line: Line): number {
  return line.points.at(-1)?.[1] ?? Number.NaN;
}

function clock(ms: number, range: TimeRange): string {
  const needsSeconds = range.toMs - range.fromMs < SECONDS_BELOW_MS;
  return new Date(ms).toISOString().slice(11, needsSeconds ? 19 : 16);
}
