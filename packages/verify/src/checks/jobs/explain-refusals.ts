import type { Flyctl } from '@fly-monitoring/fly';
import { isSuiteError } from '@fly-monitoring/kit';
import type { JobVerdict, TargetRow, TargetsVerdict } from '../../targets/expectation.js';
import type { FlyMachines } from '../../targets/machines.js';
import { type Listeners, parseListeners } from './listeners.js';

/** One is usually like the others, and each costs a second or two. */
const mostAsked = 4;

/** Tells a dead process from one that listens on IPv4 only, by looking into the machines that refuse. */
export async function explainRefusals(
  verdict: TargetsVerdict,
  machines: FlyMachines,
  flyctl: Flyctl,
): Promise<TargetsVerdict> {
  const rows = verdict.jobs.flatMap((job) => job.rows).filter(({ failure }) => failure === 'refused');
  const known = new Map<string, Listeners>();
  for (const id of new Set(rows.flatMap(({ machineId }) => machineId ?? []))) {
    if (known.size === mostAsked) break;
    const listeners = await listenersOf(id, machines, flyctl);
    if (listeners !== undefined) known.set(id, listeners);
  }
  return { ...verdict, jobs: verdict.jobs.map((job) => explainJob(job, known)) };
}

function explainJob(job: JobVerdict, known: ReadonlyMap<string, Listeners>): JobVerdict {
  return { ...job, rows: job.rows.map((row) => explainRow(row, known.get(row.machineId ?? ''))) };
}

function explainRow(row: TargetRow, listeners: Listeners | undefined): TargetRow {
  const port = Number(/:(\d+)$/.exec(row.instance)?.[1]);
  // Listening on IPv6 too, it is something else: a firewall, or it came up just now.
  if (row.failure !== 'refused' || listeners === undefined || Number.isNaN(port) || listeners.ipv6.has(port))
    return row;
  if (!listeners.ipv4.has(port)) {
    return { ...row, failure: 'nothing-listens', error: `${row.error}; nothing in the machine listens on ${port}` };
  }
  return { ...row, failure: 'ipv4-only', error: `${row.error}; the machine listens on 0.0.0.0:${port}, IPv4 only` };
}

/** Undefined where it cannot be seen: an image without cat, a token that may not execute. */
async function listenersOf(id: string, machines: FlyMachines, flyctl: Flyctl): Promise<Listeners | undefined> {
  if (machines.kind !== 'known') return undefined;
  const app = [...machines.byApp].find(([, list]) => list.some((machine) => machine.id === id))?.[0];
  if (app === undefined) return undefined;
  try {
    const { exitCode, stdout } = await flyctl.execute(app, id, 'cat /proc/net/tcp /proc/net/tcp6');
    return exitCode === 0 && stdout.includes('local_address') ? parseListeners(stdout) : undefined;
  } catch (thrown) {
    if (isSuiteError(thrown)) return undefined;
    throw thrown;
  }
}
