import type { Answer, Exposition, PrometheusApi } from '@fly-monitoring/prometheus';
import type { ExpectedJob, JobVerdict } from './expectation.js';
import { areTheirInstances, type JobCounts, judgeCounts } from './judge-counts.js';

/** A list of a thousand targets is a megabyte; below that, the list costs less than the questions around it. */
export const largeTargets = 1_000;

const poolSizes = 'prometheus_target_scrape_pool_targets';

/** Targets of each job, by Prometheus' own metrics; undefined where it does not count them. */
export function poolSizesOf(answer: Answer<Exposition>): ReadonlyMap<string, number> | undefined {
  if (answer.kind !== 'ok') return undefined;
  const family = answer.value.families.find(({ name }) => name === poolSizes);
  if (family === undefined) return undefined;
  return new Map(family.samples.map(({ labels, value }) => [labels['scrape_job'] ?? '', value]));
}

export interface Counting {
  readonly api: PrometheusApi;
  readonly sizes: ReadonlyMap<string, number>;
  /** By the server's clock: older scrapes do not count. */
  readonly freshSinceMs: number;
}

/** Those jobs that a few queries prove; the answers are a line for each job, and one for each machine that Fly named. */
export async function proveByCounting(
  jobs: readonly ExpectedJob[],
  { api, sizes, freshSinceMs }: Counting,
): Promise<readonly JobVerdict[]> {
  const seconds = (freshSinceMs / 1_000).toFixed(3);
  const [known, fresh, instances, oldest] = await Promise.all([
    countByJob(api, 'count by (job) (up)'),
    countByJob(api, `count by (job) ((up == 1) and (timestamp(up) >= ${seconds}))`),
    countByJob(api, 'count by (job) (count by (job, instance) (up))'),
    countByJob(api, 'min by (job) (timestamp(up))'),
  ]);
  const proofs = jobs.map(async (job) => {
    const counts: JobCounts = {
      targets: sizes.get(job.name) ?? 0,
      known: known.get(job.name) ?? 0,
      fresh: fresh.get(job.name) ?? 0,
      instances: instances.get(job.name) ?? 0,
      oldestScrapeMs: (oldest.get(job.name) ?? 0) * 1_000,
    };
    const proof = judgeCounts(job, counts);
    return proof !== undefined && (await areTheRightOnes(job, api)) ? [proof] : [];
  });
  return (await Promise.all(proofs)).flat();
}

/** The right number of targets may hold a machine of yesterday in place of one of today. */
async function areTheRightOnes({ name, expectation }: ExpectedJob, api: PrometheusApi): Promise<boolean> {
  if (expectation.kind !== 'machines') return true;
  const answer = await api.query(`count by (instance) (up{job=${JSON.stringify(name)}})`);
  const series = answer.kind === 'ok' && answer.value.type === 'series' ? answer.value.series : [];
  return areTheirInstances(
    expectation.machines,
    series.map(({ labels }) => labels['instance'] ?? ''),
  );
}

/** Nothing where there is no answer: then nothing is proved by it. */
async function countByJob(api: PrometheusApi, expr: string): Promise<ReadonlyMap<string, number>> {
  const answer = await api.query(expr);
  const series = answer.kind === 'ok' && answer.value.type === 'series' ? answer.value.series : [];
  return new Map(series.map(({ labels, points }) => [labels['job'] ?? '', points[0]?.value ?? 0]));
}
