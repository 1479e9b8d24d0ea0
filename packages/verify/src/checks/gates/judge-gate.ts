import type { Labels, Point, Series } from '@fly-monitoring/prometheus';
import type { Verdict } from '../../check.js';
import { formatBound, type Gate, type GateOperator, holds } from './gate.js';

export interface GateReading {
  /** At even steps, over the time that counts. */
  readonly series: readonly Series[];
  readonly window: { readonly startMs: number; readonly endMs: number; readonly stepMs: number };
  /** One value for each series, from before the deploy. */
  readonly before: readonly Series[];
  /** What the gate's `enough` counted; undefined without an answer. */
  readonly samples: number | undefined;
}

export interface GateSeries {
  readonly labels: Labels;
  readonly before: number | undefined;
  /** The last value that is a number. */
  readonly now: number | undefined;
  /** The one that is nearest to breaking the gate, or breaks it most. */
  readonly worst: number | undefined;
  readonly limit: number | undefined;
  readonly verdict: Verdict;
}

export interface GateResult {
  readonly verdict: Exclude<Verdict, 'skipped'>;
  /** A value broke the gate: more time mends nothing. */
  readonly isBroken: boolean;
  readonly series: readonly GateSeries[];
  /** What was seen, in words. */
  readonly detail: string;
}

/** Of the steps so many must have a value before they prove anything. */
const enoughOfTheSteps = 0.5;

/** Every value of every series must hold. No data is a failure; too little of it proves neither. */
export function judgeGate(gate: Gate, reading: GateReading): GateResult {
  const series = reading.series.map((one) => judgeSeries(gate, one, reading.before));
  const broken = series.filter(({ verdict }) => verdict === 'fail');
  const few = tooFew(gate, reading);
  const base = { series, isBroken: false } as const;
  if (few !== undefined) return { ...base, verdict: 'inconclusive', detail: few };
  if (reading.series.every(({ points }) => points.length === 0)) return { ...base, verdict: 'fail', detail: 'no data' };
  if (broken.length > 0) return { series, isBroken: true, verdict: 'fail', detail: brokenWords(broken, gate) };
  const gap = gapIn(reading);
  if (gap !== undefined) return { ...base, ...gap };
  const open = series.find(({ verdict }) => verdict === 'inconclusive');
  if (open !== undefined) return { ...base, verdict: 'inconclusive', detail: openWords(open) };
  const worst = mostCritical(series, gate.operator);
  return { ...base, verdict: 'pass', detail: `${seriesWords(worst)}, wanted ${wanted(gate, worst)}` };
}

function tooFew({ enough }: Gate, { samples = 0 }: GateReading): string | undefined {
  if (enough === undefined || samples >= enough.atLeast) return undefined;
  return `too few samples to judge: ${shown(samples)} of ${shown(enough.atLeast)}`;
}

/** The value of before the deploy belongs to the series with the same labels. */
function judgeSeries({ operator, bound }: Gate, { labels, points }: Series, before: readonly Series[]): GateSeries {
  const key = keyOf(labels);
  const old = before.find((one) => keyOf(one.labels) === key)?.points.at(-1)?.value;
  const values = points.map(({ value }) => value).filter((value) => !Number.isNaN(value));
  const limit = bound.kind === 'number' ? bound.value : limitFrom(old, bound);
  const worst = limit === undefined ? values.at(-1) : values.toSorted(byBadness(operator, limit))[0];
  const base = { labels, before: old, now: values.at(-1), worst, limit };
  if (worst === undefined || limit === undefined) return { ...base, verdict: 'inconclusive' };
  return { ...base, verdict: values.every((value) => holds(operator, value, limit)) ? 'pass' : 'fail' };
}

function limitFrom(
  before: number | undefined,
  { factor, offset }: { readonly factor: number; readonly offset: number },
): number | undefined {
  return before === undefined || Number.isNaN(before) ? undefined : factor * before + offset;
}

function byBadness(operator: GateOperator, limit: number): (one: number, other: number) => number {
  return (one, other) => descending(badness(operator, one, limit), badness(operator, other, limit));
}

/** Infinities have no difference. */
function descending(one: number, other: number): number {
  if (one === other) return 0;
  return one > other ? -1 : 1;
}

function badness(operator: GateOperator, value: number, limit: number): number {
  switch (operator) {
    case '<':
    case '<=':
      return value;
    case '>':
    case '>=':
      return 0 - value;
    case '==':
      return Math.abs(value - limit);
    case '!=':
      return 0 - Math.abs(value - limit);
  }
}

/** Data that ends before the time does, or has holes. */
function gapIn({ series, window }: GateReading): Pick<GateResult, 'verdict' | 'detail'> | undefined {
  const { startMs, endMs, stepMs } = window;
  const points = series.flatMap((one) => one.points);
  const lastMs = Math.max(...points.map(({ atMs }) => atMs));
  if (lastMs < endMs - 1.5 * stepMs) {
    return { verdict: 'fail', detail: `no data any more since ${new Date(lastMs).toISOString()}` };
  }
  const steps = Math.floor((endMs - startMs) / stepMs) + 1;
  const filled = new Set(points.filter(isNumber).map(({ atMs }) => atMs)).size;
  if (filled >= steps * enoughOfTheSteps) return undefined;
  const why = filled === 0 ? 'only NaN, as without traffic' : `a value in ${filled} of ${steps} steps only`;
  return { verdict: 'inconclusive', detail: `too few samples to judge: ${why}` };
}

function isNumber({ value }: Point): boolean {
  return !Number.isNaN(value);
}

function mostCritical(series: readonly GateSeries[], operator: GateOperator): GateSeries | undefined {
  const distance = ({ worst = 0, limit = 0 }: GateSeries) =>
    badness(operator, worst, limit) - badness(operator, limit, limit);
  return series.toSorted((one, other) => descending(distance(one), distance(other)))[0];
}

function brokenWords(broken: readonly GateSeries[], gate: Gate): string {
  const worst = mostCritical(broken, gate.operator);
  const more = broken.length > 1 ? `; and ${broken.length - 1} more series` : '';
  return `${seriesWords(worst)}, wanted ${wanted(gate, worst)}${more}`;
}

function openWords({ labels, before, now }: GateSeries): string {
  const name = seriesName(labels);
  if (now === undefined) return `${name}too few samples to judge: only NaN, as without traffic`;
  return `${name}${shown(now)} now, and no value from before the deploy to compare with${before === undefined ? '' : ' (it is NaN)'}`;
}

function seriesWords(series: GateSeries | undefined): string {
  return series === undefined ? '' : `${seriesName(series.labels)}${shown(series.worst ?? Number.NaN)}`;
}

function wanted({ operator, bound }: Gate, series: GateSeries | undefined): string {
  if (bound.kind === 'number') return `${operator} ${shown(bound.value)}`;
  return `${operator} ${shown(series?.limit ?? Number.NaN)} (${formatBound(bound)}, which was ${shown(series?.before ?? Number.NaN)})`;
}

export function seriesName(labels: Labels): string {
  const shownOnes = Object.entries(labels).filter(([name]) => name !== '__name__');
  const pairs = shownOnes.map(([name, value]) => `${name}="${value}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(', ')}} `;
}

/** Four digits tell enough. */
export function shown(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : String(value);
}

function keyOf(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort());
}
