import type { ActiveTarget } from '../api/targets.js';
import { overallVerdict, type Verdict } from './check.js';
import type { ExpectedJob, ExpectedMachine, JobVerdict, TargetRow, TargetsVerdict } from './expectation.js';
import { judgeAbsent, judgeEmpty, judgeTarget } from './judge-target.js';

export interface TargetsEvidence {
  readonly jobs: readonly ExpectedJob[];
  readonly activeTargets: readonly ActiveTarget[];
  /** When the deploy began, by the clock of this machine; 0 accepts any scrape. */
  readonly sinceMs: number;
  /** Prometheus' clock minus the clock of this machine. */
  readonly clockSkewMs: number;
  /** Failed DNS look-ups of Prometheus since the first look. */
  readonly dnsFailures?: number;
}

/** Is every expected target scraped, now? An empty list is a failure: nothing proves nothing. */
export function judgeTargets(evidence: TargetsEvidence): TargetsVerdict {
  const jobs = evidence.jobs.map((job) => judgeJob(job, evidence));
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
  const { activeTargets } = evidence;
  const sinceMs = correctedSince(evidence);
  const wanted = machines.filter(({ standby, state }) => !standby && !isGoing(state));
  if (wanted.length === 0) return [judgeEmpty(job, 'no-machines', 'Fly lists no machine for this job')];
  const taken = new Set<ActiveTarget>();
  const rows = wanted.map((machine) => {
    const target = activeTargets.find((one) => !taken.has(one) && isTargetOf(one, machine, wanted));
    if (target === undefined) return judgeAbsent(machine, job);
    taken.add(target);
    return asleepOr(judgeTarget(target, { machineId: machine.id, sinceMs }), machine, () => judgeAbsent(machine, job));
  });
  const isNothingFound = activeTargets.length === 0 && wanted.every(({ state }) => state === 'started');
  if (isNothingFound) return rows.map((row) => ({ ...row, ...discoveryFailure(evidence) }));
  return [...rows, ...strangers(machines, activeTargets, { taken, sinceMs })];
}

/** Relabelling may move a target to another port, so the port decides only where a job has several. */
function isTargetOf({ scrapeUrl }: ActiveTarget, machine: ExpectedMachine, all: readonly ExpectedMachine[]): boolean {
  if (hostOf(scrapeUrl) !== normalHost(machine.address)) return false;
  return all.every(({ port }) => port === machine.port) || portOf(scrapeUrl) === machine.port;
}

/** A stopped machine stays a target until DNS is asked again; what its scrape says then is of no interest. */
function asleepOr(row: TargetRow, { state }: ExpectedMachine, absent: () => TargetRow): TargetRow {
  return row.verdict === 'fail' && state !== 'started' ? absent() : row;
}

/** Targets of machines that are gone, or of standbys: a failing one is waited for, as DNS lets go of it late. */
function strangers(
  machines: readonly ExpectedMachine[],
  targets: readonly ActiveTarget[],
  { taken, sinceMs }: { readonly taken: ReadonlySet<ActiveTarget>; readonly sinceMs: number },
): readonly TargetRow[] {
  return targets
    .filter((target) => !taken.has(target))
    .map((target) => {
      const machineId = machines.find(({ address }) => normalHost(address) === hostOf(target.scrapeUrl))?.id;
      const row = judgeTarget(target, { machineId, sinceMs });
      return row.verdict === 'fail' ? { ...row, isPending: true } : row;
    });
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

function hostOf(scrapeUrl: string): string {
  return URL.canParse(scrapeUrl) ? normalHost(new URL(scrapeUrl).hostname) : scrapeUrl;
}

function portOf(scrapeUrl: string): number {
  const { port, protocol } = new URL(scrapeUrl);
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}

/** One spelling for each IPv6 address: Fly writes all groups, Prometheus repeats what DNS said. */
function normalHost(address: string): string {
  const bare = address.replace(/^\[|\]$/g, '');
  const url = bare.includes(':') ? `http://[${bare}]/` : `http://${bare}/`;
  return URL.canParse(url) ? new URL(url).hostname : address;
}
