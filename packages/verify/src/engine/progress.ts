import { describeFailure } from '@fly-monitoring/prometheus';
import type { CheckResult } from '../check-module.js';
import { listed } from '../report/check-words.js';
import type { TargetRow } from '../targets/expectation.js';
import type { Poll } from './observer.js';

/** One line that says where it stands; the same line as before means that nothing changed. */
export function progressOf(poll: Poll, results: readonly CheckResult[]): string {
  if (poll.kind === 'unanswered') return `Waiting for Prometheus: ${describeFailure(poll.failure)}`;
  const rows = poll.targets.jobs.flatMap((job) => job.rows).filter(({ health }) => health !== 'asleep');
  const open = rows.filter(({ verdict }) => verdict !== 'pass');
  const count = `${rows.length - open.length} of ${rows.length} targets proved`;
  if (open.length > 0) return `${count}; not yet: ${listed(open.map(rowWords))}`;
  const checks = results.flatMap((result) => result.checks);
  const wrong = checks.filter(({ verdict }) => verdict === 'fail').map(({ name, evidence }) => `${name}: ${evidence}`);
  if (wrong.length > 0) return `${count}; but ${listed(wrong)}`;
  // By name only: what is being watched counts seconds, and a line for each second says nothing.
  const watched = checks.filter(({ verdict }) => verdict === 'inconclusive').map(({ name }) => name);
  return watched.length === 0 ? count : `${count}; still watching: ${watched.join(', ')}`;
}

function rowWords({ job, instance, error }: TargetRow): string {
  return `${[job, instance].filter((part) => part !== '').join(' ')}: ${error}`;
}
