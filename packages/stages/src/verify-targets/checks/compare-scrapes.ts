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
  /** Targets that are not shown at all. */
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
  const there = shownByTarget(shown, externalLabels);
  const same: string[] = [];
  const absent: string[] = [];
  const foreign: string[] = [];
  let lagMs = 0;
  for (const { labels, points } of here) {
    const target = `${labels['job'] ?? ''} ${labels['instance'] ?? ''}`.trim();
    const times = points.map(({ atMs }) => Math.round(atMs));
    const seen = there.get(keyOf(labels)) ?? [];
    const known = seen.filter((atMs) => times.includes(atMs));
    if (seen.length === 0) absent.push(target);
    else if (known.length === 0) foreign.push(target);
    else {
      same.push(target);
      lagMs = Math.max(lagMs, Math.max(...times) - Math.max(...known));
    }
  }
  return { same, absent, foreign, lagMs };
}

function shownByTarget(shown: readonly ShownValue[], externalLabels: Labels): ReadonlyMap<string, readonly number[]> {
  const byTarget = new Map<string, readonly number[]>();
  for (const { labels, value } of shown) {
    if (isOfAnother(labels, externalLabels)) continue;
    const key = keyOf(withoutExternal(labels, externalLabels));
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
