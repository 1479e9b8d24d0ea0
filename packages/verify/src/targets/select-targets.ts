import type { PrometheusApi, Series } from '@fly-monitoring/prometheus';
import type { CheckContext } from '../check-module.js';
import { jobLabelOf } from '../checks/metrics/ask-newest.js';

/** Values of the label `job` of the jobs of which a target is up. */
export function awakeJobs(context: CheckContext): readonly string[] {
  const awake = context.targets.jobs.filter(({ counted, rows }) => counted !== undefined || rows.some(isUp));
  return awake.map(({ job }) => jobLabelOf(context, job));
}

function isUp({ health }: { readonly health: string }): boolean {
  return health === 'up';
}

/** Each of them costs a line of a regular expression; some of each job prove the job. */
const mostTargets = 200;

/** PromQL that selects `up` of some targets of each job, the same ones wherever it is asked; undefined without targets. */
export async function selectorOfTargets(jobs: readonly string[], api: PrometheusApi): Promise<string | undefined> {
  if (jobs.length === 0) return undefined;
  const ofJobs = `up{job=~${anyOf(jobs)}}`;
  const each = Math.max(1, Math.floor(mostTargets / jobs.length));
  const answer = await api.query(`topk by (job) (${each}, ${ofJobs})`);
  const series = answer.kind === 'ok' && answer.value.type === 'series' ? answer.value.series : [];
  if (series.length === 0) return undefined;
  const instances = instancesOf(series);
  return instances === undefined ? ofJobs : `up{job=~${anyOf(jobs)},instance=~${anyOf(instances)}}`;
}

/** Undefined where relabelling took the label away. */
function instancesOf(series: readonly Series[]): readonly string[] | undefined {
  const named = series.flatMap(({ labels }) => labels['instance'] ?? []);
  return named.length === series.length ? [...new Set(named)] : undefined;
}

/** A matcher for any of these values of a label. */
export function anyOf(values: readonly string[]): string {
  return JSON.stringify(values.map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'));
}
