import { publicUrl } from '@fly-monitoring/fly';
import { formatDuration } from '@fly-monitoring/kit';
import { groupsOfJob, type JobGroup, type ScrapeJob } from '@fly-monitoring/prometheus';
import type { VerifyInputs } from './base-inputs.js';
import type { JobExpectation } from './job-expectation.js';
import type { Repository } from './repository/read-repository.js';

export type AccessPlan =
  | { readonly kind: 'url'; readonly url: string }
  /** `flyctl proxy` to the private port. */
  | { readonly kind: 'tunnel'; readonly app: string; readonly remotePort: number };

export interface PlannedJob {
  readonly name: string;
  readonly count: JobExpectation['count'];
  /** Empty when the configuration does not find its targets by Fly's names. */
  readonly groups: readonly JobGroup[];
  /** Where the job is written, for annotations; undefined when no file describes it. */
  readonly place: { readonly file: string; readonly line: number } | undefined;
  /** Of a scrape; undefined when no file describes the job. */
  readonly timeoutMs: number | undefined;
  /** Targets that the configuration lists one by one. */
  readonly staticTargets: number;
}

export interface VerifyPlan {
  readonly access: AccessPlan;
  readonly jobs: readonly PlannedJob[];
  /** Apps whose machines are asked for. */
  readonly apps: readonly string[];
  readonly sinceMs: number;
  readonly timeoutMs: number;
  /** How the time-out came about, when nobody set it. */
  readonly timeoutReason: string;
  readonly intervalMs: number;
  /** How long all of it must hold. */
  readonly stableForMs: number;
  /** What is scraped steadily was scraped within this time. */
  readonly freshForMs: number;
  /** The usual one of the configuration. */
  readonly scrapeIntervalMs: number;
}

/** Of Prometheus on Fly's private network. */
export const prometheusPort = 9090;
/** Prometheus hands new targets to its scrapers every 5 s. */
const discoveryMs = 5_000;
/** For jobs that no file describes: Prometheus' usual values. */
const usualJob = { intervalMs: 15_000, timeoutMs: 10_000, discoveries: [] };
const usualRefreshMs = 30_000;

export function planVerify(inputs: VerifyInputs, { config }: Repository): VerifyPlan {
  const known = config?.jobs ?? [];
  const jobs = plannedJobs(inputs.jobs, known);
  const scraped = known.filter(({ name }) => jobs.some((job) => job.name === name));
  const derivedMs = timeToVerdictMs(scraped);
  return {
    access: planAccess(inputs),
    jobs,
    apps: [
      ...new Set(jobs.filter(({ count }) => count === undefined).flatMap(({ groups }) => groups.map(({ app }) => app))),
    ],
    sinceMs: inputs.sinceMs,
    timeoutMs: inputs.timeout ?? derivedMs,
    timeoutReason: inputs.timeout === undefined ? 'DNS refresh + 5 s + 2 scrape intervals + scrape time-out' : 'as set',
    intervalMs: inputs.interval,
    stableForMs:
      inputs.stableFor ?? Math.max(...(scraped.length === 0 ? [usualJob] : scraped).map((job) => job.intervalMs)),
    freshForMs: Math.max(...(scraped.length === 0 ? [usualJob] : scraped).map(twoScrapesMs)),
    scrapeIntervalMs: config?.scrapeIntervalMs ?? usualJob.intervalMs,
  };
}

function planAccess({ prometheusUrl, auth, monitoringApp = '' }: VerifyInputs): AccessPlan {
  if (prometheusUrl !== undefined) return { kind: 'url', url: prometheusUrl };
  if (auth !== undefined) return { kind: 'url', url: publicUrl(monitoringApp) };
  return { kind: 'tunnel', app: monitoringApp, remotePort: prometheusPort };
}

function plannedJobs(expectations: readonly JobExpectation[], known: readonly ScrapeJob[]): readonly PlannedJob[] {
  if (expectations.length === 0) return known.map((job) => plannedJob({ name: job.name, count: undefined }, job));
  return expectations.map((expectation) =>
    plannedJob(
      expectation,
      known.find(({ name }) => name === expectation.name),
    ),
  );
}

function plannedJob({ name, count }: JobExpectation, job: ScrapeJob | undefined): PlannedJob {
  const targets = job?.discoveries.map((one) => (one.kind === 'static' ? one.targets.length : 0)) ?? [];
  return {
    name,
    count,
    groups: job === undefined ? [] : groupsOfJob(job),
    place: job === undefined ? undefined : { file: job.file, line: job.line },
    timeoutMs: job?.timeoutMs,
    staticTargets: targets.reduce((sum, one) => sum + one, 0),
  };
}

/** A machine that has just started is found at the next DNS refresh and surely scraped within two intervals. */
function timeToVerdictMs(jobs: readonly ScrapeJob[]): number {
  const all = jobs.length === 0 ? [usualJob] : jobs;
  const refreshes = jobs.flatMap(({ discoveries }) =>
    discoveries.flatMap((one) => (one.kind === 'dns' ? [one.refreshMs] : [])),
  );
  const refreshMs = jobs.length === 0 ? usualRefreshMs : Math.max(0, ...refreshes);
  return refreshMs + discoveryMs + Math.max(...all.map(twoScrapesMs));
}

function twoScrapesMs({ intervalMs, timeoutMs }: Pick<ScrapeJob, 'intervalMs' | 'timeoutMs'>): number {
  return 2 * intervalMs + timeoutMs;
}

/** What a dry run prints. */
export function describePlan(plan: VerifyPlan, steps: readonly string[]): readonly string[] {
  const { access } = plan;
  const where = access.kind === 'url' ? access.url : `port ${access.remotePort} of ${access.app}, through flyctl proxy`;
  const since = plan.sinceMs === 0 ? 'at any time' : `since ${new Date(plan.sinceMs).toISOString()}`;
  return [
    `Would ask Prometheus at ${where}.`,
    ...plan.jobs.map((job) => `Would want the job ${job.name}: ${describeExpectation(job)}, scraped ${since}.`),
    ...steps,
    `Would wait up to ${formatDuration(plan.timeoutMs)} (${plan.timeoutReason}), looking every ${formatDuration(plan.intervalMs)}.`,
  ];
}

function describeExpectation({ count, groups, staticTargets }: PlannedJob): string {
  if (count !== undefined) return `${count.kind === 'exactly' ? 'exactly' : 'at least'} ${count.count} targets`;
  const named = groups.map(({ app, group, port }) => `${group === undefined ? app : `${app}/${group}`}:${port}`);
  if (named.length > 0) return `every machine of ${named.join(', ')}`;
  return `at least ${Math.max(1, staticTargets)} targets`;
}
