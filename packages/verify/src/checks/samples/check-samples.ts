import {
  type ActiveTarget,
  type Answer,
  describeFailure,
  type Labels,
  type QueryResult,
} from '@fly-monitoring/prometheus';
import type { Check } from '../../check.js';
import { listed } from '../../report/check-words.js';
import type { TargetsVerdict } from '../../targets/expectation.js';
import { failureFacts } from '../../targets/failure-class.js';
import { base } from './identity.js';

const keptNothing = 'scrape_samples_post_metric_relabeling == 0';
const foundNothing = 'scrape_samples_scraped == 0';

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
  if (answer.kind !== 'ok') {
    const hint = 'Run again when Prometheus answers queries.';
    return { ...base, verdict: 'inconclusive', blame: 'monitoring', evidence: describeFailure(answer), hint };
  }
  const byList = new Set(verdict.jobs.filter(({ counted }) => counted === undefined).map(({ job }) => job));
  const emptyScrapes = [
    ...targets.filter((one) => byList.has(one.scrapePool) && isAmong(answer.value, one.labels)).map(emptyTarget),
    ...emptyCounted(verdict, answer.value),
  ];
  if (emptyScrapes.length === 0) return { ...base, verdict: 'pass', evidence: 'every scrape has samples', hint: '' };
  return { ...base, verdict: 'fail', ...(await explain(emptyScrapes, ask)) };
}

interface EmptyScrape {
  readonly job: string;
  readonly labels: Labels;
}

function emptyTarget({ scrapePool, labels }: ActiveTarget): EmptyScrape {
  return { job: scrapePool, labels };
}

/** Of large jobs there is no list; their series are as many as their targets. */
function emptyCounted({ jobs }: TargetsVerdict, result: QueryResult): readonly EmptyScrape[] {
  const counted = new Set(jobs.filter((job) => job.counted !== undefined).map(({ job }) => job));
  const series = result.type === 'series' ? result.series : [];
  return series.flatMap(({ labels: { __name__: _, ...labels } }) => {
    const job = labels['job'] ?? '';
    return counted.has(job) ? [{ job, labels }] : [];
  });
}

/** An empty body is the app's; what relabelling throws away is not. */
async function explain(
  emptyScrapes: readonly EmptyScrape[],
  ask: Ask,
): Promise<Pick<Check, 'blame' | 'evidence' | 'hint'>> {
  const answer = await ask(foundNothing);
  const empty =
    answer.kind === 'ok' ? emptyScrapes.filter(({ labels }) => isAmong(answer.value, labels)) : emptyScrapes;
  const { blame, hint } = failureFacts[empty.length > 0 ? 'no-samples' : 'all-dropped'];
  const names = emptyScrapes.map(({ job, labels }) => `${job} ${labels['instance'] ?? ''}`);
  return { blame, hint, evidence: `up, but without a single sample: ${listed(names)}` };
}

function isAmong(result: QueryResult, target: Labels): boolean {
  return result.type === 'series' && result.series.some(({ labels }) => isSeriesOf(labels, target));
}

function isSeriesOf(series: Labels, target: Labels): boolean {
  return Object.entries(target).every(([name, value]) => series[name] === value);
}
