import type { Check } from '../check.js';
import type { Verified } from '../outcome.js';
import type { TargetRow } from '../targets/expectation.js';
import { blamesOf, rowsOf } from './report-parts.js';

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
const schemaVersion = 1;

export interface JsonReport {
  readonly schema: 'fly-monitoring/verify-report';
  readonly schemaVersion: typeof schemaVersion;
  readonly verdict: 'pass' | 'fail' | 'inconclusive';
  /** What the failed checks blame. */
  readonly blames: readonly string[];
  /** Times are ISO 8601 by the clock of the runner; those of scrapes by Prometheus' clock. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly since: string | null;
  readonly timeoutMs: number;
  readonly looks: number;
  readonly prometheus: {
    readonly address: string;
    readonly version: string | null;
    readonly clockSkewMs: number | null;
  };
  readonly checks: readonly Check[];
  readonly targets: readonly JsonTarget[];
  /** Jobs that are scraped although nobody expects them. */
  readonly unexpectedJobs: readonly string[];
}

interface JsonTarget {
  readonly job: string;
  readonly instance: string;
  readonly machineId: string | null;
  readonly health: string;
  readonly verdict: string;
  readonly failure: string | null;
  readonly error: string;
  readonly lastScrape: string | null;
}

export function jsonReport(outcome: Verified): JsonReport {
  const { plan, server } = outcome;
  return {
    schema: 'fly-monitoring/verify-report',
    schemaVersion,
    verdict: outcome.verdict,
    blames: blamesOf(outcome),
    startedAt: iso(outcome.startedMs),
    finishedAt: iso(outcome.finishedMs),
    since: plan.sinceMs === 0 ? null : iso(plan.sinceMs),
    timeoutMs: plan.timeoutMs,
    looks: outcome.looks,
    prometheus: {
      address: server.address,
      version: server.version ?? null,
      clockSkewMs: server.clockSkewMs ?? null,
    },
    checks: outcome.checks,
    targets: rowsOf(outcome).map(jsonTarget),
    unexpectedJobs: outcome.targets?.unexpectedJobs ?? [],
    // What the checks add under names of their own.
    ...Object.assign({}, ...outcome.reports.map(({ json = {} }) => json)),
  };
}

function jsonTarget({
  job,
  instance,
  machineId,
  health,
  verdict,
  failure,
  error,
  lastScrapeMs,
}: TargetRow): JsonTarget {
  const lastScrape = lastScrapeMs === undefined ? null : iso(lastScrapeMs);
  return { job, instance, machineId: machineId ?? null, health, verdict, failure: failure ?? null, error, lastScrape };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
