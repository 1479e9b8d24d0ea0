import type { QueryResult } from '@fly-monitoring/prometheus';

/** Newest sample of each series name in each job, in milliseconds; series without a job are under ''. */
export type NewestSamples = ReadonlyMap<string, ReadonlyMap<string, number>>;

const nameLabel = 'metric_name';

/**
 * One query for many names. It sees what is there now: a series that ended is left out at once when its target goes on,
 * and by its old timestamp when Prometheus itself was restarted.
 */
export function newestSamplesQuery(names: readonly string[]): string {
  const newest = (name: string) => `max by (job) (timestamp({__name__=${JSON.stringify(name)}}))`;
  return names
    .map(
      (name) =>
        `label_replace(${newest(name)}, "${nameLabel}", ${JSON.stringify(name.replaceAll('$', '$$$$'))}, "", "")`,
    )
    .join(' or ');
}

export function newestSamples(results: readonly QueryResult[]): NewestSamples {
  const byName = new Map<string, Map<string, number>>();
  for (const result of results) {
    if (result.type !== 'series') continue;
    for (const { labels, points } of result.series) {
      const { [nameLabel]: name = '', job = '' } = labels;
      const jobs = byName.get(name) ?? new Map<string, number>();
      jobs.set(job, (points.at(-1)?.value ?? 0) * 1_000);
      byName.set(name, jobs);
    }
  }
  return byName;
}
