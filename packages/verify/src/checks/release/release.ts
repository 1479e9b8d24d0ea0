import { releaseInput } from '@fly-monitoring/kit';
import { describeFailure, type Failure, type PrometheusApi } from '@fly-monitoring/prometheus';
import type { Check } from '../../check.js';
import { type CheckContext, type CheckResult, checkModule } from '../../check-module.js';
import type { VerifyPlan } from '../../plan.js';
import { releaseQueries } from './release-queries.js';

const base = { name: 'release', blame: 'app' } as const;
/** Libraries round the start of the process to seconds, or to ticks of the clock. */
const startToleranceMs = 2_000;

/** A machine that kept the old process is scraped as well as one that did not. */
export const release = checkModule({
  ...base,
  inputs: releaseInput,
  prepare: ({ release: wanted }, { inputs, plan }) => {
    if (wanted === undefined)
      return { skipped: 'no release was given', hint: 'Set release to the commit that was deployed.' };
    return {
      when: 'proved',
      needsQueries: true,
      steps: [`Would want the release ${wanted} on every target.`],
      start: () => (context) =>
        findRelease(context, { wanted, sinceMs: inputs.firstSinceMs, jobs: jobsOf(plan, inputs.monitoredApp) }),
    };
  },
});

/** Those of the app where Fly's names tell: a database beside it keeps running when the app is deployed. */
function jobsOf({ jobs }: VerifyPlan, app: string | undefined): ReadonlySet<string> {
  const own = jobs.filter(({ groups }) => groups.some((group) => group.app === app));
  return new Set((own.length > 0 ? own : jobs).map(({ name }) => name));
}

interface Wanted {
  readonly wanted: string;
  /** Whose processes must be new. */
  readonly jobs: ReadonlySet<string>;
  readonly sinceMs: number;
}

type Counts = ReadonlyMap<string, number>;
type Question = keyof ReturnType<typeof releaseQueries>;

async function findRelease(
  { api, targets, server }: CheckContext,
  { wanted, sinceMs, jobs: own }: Wanted,
): Promise<CheckResult> {
  const sinceSeconds = (sinceMs + (server.clockSkewMs ?? 0) - startToleranceMs) / 1_000;
  const asked = await askAll(api, releaseQueries(wanted, sinceSeconds));
  if ('failure' in asked) {
    const evidence = describeFailure(asked.failure);
    return { checks: [{ ...base, verdict: 'inconclusive', evidence, hint: 'Run again.' }], isPending: true };
  }
  const jobs = targets.jobs
    .filter(({ job }) => own.has(job))
    .map(({ job, rows, counted }) => {
      const up = counted?.up ?? rows.filter(({ verdict }) => verdict === 'pass').length;
      const of = (question: Question) => asked.counts[question].get(job) ?? 0;
      return {
        job,
        ...judgeJob(
          { up, right: of('right'), wrong: of('wrong'), started: of('started'), old: of('old') },
          sinceMs > 0,
        ),
      };
    });
  const worst = jobs.find(({ state }) => state === 'old') ?? jobs.find(({ state }) => state === 'unknown');
  const evidence = (worst === undefined ? jobs : jobs.filter(({ state }) => state === worst.state))
    .map(({ job, words }) => `${job}: ${words}`)
    .join('; ');
  return { checks: [checkOf(worst?.state, evidence)], isPending: true };
}

interface Seen {
  readonly up: number;
  readonly right: number;
  readonly wrong: number;
  readonly started: number;
  readonly old: number;
}

interface JobRelease {
  readonly state: 'right' | 'old' | 'unknown';
  readonly words: string;
}

function judgeJob({ up, right, wrong, started, old }: Seen, hasSince: boolean): JobRelease {
  if (wrong > 0) return { state: 'old', words: `${wrong} of ${up} targets show another revision` };
  if (right > 0) {
    const isWhole = right >= up;
    return { state: isWhole ? 'right' : 'old', words: `${right} of ${up} targets show the revision` };
  }
  if (!hasSince) return { state: 'unknown', words: 'no metric *_build_info with a revision, and since was not given' };
  if (old > 0) return { state: 'old', words: `${old} of ${up} processes started before the deploy` };
  if (started === 0) return { state: 'unknown', words: 'neither a revision nor process_start_time_seconds' };
  return { state: started >= up ? 'right' : 'old', words: `${started} of ${up} processes started since the deploy` };
}

function checkOf(state: JobRelease['state'] | undefined, evidence: string): Check {
  if (state === undefined) return { ...base, verdict: 'pass', evidence, hint: '' };
  if (state === 'unknown') {
    const hint = 'Let the service export a metric like app_build_info{revision="…"} 1, or process_start_time_seconds.';
    return { ...base, verdict: 'inconclusive', evidence, hint };
  }
  const hint = 'Some machines still run the release before: look at "fly status", or deploy again.';
  return { ...base, verdict: 'fail', evidence, hint };
}

async function askAll(
  api: PrometheusApi,
  queries: Readonly<Record<Question, string>>,
): Promise<{ readonly counts: Readonly<Record<Question, Counts>> } | { readonly failure: Failure }> {
  const names = ['right', 'wrong', 'started', 'old'] as const;
  const answers = await Promise.all(names.map((name) => api.query(queries[name])));
  const failure = answers.find((answer) => answer.kind !== 'ok');
  if (failure !== undefined) return { failure };
  const [right, wrong, started, old] = answers.map((answer) => {
    const series = answer.kind === 'ok' && answer.value.type === 'series' ? answer.value.series : [];
    return new Map(series.map(({ labels, points }) => [labels['job'] ?? '', points[0]?.value ?? 0]));
  });
  const none: Counts = new Map();
  return { counts: { right: right ?? none, wrong: wrong ?? none, started: started ?? none, old: old ?? none } };
}
