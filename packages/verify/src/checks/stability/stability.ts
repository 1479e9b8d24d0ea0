import { formatDuration } from '@fly-monitoring/kit';
import type { ActiveTarget } from '@fly-monitoring/prometheus';
import type { Check } from '../../check.js';
import { type CheckContext, type CheckResult, checkModule } from '../../check-module.js';
import { listed } from '../../report/check-words.js';

const base = { name: 'stability', blame: 'app' } as const;
/** Of the scrape time-out; above it the next slow garbage collection or a bit more traffic makes gaps. */
const slowShare = 0.8;

/** A service that answers once and dies is scraped once, too. */
export const stability = checkModule({
  ...base,
  inputs: {},
  prepare: (_, { plan }) => ({
    when: 'proved',
    extraMs: plan.stableForMs,
    steps: [`Would want all of it to hold for ${formatDuration(plan.stableForMs)}.`],
    start: () => findStability,
  }),
});

async function findStability(context: CheckContext): Promise<CheckResult> {
  const { plan, provedForMs = 0, activeTargets } = context;
  const soak = formatDuration(plan.stableForMs);
  if (provedForMs < plan.stableForMs) {
    // The same words in each look: a progress line is told once.
    const evidence = `everything must hold for ${soak}`;
    const hint = 'Targets go up and down: look at "fly logs", or give the run more time (timeout).';
    return { checks: [{ ...base, verdict: 'inconclusive', evidence, hint }], isPending: true };
  }
  const slow = [...activeTargets.filter(isSlow).map(durationWords), ...(await slowCounted(context))];
  return slow.length > 0 ? { checks: [slowCheck(slow)], isPending: true } : { checks: [held(soak, activeTargets)] };
}

function isSlow({ lastScrapeDurationMs, scrapeTimeoutMs }: ActiveTarget): boolean {
  return scrapeTimeoutMs !== undefined && lastScrapeDurationMs > slowShare * scrapeTimeoutMs;
}

/** Large jobs have no list; the slowest scrape of each is one line. */
async function slowCounted({ api, plan, targets }: CheckContext): Promise<readonly string[]> {
  const counted = new Set(targets.jobs.filter((job) => job.counted !== undefined).map(({ job }) => job));
  if (counted.size === 0) return [];
  const answer = await api.query('max by (job) (scrape_duration_seconds)');
  const series = answer.kind === 'ok' && answer.value.type === 'series' ? answer.value.series : [];
  return series.flatMap(({ labels: { job = '' }, points: [point] }) => {
    const timeoutMs = plan.jobs.find(({ name }) => name === job)?.timeoutMs;
    const tookMs = (point?.value ?? 0) * 1_000;
    if (!counted.has(job) || timeoutMs === undefined || tookMs <= slowShare * timeoutMs) return [];
    return [`${job}: the slowest took ${formatDuration(tookMs)} of ${formatDuration(timeoutMs)}`];
  });
}

function slowCheck(slow: readonly string[]): Check {
  const evidence = `scrapes nearly time out: ${listed(slow)}`;
  const hint = 'Make /metrics cheaper (fewer series, no blocked event loop), or raise scrape_timeout of the job.';
  return { ...base, verdict: 'fail', evidence, hint };
}

function durationWords({ scrapePool, instance, lastScrapeDurationMs, scrapeTimeoutMs = 0 }: ActiveTarget): string {
  return `${scrapePool} ${instance} took ${formatDuration(lastScrapeDurationMs)} of ${formatDuration(scrapeTimeoutMs)}`;
}

function held(soak: string, targets: readonly ActiveTarget[]): Check {
  const slowestMs = targets.reduce((most, { lastScrapeDurationMs }) => Math.max(most, lastScrapeDurationMs), 0);
  const evidence = `held for ${soak}; the slowest scrape took ${formatDuration(slowestMs)}`;
  return { ...base, verdict: 'pass', evidence, hint: '' };
}
