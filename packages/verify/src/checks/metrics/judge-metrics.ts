import type { Blame, Check } from '../../check.js';
import type { ExpectedMetric } from './expected-metric.js';
import { base } from './identity.js';
import type { NewestSamples } from './newest-samples.js';

/** Why a metric has no series now. */
export interface AbsenceFacts {
  /** A scrape of that job names the metric with its TYPE line. */
  readonly isAnnounced: boolean;
  /** It had series before the deploy. */
  readonly wasThere: boolean;
  /** One of them had no label of its own, so it never waits for traffic. */
  readonly wasUnlabelled: boolean;
}

export interface MetricsEvidence {
  readonly newest: NewestSamples;
  /** Samples older than this are of before, by job; for `undefined` of any job. */
  floorMs(job: string | undefined): number;
  absence(metric: ExpectedMetric, job: string | undefined): AbsenceFacts;
}

export interface MetricRow {
  readonly metric: string;
  readonly job: string | undefined;
  readonly state: 'fresh' | 'waiting' | 'missing';
  readonly usedBy: readonly string[];
  readonly blame: Blame;
}

export interface MetricsVerdict {
  readonly check: Check;
  readonly rows: readonly MetricRow[];
}

const mostNamed = 5;

/** Is each expected name in the last scrapes? */
export function judgeMetrics(expected: readonly ExpectedMetric[], evidence: MetricsEvidence): MetricsVerdict {
  const rows = expected.flatMap((metric) =>
    (metric.jobs ?? [undefined]).map((job): MetricRow => judgeMetric(metric, job, evidence)),
  );
  const missing = rows.filter(({ state }) => state === 'missing');
  if (missing.length === 0) return { check: { ...base, verdict: 'pass', evidence: freshWords(rows), hint: '' }, rows };
  const blame = missing.find((row) => row.blame === 'app')?.blame ?? missing[0]?.blame ?? 'app';
  const more = missing.length > mostNamed ? `; and ${missing.length - mostNamed} more` : '';
  const words = `${missing.slice(0, mostNamed).map(missingWords).join('; ')}${more}`;
  return { check: { ...base, blame, verdict: 'fail', evidence: words, hint: hints[blame] }, rows };
}

/** What has no fresh series in that place; why, has to be asked. */
export function isFresh(
  metric: ExpectedMetric,
  job: string | undefined,
  evidence: Omit<MetricsEvidence, 'absence'>,
): boolean {
  const floorMs = evidence.floorMs(job);
  return metric.series.some((name) => {
    const jobs = evidence.newest.get(name);
    const times = job === undefined ? [...(jobs?.values() ?? [])] : [jobs?.get(job) ?? 0];
    return times.some((newestMs) => newestMs >= floorMs);
  });
}

function judgeMetric(metric: ExpectedMetric, job: string | undefined, evidence: MetricsEvidence): MetricRow {
  const { name, usedBy } = metric;
  const row = { metric: name, job, usedBy };
  if (isFresh(metric, job, evidence)) return { ...row, state: 'fresh', blame: metric.blame };
  const facts = evidence.absence(metric, job);
  const state = mayWait(metric, facts) ? 'waiting' : 'missing';
  return { ...row, state, blame: facts.wasThere ? 'app' : metric.blame };
}

/** A series with labels appears at its first use, unless all its label values are known. */
function mayWait({ isAlwaysThere }: ExpectedMetric, { isAnnounced, wasUnlabelled }: AbsenceFacts): boolean {
  if (isAlwaysThere !== undefined) return !isAlwaysThere;
  return isAnnounced && !wasUnlabelled;
}

function freshWords(rows: readonly MetricRow[]): string {
  const namesOf = (state: MetricRow['state']) =>
    new Set(rows.filter((row) => row.state === state).map(({ metric }) => metric));
  const waiting = namesOf('waiting').size;
  const fresh = `${namesOf('fresh').size} metrics are in the last scrapes`;
  return waiting === 0 ? fresh : `${fresh}; ${waiting} wait for traffic${namesAlso(rows)}`;
}

/** Another job may have had its first use already. */
function namesAlso(rows: readonly MetricRow[]): string {
  const fresh = new Set(rows.filter(({ state }) => state === 'fresh').map(({ metric }) => metric));
  return rows.some(({ state, metric }) => state === 'waiting' && fresh.has(metric)) ? ' in some job' : '';
}

function missingWords({ metric, job, usedBy }: MetricRow): string {
  const where = job === undefined ? 'no service exposes it' : `${job} does not expose it`;
  const [first, ...others] = usedBy;
  const users =
    first === undefined ? '' : ` (used by ${first}${others.length === 0 ? '' : ` and ${others.length} more`})`;
  return `${metric}: ${where} now${users}`;
}

const hints: Readonly<Record<Blame, string>> = {
  app: 'The release does not register the metric any more, or under another name: compare its /metrics with the catalogue.',
  dashboards: 'Correct the name in the dashboard, or allow the panel to be empty (allow-empty-panels).',
  monitoring: 'Correct the name in the rule: an alert over a metric that does not exist never fires.',
  remote: '',
  network: '',
};
