import type { TimeRange } from '../panel-query.js';
import type { Line } from './panels.js';

const COLOURS = ['#73bf69', '#f2cc0c', '#8ab8ff', '#ff780a', '#f2495c', '#5794f2', '#b877d9', '#37872d'] as const;
const WIDTH = 1000;
const HEIGHT = 100;

export function colourOf(index: number): string {
  return COLOURS[index % COLOURS.length] ?? COLOURS[0];
}

/** The largest value drawn; the axis begins at 0, or below it when values do. */
export function scaleOf(lines: readonly Line[]): { readonly low: number; readonly high: number } {
  const values = lines.flatMap((line) => line.points.map(([, value]) => value)).filter(Number.isFinite);
  const high = values.reduce((most, value) => Math.max(most, value), 0);
  const low = values.reduce((least, value) => Math.min(least, value), 0);
  return { low, high: high === low ? low + 1 : high };
}

/** Lines without axes: the picture is stretched to its panel, so text stays outside of it. */
export function drawLines(lines: readonly Line[], range: TimeRange): string {
  const { low, high } = scaleOf(lines);
  const x = (atMs: number): number => ((atMs - range.fromMs) / (range.toMs - range.fromMs)) * WIDTH;
  const y = (value: number): number => HEIGHT - ((value - low) / (high - low)) * (HEIGHT - 4) - 2;
  const grid = [0.25, 0.5, 0.75].map((part) => `<path class="grid" d="M0 ${HEIGHT * part}H${WIDTH}"/>`).join('');
  const drawn = lines.map((line, index) => {
    const d = pathOf(line, x, y);
    const fill = lines.length === 1 ? `<path d="${areaOf(line, x, y)}" fill="${colourOf(index)}" opacity=".12"/>` : '';
    return `${fill}<path class="line" d="${d}" stroke="${colourOf(index)}"/>`;
  });
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${grid}${drawn.join('')}</svg>`;
}

type Axis = (value: number) => number;

/** What is no number leaves a gap. */
function pathOf(line: Line, x: Axis, y: Axis): string {
  let pen: 'M' | 'L' = 'M';
  let path = '';
  for (const [atMs, value] of line.points) {
    if (Number.isFinite(value)) {
      path += `${pen}${x(atMs).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = 'L';
    } else {
      pen = 'M';
    }
  }
  return path;
}

function areaOf(line: Line, x: Axis, y: Axis): string {
  const drawn = line.points.filter(([, value]) => Number.isFinite(value));
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (first === undefined || last === undefined) {
    return '';
  }
  const top = pathOf({ name: line.name, points: drawn }, x, y);
  return `${top}L${x(last[0]).toFixed(1)} ${HEIGHT}L${x(first[0]).toFixed(1)} ${HEIGHT}Z`;
}
