import { groupOf, type Machine } from '@fly-monitoring/fly';
import type { PlannedJob } from '../plan.js';
import type { Expectation, ExpectedJob, ExpectedMachine } from './expectation.js';
import { type FlyMachines, isStandby, machinesOf } from './machines.js';

/** What "all of it is up" means, with the best that is known. */
export function expectJobs(jobs: readonly PlannedJob[], machines: FlyMachines): readonly ExpectedJob[] {
  return jobs.map((job) => ({ name: job.name, expectation: expectationOf(job, machines) }));
}

function expectationOf({ count, groups, staticTargets }: PlannedJob, machines: FlyMachines): Expectation {
  if (count !== undefined) return count;
  if (groups.length === 0 || machines.kind !== 'known') return { kind: 'at-least', count: Math.max(1, staticTargets) };
  const { byApp } = machines;
  // Names of several regions overlap: a machine counts once on each port.
  const found = new Map<string, ExpectedMachine>();
  for (const { app, group, region, machineId, port } of groups) {
    for (const machine of machinesOf(byApp.get(app) ?? [], group)) {
      const isMeant = (region ?? machine.region) === machine.region && (machineId ?? machine.id) === machine.id;
      if (isMeant) found.set(`${machine.id}:${port}`, expectedMachine(machine, port));
    }
  }
  return { kind: 'machines', machines: [...found.values()] };
}

function expectedMachine(machine: Machine, port: number): ExpectedMachine {
  const exit = machine.lastExit;
  const why = exit === undefined ? undefined : exit.oomKilled ? 'out of memory' : `exit code ${exit.exitCode}`;
  return {
    id: machine.id,
    address: machine.privateIp ?? '',
    port,
    state: machine.state,
    group: groupOf(machine),
    standby: isStandby(machine),
    autostop: machine.config?.autoStop ?? false,
    ...(why === undefined ? {} : { lastExit: exit?.at === undefined ? why : `${why} at ${exit.at}` }),
  };
}
