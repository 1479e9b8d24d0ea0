import type { ActiveTarget, Labels } from '@fly-monitoring/prometheus';
import type { ExpectedSamples } from './expected-samples.js';
import type { TargetsStored } from './stored-samples.js';

/** A target, or of a large job some targets. */
export interface Shortfall {
  /** Who it is, in words. */
  readonly name: string;
  readonly kind: 'not-stored' | 'all-dropped' | 'no-samples';
}

export interface StoredFacts extends TargetsStored {
  readonly counts: ReadonlyMap<string, number>;
  /** By Prometheus' clock. */
  readonly serverNowMs: number;
}

/** The targets of one job that are up without stored samples, and those whose scrapes hold none. */
export function judgeStored(expected: ExpectedSamples, facts: StoredFacts): readonly Shortfall[] {
  const { targets } = expected;
  return targets === undefined
    ? judgeByCounts(expected, facts)
    : targets.flatMap((target) => judgeTarget(target, expected, facts) ?? []);
}

function judgeTarget(
  { labels, scrapePool, instance }: ActiveTarget,
  { floorMs }: ExpectedSamples,
  facts: StoredFacts,
): Shortfall | undefined {
  const name = `${scrapePool} ${labels['instance'] ?? instance}`;
  const up = facts.newest.find((series) => isSeriesOf(series.labels, labels));
  const newestMs = (up?.points[0]?.value ?? 0) * 1_000;
  if (newestMs < floorMs) {
    const age = Math.round((facts.serverNowMs - newestMs) / 1_000);
    const seen = up === undefined ? 'no stored sample' : `its newest stored sample is ${age} s old`;
    return { kind: 'not-stored', name: `${name}: ${seen}` };
  }
  if (!isAmong(facts.keptNothing, labels)) return undefined;
  return { kind: isAmong(facts.foundNothing, labels) ? 'no-samples' : 'all-dropped', name };
}

function judgeByCounts({ jobLabel, labelSets }: ExpectedSamples, facts: StoredFacts): readonly Shortfall[] {
  const ofJob = (all: readonly Labels[]) => all.filter((labels) => (labels['job'] ?? '') === jobLabel);
  const empty = ofJob(facts.keptNothing).map((labels): Shortfall => {
    const kind = isAmong(facts.foundNothing, labels) ? 'no-samples' : 'all-dropped';
    return { kind, name: `${jobLabel} ${labels['instance'] ?? ''}` };
  });
  const stored = (facts.counts.get(jobLabel) ?? 0) + empty.length;
  if (stored >= labelSets) return empty;
  const name = `${jobLabel}: ${stored} of ${labelSets} targets have stored samples`;
  return [{ kind: 'not-stored', name }, ...empty];
}

function isAmong(all: readonly Labels[], target: Labels): boolean {
  return all.some((labels) => isSeriesOf(labels, target));
}

function isSeriesOf(series: Labels, target: Labels): boolean {
  return Object.entries(target).every(([name, value]) => series[name] === value);
}
