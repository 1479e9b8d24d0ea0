import type { ActiveTarget, Answer, Check, Labels, QueryResult, TargetsVerdict } from '@fly-monitoring/prometheus';
import { describeFailure, failureFacts } from '@fly-monitoring/prometheus';

const keptNothing = 'scrape_samples_post_metric_relabeling == 0';
const base = { name: 'samples', blame: 'app' } as const;

/** A scrape of an empty body is "up" too; Prometheus counts for each target what it kept. */
export async function judgeSamples(
  verdict: TargetsVerdict,
  targets: readonly ActiveTarget[],
  query: (expr: string) => Promise<Answer<QueryResult>>,
): Promise<Check> {
  if (verdict.verdict !== 'pass') {
    return { ...base, verdict: 'skipped', evidence: 'not asked while targets are missing', hint: '' };
  }
  const answer = await query(keptNothing);
  // In agent mode Prometheus answers no query at all.
  if (answer.kind === 'error') return { ...base, verdict: 'skipped', evidence: describeFailure(answer), hint: '' };
  if (answer.kind !== 'ok') {
    const hint = 'Run again when Prometheus answers queries.';
    return { ...base, verdict: 'inconclusive', blame: 'monitoring', evidence: describeFailure(answer), hint };
  }
  const series = answer.value.type === 'series' ? answer.value.series : [];
  const expected = new Set(verdict.jobs.map(({ job }) => job));
  const empty = targets.filter(
    ({ scrapePool, labels }) => expected.has(scrapePool) && series.some((one) => isSeriesOf(one.labels, labels)),
  );
  if (empty.length === 0) return { ...base, verdict: 'pass', evidence: 'every scrape has samples', hint: '' };
  const names = empty.map(({ scrapePool, instance }) => `${scrapePool} ${instance}`).join(', ');
  return {
    ...base,
    verdict: 'fail',
    evidence: `up, but without a single sample: ${names}`,
    hint: failureFacts['no-samples'].hint,
  };
}

function isSeriesOf(series: Labels, target: Labels): boolean {
  return Object.entries(target).every(([name, value]) => series[name] === value);
}
