import { escapeCell, formatDuration, markdownTable } from '@fly-monitoring/kit';
import type { Series } from '@fly-monitoring/prometheus';
import type { Check } from '../../check.js';
import type { CheckReport } from '../../check-module.js';
import { listed } from '../../report/check-words.js';
import { formatBound } from './gate.js';
import type { WatchedGate } from './gate-watch.js';
import { base } from './identity.js';
import { type GateSeries, seriesName, shown } from './judge-gate.js';

const marks = { pass: '✅', fail: '❌', inconclusive: '❔', skipped: '⏭️' } as const;
/** More series of one gate help nobody to read. */
const mostSeries = 10;

export interface GatesTold extends CheckReport {
  readonly check: Check;
  /** Broken: more time mends nothing. */
  readonly isFinal: boolean;
}

export function reportGates(watched: readonly WatchedGate[], bakedMs: number): GatesTold {
  const check = checkOf(watched, bakedMs);
  const rows = watched.flatMap((one) => rowsOf(one));
  const header = ['Gate', 'Series', 'Before', 'Now', 'Wanted', 'Before │ after'];
  return {
    check,
    isFinal: watched.some(({ result }) => result.isBroken),
    summary: markdownTable(header, rows),
    lines: watched.map(({ gate, result }) => `Gate ${gate.name}: ${result.verdict}, ${result.detail}`),
    json: { gates: watched.map(gateJson) },
  };
}

function checkOf(watched: readonly WatchedGate[], bakedMs: number): Check {
  const of = (verdict: Check['verdict']) => watched.filter(({ result }) => result.verdict === verdict);
  const words = (some: readonly WatchedGate[]) =>
    listed(some.map(({ gate, result }) => `${gate.name}: ${result.detail}`));
  const failed = of('fail');
  if (failed.length > 0) return { ...base, verdict: 'fail', evidence: words(failed), hint: failHint };
  const open = of('inconclusive');
  if (open.length > 0) return { ...base, verdict: 'inconclusive', evidence: words(open), hint: openHint };
  const evidence = `${watched.length} gates held for ${formatDuration(bakedMs)}: ${words(watched)}`;
  return { ...base, verdict: 'pass', evidence, hint: '' };
}

function rowsOf({ gate, result, history, deployedMs }: WatchedGate): readonly (readonly string[])[] {
  const wanted = escapeCell(`${gate.operator} ${formatBound(gate.bound)}`);
  const name = `${marks[result.verdict]} ${escapeCell(gate.name)}`;
  if (result.series.length === 0) return [[name, '', '', escapeCell(result.detail), wanted, '']];
  return result.series
    .slice(0, mostSeries)
    .map((series) => [
      `${marks[series.verdict]} ${escapeCell(gate.name)}`,
      escapeCell(seriesName(series.labels)),
      series.before === undefined ? '' : shown(series.before),
      series.now === undefined ? 'no data' : shown(series.now),
      wanted,
      chartOf(series, history, deployedMs),
    ]);
}

function chartOf({ labels }: GateSeries, history: readonly Series[], deployedMs: number): string {
  const key = JSON.stringify(Object.entries(labels).sort());
  const points = history.find((one) => JSON.stringify(Object.entries(one.labels).sort()) === key)?.points ?? [];
  const before = points.filter(({ atMs }) => atMs < deployedMs).map(({ value }) => value);
  const after = points.filter(({ atMs }) => atMs >= deployedMs).map(({ value }) => value);
  const range = rangeOf([...before, ...after]);
  return `${sparkline(before, range)}│${sparkline(after, range)}`;
}

const bars = '▁▂▃▄▅▆▇█';

interface Range {
  readonly low: number;
  readonly high: number;
}

function rangeOf(values: readonly number[]): Range {
  const finite = values.filter(Number.isFinite);
  return finite.length === 0 ? { low: 0, high: 0 } : { low: Math.min(0, ...finite), high: Math.max(...finite) };
}

/** One character a value; what is no number is a gap. */
export function sparkline(values: readonly number[], { low, high }: Range): string {
  const level = (value: number) => (high === low ? 0 : Math.round(((value - low) / (high - low)) * (bars.length - 1)));
  return values.map((value) => (Number.isFinite(value) ? (bars[level(value)] ?? ' ') : '·')).join('');
}

function gateJson({ gate, result }: WatchedGate) {
  const number = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
  return {
    gate: gate.name,
    query: gate.expr,
    wanted: `${gate.operator} ${formatBound(gate.bound)}`,
    verdict: result.verdict,
    detail: result.detail,
    series: result.series.map(({ labels, before, now, limit, verdict }) => ({
      labels,
      before: number(before),
      now: number(now),
      limit: number(limit),
      verdict,
    })),
  };
}

const failHint =
  'The release is worse than the gate allows: look at the chart in the summary and at the logs of the app.';
const openHint =
  'A first deploy has no value of before. Else bake for longer, send traffic (warm-up), or say with "when" from how many samples on the gate is to be judged.';
