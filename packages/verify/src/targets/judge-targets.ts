import type { ActiveTarget } from '@fly-monitoring/prometheus';
import { overallVerdict, type Verdict } from '../check.js';
import type { ExpectedJob, ExpectedMachine, JobVerdict, TargetRow, TargetsVerdict } from './expectation.js';
import { judgeMachines } from './judge-machines.js';
import { judgeEmpty, judgeTarget } from './judge-target.js';

export interface TargetsEvidence {
  readonly jobs: readonly ExpectedJob[];
  readonly activeTargets: readonly ActiveTarget[];
  /** When the deploy began, by the clock of this machine; 0 accepts any scrape. */
  readonly sinceMs: number;
  /** Prometheus' clock minus the clock of this machine. */
  readonly clockSkewMs: number;
  /** Failed DNS look-ups of Prometheus since the first look. */
  readonly dnsFailures?: number;
  /** Jobs that counting proved already; their targets need not be listed. */
  readonly counted?: readonly JobVerdict[];
}

/** Is every expected target scraped, now? An empty list is a failure: nothing proves nothing. */
export function judgeTargets(evidence: TargetsEvidence): TargetsVerdict {
  const proved = new Map((evidence.counted ?? []).map((one) => [one.job, one]));
  const jobs = evidence.jobs.map((job) => proved.get(job.name) ?? judgeJob(job, evidence));
  const expected = new Set(evidence.jobs.map(({ name }) => name));
  const pools = [...new Set(evidence.activeTargets.map(({ scrapePool }) => scrapePool))];
  return {
    jobs,
    unexpectedJobs: pools.filter((pool) => !expected.has(pool)).sort(),
    verdict: jobs.length === 0 ? 'fail' : overallVerdict(jobs.map(({ verdict }) => verdict)),
    isPending: jobs.some(({ rows }) => rows.some((row) => row.isPending)),
  };
}

function judgeJob(job: ExpectedJob, evidence: TargetsEvidence): JobVerdict {
  const rows = rowsOf(job, evidence);
  return { job: job.name, verdict: jobVerdict(rows), rows };
}

/** Some asleep beside others that are up is a pass; all asleep proves nothing. */
function jobVerdict(rows: readonly TargetRow[]): Verdict {
  return overallVerdict(rows.map(({ verdict }) => verdict));
}

function rowsOf({ name, expectation }: ExpectedJob, evidence: TargetsEvidence): readonly TargetRow[] {
  const targets = evidence.activeTargets.filter(({ scrapePool }) => scrapePool === name);
  if (expectation.kind === 'machines')
    return machineRows(name, expectation.machines, { ...evidence, activeTargets: targets });
  const { count } = expectation;
  const rows = targets.map((target) => judgeTarget(target, { sinceMs: correctedSince(evidence) }));
  if (targets.length === 0 && count > 0) return [noTargets(name, evidence)];
  if (targets.length < count) return [...rows, judgeEmpty(name, 'too-few', `${targets.length} of ${count} targets`)];
  if (expectation.kind === 'exactly' && targets.length > count) {
    return [...rows, judgeEmpty(name, 'too-many', `${targets.length} targets, ${count} expected`)];
  }
  // A job that should be empty and is: there is nothing to prove.
  return rows;
}

function machineRows(
  job: string,
  machines: readonly ExpectedMachine[],
  evidence: TargetsEvidence,
): readonly TargetRow[] {
  const { activeTargets: targets } = evidence;
  const wanted = machines.filter(({ standby, state }) => !standby && !isGoing(state));
  if (wanted.length === 0) return [judgeEmpty(job, 'no-machines', 'Fly lists no machine for this job')];
  const rows = judgeMachines(job, wanted, { targets, sinceMs: correctedSince(evidence) });
  const isNothingFound = targets.length === 0 && wanted.every(({ state }) => state === 'started');
  return isNothingFound ? rows.map((row) => ({ ...row, ...discoveryFailure(evidence) })) : rows;
}

function noTargets(job: string, evidence: TargetsEvidence): TargetRow {
  const { failure, error } = discoveryFailure(evidence);
  return judgeEmpty(job, failure, error);
}

function discoveryFailure({ dnsFailures = 0 }: TargetsEvidence) {
  return dnsFailures > 0
    ? ({ failure: 'dns-failing', error: `no target; ${dnsFailures} DNS look-ups of Prometheus failed` } as const)
    : ({ failure: 'dns-empty', error: 'Prometheus has no target for this job' } as const);
}

function correctedSince({ sinceMs, clockSkewMs }: TargetsEvidence): number {
  return sinceMs === 0 ? 0 : sinceMs + clockSkewMs;
}

function isGoing(state: string): boolean {
  return state === 'destroyed' || state === 'destroying';
}
