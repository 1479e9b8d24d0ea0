import { describeFailure, type TargetRow } from '@fly-monitoring/prometheus';
import type { Look } from './observer.js';

const mostNamed = 3;

/** One line that says where it stands; the same line as before means that nothing changed. */
export function progressOf(look: Look): string {
  if (look.kind === 'unanswered') return `Waiting for Prometheus: ${describeFailure(look.failure)}`;
  const rows = look.targets.jobs.flatMap((job) => job.rows).filter(({ health }) => health !== 'asleep');
  const open = rows.filter(({ verdict }) => verdict !== 'pass');
  const count = `${rows.length - open.length} of ${rows.length} targets proved`;
  if (open.length > 0) {
    const more = open.length > mostNamed ? `; and ${open.length - mostNamed} more` : '';
    return `${count}; not yet: ${open.slice(0, mostNamed).map(rowWords).join('; ')}${more}`;
  }
  const doubts = [look.labelSets, look.samples].filter(
    ({ verdict }) => verdict === 'fail' || verdict === 'inconclusive',
  );
  return doubts.length === 0 ? count : `${count}; but ${doubts.map(({ evidence }) => evidence).join('; ')}`;
}

function rowWords({ job, instance, error }: TargetRow): string {
  return `${[job, instance].filter((part) => part !== '').join(' ')}: ${error}`;
}
