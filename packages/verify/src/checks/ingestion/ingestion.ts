import { type Answer, describeFailure, type Exposition } from '@fly-monitoring/prometheus';
import type { Blame, Check } from '../../check.js';
import { type AskCheck, type CheckContext, type CheckResult, checkModule } from '../../check-module.js';
import { foreignJobs } from '../../targets/foreign-jobs.js';

const base = { name: 'ingestion', blame: 'monitoring' } as const;

interface Counter {
  readonly name: string;
  readonly words: string;
  /** What the samples of a service can cause is its own. */
  readonly blame: Blame;
}

const scrapes = 'prometheus_target_scrapes';
const counters: readonly Counter[] = [
  { name: `${scrapes}_sample_out_of_order_total`, words: 'samples out of order', blame: 'app' },
  { name: `${scrapes}_sample_duplicate_timestamp_total`, words: 'duplicate samples', blame: 'app' },
  { name: `${scrapes}_sample_out_of_bounds_total`, words: 'samples out of bounds', blame: 'app' },
  { name: `${scrapes}_exceeded_sample_limit_total`, words: 'scrapes over sample_limit', blame: 'app' },
  { name: `${scrapes}_exceeded_body_size_limit_total`, words: 'scrapes over body_size_limit', blame: 'app' },
  {
    name: 'prometheus_target_scrape_pool_exceeded_target_limit_total',
    words: 'pools over target_limit',
    blame: 'monitoring',
  },
  { name: 'prometheus_target_scrape_pool_exceeded_label_limits_total', words: 'pools over label limits', blame: 'app' },
  { name: 'prometheus_sd_dns_lookup_failures_total', words: 'failed DNS look-ups', blame: 'network' },
  { name: 'prometheus_sd_refresh_failures_total', words: 'failed refreshes of service discovery', blame: 'network' },
  { name: 'prometheus_tsdb_wal_corruptions_total', words: 'corruptions of the write-ahead log', blame: 'monitoring' },
];

type Totals = ReadonlyMap<string, number>;

/** One dirty window may be the end of a deploy, or a resolver that hiccupped. */
const mostWindows = 2;
/** The soak began a few requests earlier than its first window, and its last look must find the window over. */
const slackMs = 250;

/** What Prometheus throws away while everything is "up". */
export const ingestion = checkModule({
  ...base,
  inputs: {},
  prepare: (_, { plan }) => ({
    when: 'proved',
    extraMs: mostWindows * plan.stableForMs,
    // From the first proof on: what failed while the deploy was under way is over.
    start: () => watchCounters(),
  }),
});

interface Window {
  readonly number: number;
  readonly before: Totals;
  readonly endMs: number;
}

function watchCounters(): AskCheck {
  let window: Window | undefined;
  let last = watching;
  return async (context) => {
    const { nowMs, plan } = context;
    if (window !== undefined && nowMs < window.endMs) return last;
    const answer = await context.ownMetrics();
    if (answer.kind !== 'ok') return unread(answer);
    const before = totalsOf(answer.value);
    const number = (window?.number ?? 0) + 1;
    const judged = window === undefined ? undefined : judgeTotals(window.before, before, context);
    const isLast = judged === undefined ? plan.stableForMs === 0 : isClean(judged) || number > mostWindows;
    if (isLast) return judged ?? judgeTotals(before, before, context);
    window = { number, before, endMs: nowMs + plan.stableForMs - slackMs };
    last = judged === undefined ? watching : { ...judged, isPending: true };
    return last;
  };
}

function isClean({ checks }: CheckResult): boolean {
  return checks.every(({ verdict }) => verdict !== 'fail');
}

const watching: CheckResult = {
  checks: [
    { ...base, verdict: 'inconclusive', evidence: 'watching the counters', hint: 'Give the run more time (timeout).' },
  ],
  isPending: true,
};

function unread(failure: Exclude<Answer<Exposition>, { readonly kind: 'ok' }>): CheckResult {
  const evidence = `Prometheus' own metrics cannot be read: ${describeFailure(failure)}`;
  if (failure.kind === 'not-found') return { checks: [{ ...base, verdict: 'skipped', evidence, hint: '' }] };
  return { checks: [{ ...base, verdict: 'inconclusive', evidence, hint: 'Run again.' }], isPending: true };
}

function totalsOf({ families }: Exposition): Totals {
  const known = new Set(counters.map(({ name }) => name));
  const totals = families.filter(({ name }) => known.has(name));
  return new Map(totals.map(({ name, samples }) => [name, samples.reduce((sum, { value }) => sum + value, 0)]));
}

function judgeTotals(before: Totals, now: Totals, { targets }: CheckContext): CheckResult {
  const risen = counters.flatMap((counter) => {
    const more = (now.get(counter.name) ?? 0) - (before.get(counter.name) ?? 0);
    return more > 0 ? [{ counter, more }] : [];
  });
  if (risen.length === 0) {
    const evidence = `none of ${now.size} counters of lost samples and failed discovery rose`;
    return { checks: [{ ...base, verdict: now.size === 0 ? 'skipped' : 'pass', evidence, hint: '' }] };
  }
  // The counters are of the whole server: with jobs that are not ours the app cannot be blamed.
  const blames = risen.map(({ counter }) => counter.blame);
  const blame =
    foreignJobs(targets).length === 0 && blames.includes('app')
      ? 'app'
      : (blames.find((one) => one !== 'app') ?? 'monitoring');
  const check: Check = {
    ...base,
    verdict: 'fail',
    blame,
    evidence: risen.map(({ counter, more }) => `${more} ${counter.words} (${counter.name})`).join('; '),
    hint: 'Look at the log of Prometheus, which names job and target: two sources write one series, a service sets its own timestamps, or a limit is too low.',
  };
  return { checks: [check] };
}
