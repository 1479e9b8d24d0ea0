import type { Invocation } from '../commands/command.js';
import type { Machine } from '../machines/machine.js';

interface Filter {
  readonly flag: string;
  keeps(machine: Machine, named: readonly string[]): boolean;
}

const FILTERS: readonly Filter[] = [
  { flag: 'regions', keeps: ({ region }, named) => named.includes(region) },
  { flag: 'exclude-regions', keeps: ({ region }, named) => !named.includes(region) },
  { flag: 'only-machines', keeps: ({ id }, named) => named.includes(id) },
  { flag: 'exclude-machines', keeps: ({ id }, named) => !named.includes(id) },
  { flag: 'process-groups', keeps: ({ group }, named) => named.includes(group) },
];

/** The machines a deploy is about. A group of which the filters leave none counts as one without machines. */
export function chosenMachines(call: Invocation, machines: readonly Machine[]): readonly Machine[] {
  const applied = FILTERS.map((filter) => ({ ...filter, named: namedBy(call, filter.flag) })).filter(
    ({ named }) => named.length > 0,
  );
  if (applied.length === 0) return machines;
  const chosen = machines.filter((machine) => applied.every(({ keeps, named }) => keeps(machine, named)));
  const names = applied.map(({ flag }) => `--${flag}`).join('/');
  const plural = applied.length > 1 ? 's' : '';
  call.err(`${names} filter${plural} applied, deploying to ${chosen.length}/${machines.length} machines\n`);
  return chosen;
}

export function chosenGroups(call: Invocation, groups: readonly string[]): readonly string[] {
  const named = namedBy(call, 'process-groups');
  return named.length === 0 ? groups : groups.filter((group) => named.includes(group));
}

function namedBy(call: Invocation, flag: string): readonly string[] {
  return call.flags.list(flag).filter((word) => word !== '');
}
