import type { Answer, Failure, PrometheusApi, QueryResult } from '@fly-monitoring/prometheus';
import type { CheckContext } from '../../check-module.js';
import { type NewestSamples, newestSamples, newestSamplesQuery } from './newest-samples.js';

/** Names in one query: some kilobytes, far below what Prometheus accepts. */
const namesAtOnce = 40;

export type Newest =
  | { readonly kind: 'known'; readonly samples: NewestSamples }
  | { readonly kind: 'unknown'; readonly failure: Failure };

/** The newest sample of each of these, by job. */
export async function askNewest(names: readonly string[], api: PrometheusApi): Promise<Newest> {
  const results: QueryResult[] = [];
  for (let start = 0; start < names.length; start += namesAtOnce) {
    const answer: Answer<QueryResult> = await api.query(newestSamplesQuery(names.slice(start, start + namesAtOnce)));
    if (answer.kind !== 'ok') return { kind: 'unknown', failure: answer };
    results.push(answer.value);
  }
  return { kind: 'known', samples: newestSamples(results) };
}

/** A scrape's samples are up to so much older than the time that the list of targets tells. */
export const alignmentMs = 100;

/** Samples older than this are of before: of an earlier release, or of a target that is gone. By Prometheus' clock. */
export function floorOf({ plan, server, targets }: CheckContext, job: string | undefined): number {
  const sinceMs = plan.sinceMs === 0 ? 0 : plan.sinceMs + (server.clockSkewMs ?? 0);
  if (job === undefined) return sinceMs;
  const rows = targets.jobs.find((one) => one.job === job)?.rows ?? [];
  const scrapes = rows.flatMap(({ lastScrapeMs, verdict }) => (verdict === 'pass' ? (lastScrapeMs ?? []) : []));
  return scrapes.length === 0 ? sinceMs : Math.max(sinceMs, Math.min(...scrapes)) - alignmentMs;
}

/** Value of the label `job` in the series of a job; relabelling may have changed it. */
export function jobLabelOf({ activeTargets }: CheckContext, job: string): string {
  return activeTargets.find(({ scrapePool }) => scrapePool === job)?.labels['job'] ?? job;
}
