import type { Check } from '../../check.js';
import { checkModule } from '../../check-module.js';
import type { FlyMachines } from '../../targets/machines.js';

export const machines = checkModule({
  name: 'machines',
  blame: 'network',
  inputs: {},
  prepare: () => ({ when: 'end', start: () => (context) => ({ checks: [machinesCheck(context.machines)] }) }),
});

function machinesCheck(known: FlyMachines): Check {
  const base = { name: 'machines', blame: 'network', hint: '' } as const;
  switch (known.kind) {
    case 'not-asked': {
      const hint = 'Give fly-api-token (FLY_API_TOKEN) to have each machine counted.';
      const evidence = `${known.reason}, so stopped machines, which DNS leaves out, cannot be missed`;
      return { ...base, verdict: 'skipped', evidence, hint };
    }
    case 'failed':
      return { ...base, verdict: 'inconclusive', evidence: known.reason, hint: known.hint };
    case 'known': {
      if (known.byApp.size === 0) {
        return { ...base, verdict: 'skipped', evidence: 'no job is counted by the machines of a Fly app' };
      }
      const counts = [...known.byApp].map(([app, list]) => {
        const started = list.filter(({ state }) => state === 'started').length;
        return `${app}: ${list.length} machines, ${started} started`;
      });
      return { ...base, verdict: 'pass', evidence: counts.join('; ') };
    }
  }
}
