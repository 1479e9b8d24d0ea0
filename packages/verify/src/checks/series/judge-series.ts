import type { Labels } from '@fly-monitoring/prometheus';
import type { Check } from '../../check.js';
import { listed } from '../../report/check-words.js';
import { base } from './identity.js';
import type { Balance } from './series-queries.js';

export interface Shortage {
  readonly jobLabel: string;
  readonly samples: number;
  readonly series: number;
}

/** Measured: a Prometheus 3.5 on two busy cores counts so many in 0.6 s. */
const mostSeries = 200_000;

export interface Countable {
  readonly jobs: readonly string[];
  /** Words for each job that is too large. */
  readonly tooMany: readonly string[];
}

/** The expected jobs first, and the small before the large, as far as the limit reaches. */
export function chooseCountable(samples: ReadonlyMap<string, number>, expected: readonly string[]): Countable {
  const isExpected = new Set(expected);
  const ordered = [...samples].sort(
    ([a, ofA], [b, ofB]) => Number(isExpected.has(b)) - Number(isExpected.has(a)) || ofA - ofB,
  );
  const jobs: string[] = [];
  const tooMany: string[] = [];
  let total = 0;
  for (const [job, count] of ordered) {
    if (total + count <= mostSeries) {
      total += count;
      jobs.push(job);
    } else if (isExpected.has(job)) tooMany.push(`${job} (${count} series)`);
  }
  return { jobs, tooMany };
}

export function findShortages({ samples, series }: Balance, jobs: readonly string[]): readonly Shortage[] {
  return jobs.flatMap((jobLabel) => {
    const counts = { samples: samples.get(jobLabel) ?? 0, series: series.get(jobLabel) ?? 0 };
    return counts.series < counts.samples ? [{ jobLabel, ...counts }] : [];
  });
}

export interface WriterSearch {
  /** A series with several writers. */
  readonly example: Labels | undefined;
  /** Metrics that were not looked into. */
  readonly leftOut: number;
}

export interface SeriesFacts {
  readonly balance: Balance;
  readonly countable: Countable;
  readonly shortages: readonly Shortage[];
  readonly search: WriterSearch;
  /** There may be one that is not seen yet. */
  readonly isOpen: boolean;
}

const hint =
  'Keep instance and job apart: take the labeldrop or replacement of them out of metric_relabel_configs, set honor_labels only where the labels that exporters send are distinct, and deploy the monitoring app so that no job of before writes beside.';

export function judgeSeries(facts: SeriesFacts): Check {
  const { shortages, isOpen } = facts;
  const { example } = facts.search;
  if (example !== undefined) {
    const evidence = `several targets write into one series, such as ${seriesWords(example)}: ${listed(shortages.map(words))}`;
    return { ...base, verdict: 'fail', evidence, hint };
  }
  if (shortages.length > 0 && isOpen) {
    const evidence = `fewer series than samples: ${listed(shortages.map(words))}`;
    return { ...base, verdict: 'inconclusive', evidence, hint: 'Give the run more time (timeout).' };
  }
  return { ...base, verdict: 'pass', evidence: passWords(facts), hint: '' };
}

function words({ jobLabel, samples, series }: Shortage): string {
  return `${jobLabel} has ${samples} samples in its last scrapes and ${series} series`;
}

function seriesWords({ metric_name: name = '', ...labels }: Labels): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return `${name}{${pairs.join(',')}}`;
}

function passWords({ balance, countable, shortages, search }: SeriesFacts): string {
  const total = countable.jobs.reduce((sum, job) => sum + (balance.series.get(job) ?? 0), 0);
  return [
    `${total} series, none of them written by several targets`,
    ...(shortages.length === 0
      ? []
      : [`the others have labels or timestamps of their own: ${listed(shortages.map(words))}`]),
    ...(search.leftOut === 0 ? [] : [`${search.leftOut} metrics were not looked into`]),
    ...(countable.tooMany.length === 0 ? [] : [`not counted, as too large: ${listed(countable.tooMany)}`]),
  ].join('; ');
}
