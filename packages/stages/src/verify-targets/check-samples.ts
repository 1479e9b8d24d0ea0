import {
  type ActiveTarget,
  type Answer,
  type Check,
  describeFailure,
  failureFacts,
  type Labels,
  type QueryResult,
  type TargetsVerdict,
} from '@fly-monitoring/prometheus';

const keptNothing = 'scrape_samples_post_metric_relabeling == 0';
const foundNothing = 'scrape_samples_scraped == 0';
const base = { name: 'samples', blame: 'app' } as const;

type Ask = (expr: string) => Promise<Answer<QueryResult>>;

/** A scrape of an empty body is "up" too; Prometheus counts for each target what it found and what it kept. */
export async function judgeSamples(
  verdict: TargetsVerdict,
  targets: readonly ActiveTarget[],
  ask: Ask,
): Promise<Check> {
  if (verdict.verdict !== 'pass') {
    return { ...base, verdict: 'skipped', evidence: 'not asked while targets are missing', hint: '' };
  }
  const answer = await ask(keptNothing);
  // In agent mode Prometheus answers no query at all.
  if (answer.kind === 'error') return { ...base, verdict: 'skipped', evidence: describeFailure(answer), hint: '' };
  if (answer.kind !== 'ok') {
    const hint = 'Run again when Prometheus answers queries.';
    return { ...base, verdict: 'inconclusive', blame: 'monitoring', evidence: describeFailure(answer), hint };
  }
  const expected = new Set(verdict.jobs.map(({ job }) => job));
  const hollow = targets.filter((one) => expected.has(one.scrapePool) && isAmong(answer.value, one.labels));
  if (hollow.length === 0) return { ...base, verdict: 'pass', evidence: 'every scrape has samples', hint: '' };
  return { ...base, verdict: 'fail', ...(await explain(hollow, ask)) };
}

/** An empty body is the app's; what relabelling throws away is not. */
async function explain(hollow: readonly ActiveTarget[], ask: Ask): Promise<Pick<Check, 'blame' | 'evidence' | 'hint'>> {
  const answer = await ask(foundNothing);
  const empty = answer.kind === 'ok' ? hollow.filter(({ labels }) => isAmong(answer.value, labels)) : hollow;
  const { blame, hint } = failureFacts[empty.length > 0 ? 'no-samples' : 'all-dropped'];
  const names = hollow.map(({ scrapePool, instance }) => `${scrapePool} ${instance}`).join(', ');
  return { blame, hint, evidence: `up, but without a single sample: ${names}` };
}

function isAmong(result: QueryResult, target: Labels): boolean {
  return result.type === 'series' && result.series.some(({ labels }) => isSeriesOf(labels, target));
}

function isSeriesOf(series: Labels, target: Labels): boolean {
  return Object.entries(target).every(([name, value]) => series[name] === value);
}
