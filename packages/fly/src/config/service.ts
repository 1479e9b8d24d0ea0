import type { Field } from '../field.js';
import { groupsOf } from './process-groups.js';

export interface PublicPort {
  readonly port: number;
  readonly handlers: readonly string[];
}

export interface FlyService {
  readonly internalPort: number | undefined;
  /** Empty: the service is reached only inside the private network. */
  readonly ports: readonly PublicPort[];
  readonly groups: readonly string[];
  /** What the proxy does with idle machines. */
  readonly autoStop: 'off' | 'stop' | 'suspend';
  readonly minMachinesRunning: number;
}

/** `[http_service]` is short for a service on 80 and 443. */
export function parseHttpService(service: Field, groups: readonly string[]): FlyService {
  const ports = [
    { port: 80, handlers: ['http'] },
    { port: 443, handlers: ['tls', 'http'] },
  ];
  return { ...parseCommon(service, groups), ports };
}

export function parseService(service: Field, groups: readonly string[]): FlyService {
  return { ...parseCommon(service, groups), ports: service.at('ports').listOrOne().flatMap(parsePorts) };
}

function parseCommon(service: Field, groups: readonly string[]): Omit<FlyService, 'ports'> {
  return {
    internalPort: numberAt(service, 'internal_port'),
    groups: groupsOf(service, groups),
    autoStop: parseAutoStop(service.at('auto_stop_machines')),
    minMachinesRunning: numberAt(service, 'min_machines_running') ?? 0,
  };
}

function parsePorts(entry: Field): readonly PublicPort[] {
  const handlers = entry.at('handlers').strings();
  const port = numberAt(entry, 'port');
  if (port !== undefined) return [{ port, handlers }];
  const start = numberAt(entry, 'start_port');
  const end = numberAt(entry, 'end_port');
  // The ends of a range are enough: nobody asks for each port of it.
  return [start, end].flatMap((each) => (each === undefined ? [] : [{ port: each, handlers }]));
}

function parseAutoStop(field: Field): FlyService['autoStop'] {
  const { value } = field;
  if (value === undefined || value === false || value === 'off') return 'off';
  if (value === true || value === 'stop') return 'stop';
  return value === 'suspend' ? 'suspend' : field.refuse('off, stop or suspend');
}

/** TOML whole numbers arrive as bigint. */
function numberAt(table: Field, name: string): number | undefined {
  const field = table.at(name);
  if (typeof field.value !== 'bigint') return field.optionalInteger();
  return field.value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(field.value) : field.refuse('a smaller number');
}
