/** What DNS knows of a machine. */
export interface NamedMachine {
  readonly id: string;
  readonly app: string;
  readonly network: string;
  readonly group: string;
  readonly region: string;
  readonly six: string;
  readonly started: boolean;
  readonly hidden: boolean;
}

export interface Zone {
  readonly aaaa: readonly string[];
  readonly txt: readonly string[];
}

/** Looks a name of `.internal` up: only started machines have addresses; undefined means no such name. */
export function lookUp(name: string, machines: readonly NamedMachine[]): Zone | undefined {
  const labels = name.toLowerCase().replace(/\.$/, '').split('.');
  if (labels.pop() !== 'internal') return undefined;
  const visible = machines.filter((machine) => !machine.hidden);
  const app = labels.pop() ?? '';
  if (app === '_apps') return texts([...new Set(visible.map((machine) => machine.app))].join(','));
  if (app === '_instances') return texts(instances(visible, labels));
  const ofApp = visible.filter((machine) => machine.app === app);
  return ofApp.length === 0 ? undefined : lookUpInApp(labels, ofApp);
}

function lookUpInApp(labels: readonly string[], all: readonly NamedMachine[]): Zone | undefined {
  const started = all.filter((machine) => machine.started);
  const [first = '', second, third] = labels;
  if (labels.length === 0 || first === 'global') return addresses(started);
  if (first === 'vms') return texts(listed(started));
  if (first === 'all' && second === 'vms') return texts(listed(all));
  if (first === 'regions') return texts([...new Set(started.map((machine) => machine.region))].join(','));
  if (second === 'process') return addresses(started.filter((machine) => machine.group === first));
  if (second === 'vm') return addresses(started.filter((machine) => machine.id === first));
  if (second === 'nearest' && third === 'of') return addresses(started.slice(0, Number(first.replace('top', ''))));
  return labels.length === 1 ? addresses(started.filter((machine) => machine.region === first)) : undefined;
}

function listed(machines: readonly NamedMachine[]): string {
  return machines.map((machine) => `${machine.id} ${machine.region}`).join(',');
}

function instances(machines: readonly NamedMachine[], labels: readonly string[]): string {
  const shown = labels[0] === 'all' ? machines : machines.filter((machine) => machine.started);
  return shown.map(({ id, app, six, region }) => `instance=${id},app=${app},ip=${six},region=${region}`).join(';');
}

/** Fly has no name without a started machine behind it. */
function addresses(machines: readonly NamedMachine[]): Zone | undefined {
  return machines.length === 0 ? undefined : { aaaa: machines.map((machine) => machine.six), txt: [] };
}

function texts(text: string): Zone {
  return { aaaa: [], txt: text === '' ? [] : [text] };
}
