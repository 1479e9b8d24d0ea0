import type { ShownValue } from '@fly-monitoring/grafana';
import type { Labels, Series } from '@fly-monitoring/prometheus';

/** The same targets, as a data source shows them and as this Prometheus has them. */
export interface BothSides {
  /** `timestamp(up)` of each target, in seconds. */
  readonly shown: readonly ShownValue[];
  /** `up` of each target with its samples. */
  readonly here: readonly Series[];
  /** A remote store has them on every series; Prometheus itself does not show them. */
  readonly externalLabels: Labels;
}

export interface Comparison {
  /** Targets whose newest scrape there is one that was made here. */
  readonly same: readonly string[];
  /** Targets that are not shown, or only with scrapes from before this Prometheus has any of them. */
  readonly absent: readonly string[];
  /** Targets that are shown with scrapes which this Prometheus never made. */
  readonly foreign: readonly string[];
  /** How far the data source is behind, at most. */
  readonly lagMs: number;
}

/**
 * Two Prometheus that scrape the same targets do so at moments of their own, down to the millisecond: one that shows the
 * moments of this one shows what this one has stored.
 */
export function compareScrapes({ shown, here, externalLabels }: BothSides): Comparison {
  const there = shownByTarget({ shown, here, externalLabels });
  const same: string[] = [];
  const absent: string[] = [];
  const foreign: string[] = [];
  let lagMs = 0;
  for (const { labels, points } of here) {
    const target = `${labels['job'] ?? ''} ${labels['instance'] ?? ''}`.trim();
    const times = points.map(({ atMs }) => Math.round(atMs));
    const seen = there.get(keyOf(labels)) ?? [];
    const known = seen.filter((atMs) => times.includes(atMs));
    if (seen.every((atMs) => atMs < Math.min(...times))) absent.push(target);
    else if (known.length === 0) foreign.push(target);
    else {
      same.push(target);
      lagMs = Math.max(lagMs, Math.max(...times) - Math.max(...known));
    }
  }
  return { same, absent, foreign, lagMs };
}

function shownByTarget({ shown, here, externalLabels }: BothSides): ReadonlyMap<string, readonly number[]> {
  const known = new Set(here.map(({ labels }) => keyOf(labels)));
  const byTarget = new Map<string, readonly number[]>();
  for (const { labels, value } of shown) {
    // A label of the target itself stays what it is, also where an external one has its name.
    const isPlain = known.has(keyOf(labels));
    if (!isPlain && isOfAnother(labels, externalLabels)) continue;
    const key = keyOf(isPlain ? labels : withoutExternal(labels, externalLabels));
    byTarget.set(key, [...(byTarget.get(key) ?? []), Math.round(value * 1_000)]);
  }
  return byTarget;
}

/** In a store that several Prometheus send to, the values of their external labels tell them apart. */
function isOfAnother(labels: Labels, externalLabels: Labels): boolean {
  return Object.entries(externalLabels).some(([name, value]) => (labels[name] ?? value) !== value);
}

function withoutExternal(labels: Labels, externalLabels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => externalLabels[name] === undefined));
}

function keyOf(labels: Labels): string {
  const pairs = Object.entries(labels).filter(([name]) => name !== '__name__');
  return JSON.stringify(pairs.sort(([one], [other]) => (one < other ? -1 : 1)));
}
