import type { ActiveTarget } from '@fly-monitoring/prometheus';
import type { ExpectedMachine, TargetRow } from './expectation.js';
import { judgeAbsent, judgeTarget } from './judge-target.js';
import { normalHost, placeOf } from './target-place.js';

interface Scraped {
  readonly targets: readonly ActiveTarget[];
  /** By the server's clock. */
  readonly sinceMs: number;
}

/** One row for each machine that is wanted, and one for each target that belongs to none of them. */
export function judgeMachines(
  job: string,
  wanted: readonly ExpectedMachine[],
  { targets, sinceMs }: Scraped,
): readonly TargetRow[] {
  const byMachine = matchTargets(wanted, targets);
  const rows = wanted.map((machine) => judgeMachine(job, machine, { target: byMachine.get(machine), sinceMs }));
  const taken = new Set(byMachine.values());
  return [...rows, ...targets.filter((target) => !taken.has(target)).map((target) => judgeStranger(target, sinceMs))];
}

/** Relabelling may move a target to another port, so the port decides only where a job has several. */
function matchTargets(
  machines: readonly ExpectedMachine[],
  targets: readonly ActiveTarget[],
): ReadonlyMap<ExpectedMachine, ActiveTarget> {
  const byHost = new Map<string, { readonly target: ActiveTarget; readonly port: number }[]>();
  for (const target of targets) {
    const { host, port } = placeOf(target.scrapeUrl);
    const here = byHost.get(host);
    if (here === undefined) byHost.set(host, [{ target, port }]);
    else here.push({ target, port });
  }
  const isOnePort = new Set(machines.map(({ port }) => port)).size <= 1;
  const matched = new Map<ExpectedMachine, ActiveTarget>();
  for (const machine of machines) {
    const here = byHost.get(normalHost(machine.address)) ?? [];
    const at = here.findIndex(({ port }) => isOnePort || port === machine.port);
    const [found] = at < 0 ? [] : here.splice(at, 1);
    if (found !== undefined) matched.set(machine, found.target);
  }
  return matched;
}

/** In these states nothing runs, whatever the last scrape said: Prometheus lets go of a target late. */
const isDown: ReadonlySet<string> = new Set(['stopped', 'suspended', 'failed']);

interface Match {
  readonly target: ActiveTarget | undefined;
  readonly sinceMs: number;
}

function judgeMachine(job: string, machine: ExpectedMachine, { target, sinceMs }: Match): TargetRow {
  if (target === undefined || isDown.has(machine.state)) return judgeAbsent(machine, job);
  const row = judgeTarget(target, { machineId: machine.id, sinceMs });
  return row.verdict === 'fail' && machine.state !== 'started' ? judgeAbsent(machine, job) : row;
}

/** Of a machine that is gone, or a standby: a failing one is waited for, as DNS lets go of it late. */
function judgeStranger(target: ActiveTarget, sinceMs: number): TargetRow {
  const row = judgeTarget(target, { sinceMs });
  return row.verdict === 'fail' ? { ...row, isPending: true } : row;
}
