import type { ActiveTarget } from '@fly-monitoring/prometheus';
import type { ExpectedMachine, TargetRow } from './expectation.js';
import { classifyScrapeError, type FailureClass, failureFacts } from './failure-class.js';

interface Seen {
  readonly machineId?: string | undefined;
  /** By the server's clock: scrapes before it prove nothing. */
  readonly sinceMs: number;
}

/** One target that Prometheus knows. */
export function judgeTarget(target: ActiveTarget, { machineId, sinceMs }: Seen): TargetRow {
  const row = {
    job: target.scrapePool,
    instance: target.instance,
    machineId,
    health: target.health,
    lastScrapeMs: target.lastScrapeMs,
  };
  const isFresh = target.lastScrapeMs !== undefined && target.lastScrapeMs >= sinceMs;
  if (target.lastScrapeMs === undefined) return failed(row, 'never-scraped', 'not scraped yet');
  if (target.health === 'up' && target.lastError === '') {
    if (isFresh) return { ...row, verdict: 'pass', failure: undefined, error: '', isPending: false };
    return failed(row, 'stale', 'last scraped before the deploy began');
  }
  const seen = target.lastError === '' ? `health is ${target.health}` : target.lastError;
  const judged = failed(row, classifyScrapeError(target.lastError), seen);
  // An error of before the deploy may belong to the release before: it is never final.
  return isFresh ? judged : { ...judged, isPending: true };
}

/** A machine that Prometheus has no target for. */
export function judgeAbsent(machine: ExpectedMachine, job: string): TargetRow {
  const row = {
    job,
    instance: `${bracketed(machine.address)}:${machine.port}`,
    machineId: machine.id,
    lastScrapeMs: undefined,
  };
  const missing = { ...row, health: 'missing' as const };
  switch (machine.state) {
    case 'started':
      return failed(missing, 'not-discovered', 'the machine is started, but is no target');
    case 'stopped':
    case 'suspended':
      return machine.autostop ? asleep(row) : failed(missing, 'stopped', stoppedWords(machine));
    case 'failed':
      return failed(missing, 'stopped', stoppedWords(machine));
    default:
      return failed(missing, 'not-started', `the machine is ${machine.state}`);
  }
}

/** A whole job without anything to show: one row stands for it. */
export function judgeEmpty(job: string, failure: FailureClass, error: string): TargetRow {
  const row = { job, instance: '', machineId: undefined, health: 'missing' as const, lastScrapeMs: undefined };
  return failed(row, failure, error);
}

type Unjudged = Omit<TargetRow, 'verdict' | 'failure' | 'error' | 'isPending'>;

function failed(row: Unjudged, failure: FailureClass, error: string): TargetRow {
  return { ...row, verdict: 'fail', failure, error, isPending: !failureFacts[failure].isFinal };
}

function asleep(row: Omit<Unjudged, 'health'>): TargetRow {
  const error = 'asleep: Fly stopped it for want of traffic';
  return { ...row, health: 'asleep', verdict: 'skipped', failure: undefined, error, isPending: false };
}

function stoppedWords({ state, lastExit }: ExpectedMachine): string {
  return lastExit === undefined ? `the machine is ${state}` : `the machine is ${state}; last exit: ${lastExit}`;
}

function bracketed(address: string): string {
  return address.includes(':') && !address.startsWith('[') ? `[${address}]` : address;
}
