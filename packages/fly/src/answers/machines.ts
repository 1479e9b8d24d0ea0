import type { Field } from '../field.js';
import { answerField } from './answer.js';

export interface MachineImage {
  readonly registry: string;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

export interface MachineCheck {
  readonly name: string;
  /** `passing`, `warning` or `critical`. */
  readonly status: string;
  readonly output: string;
}

export interface MachineExit {
  readonly exitCode: number;
  readonly oomKilled: boolean;
  readonly requestedStop: boolean;
  /** ISO 8601. */
  readonly at: string | undefined;
}

export interface Machine {
  readonly id: string;
  readonly name: string;
  /** `started`, `stopped`, `suspended`, … */
  readonly state: string;
  readonly region: string;
  readonly instanceId: string | undefined;
  readonly privateIp: string | undefined;
  readonly createdAt: string | undefined;
  readonly updatedAt: string | undefined;
  readonly image: MachineImage;
  /** Put together by Fly where the host does not answer; undefined when there is not even that. */
  readonly config: MachineConfig | undefined;
  readonly checks: readonly MachineCheck[];
  readonly lastExit: MachineExit | undefined;
  readonly hostStatus: string;
}

export interface MachineConfig {
  readonly processGroup: string | undefined;
  /** `v2` for what a deploy has made; a machine made by hand has none. */
  readonly platformVersion: string | undefined;
  readonly releaseVersion: number | undefined;
  readonly env: Readonly<Record<string, string>>;
  readonly mounts: readonly { readonly volume: string; readonly path: string }[];
  /** Ids of the machines that this one stands by for. */
  readonly standbyFor: readonly string[];
  /** What the proxy does with an idle machine. */
  readonly autoStop: boolean;
}

/** @throws SuiteError UNEXPECTED_ANSWER */
export function parseMachines(json: unknown): readonly Machine[] {
  return answerField(json, 'flyctl machine list').list().map(parseMachine);
}

function parseMachine(machine: Field): Machine {
  return {
    id: machine.at('id').string(),
    name: machine.at('name').optionalString() ?? machine.at('id').string(),
    state: machine.at('state').string(),
    region: machine.at('region').optionalString() ?? '',
    instanceId: machine.at('instance_id').optionalString(),
    privateIp: machine.at('private_ip').optionalString(),
    createdAt: machine.at('created_at').optionalString(),
    updatedAt: machine.at('updated_at').optionalString(),
    image: parseImage(machine.at('image_ref')),
    config: parseAnyConfig(machine),
    checks: machine.at('checks').list().map(parseCheck),
    lastExit: lastExit(machine.at('events')),
    hostStatus: machine.at('host_status').optionalString() ?? 'ok',
  };
}

/** fly-go machine_types.go:98-106 takes the one for the other, too. */
function parseAnyConfig(machine: Field): MachineConfig | undefined {
  const config = machine.at('config').isAbsent ? machine.at('incomplete_config') : machine.at('config');
  return config.isAbsent ? undefined : parseConfig(config);
}

function parseImage(image: Field): MachineImage {
  return {
    registry: image.at('registry').optionalString() ?? '',
    repository: image.at('repository').optionalString() ?? '',
    tag: image.at('tag').optionalString(),
    digest: image.at('digest').optionalString(),
  };
}

function parseConfig(config: Field): MachineConfig {
  const metadata = config.at('metadata');
  return {
    // The older name of the two.
    processGroup: metadata.at('fly_process_group').optionalString() ?? metadata.at('process_group').optionalString(),
    platformVersion: metadata.at('fly_platform_version').optionalString(),
    releaseVersion: metadata.at('fly_release_version').optionalInteger(),
    env: config.at('env').texts(),
    mounts: config
      .at('mounts')
      .list()
      .map((mount) => ({ volume: mount.at('volume').string(), path: mount.at('path').optionalString() ?? '' })),
    standbyFor: config.at('standbys').strings(),
    autoStop: config.at('services').list().length > 0 && config.at('services').list().every(stopsWhenIdle),
  };
}

/** The API has had both forms: a truth value, and "off", "stop" or "suspend". */
function stopsWhenIdle(service: Field): boolean {
  const autostop = service.at('autostop').value;
  return autostop === true || autostop === 'stop' || autostop === 'suspend';
}

function parseCheck(check: Field): MachineCheck {
  return {
    name: check.at('name').optionalString() ?? 'check',
    status: check.at('status').string(),
    output: check.at('output').optionalString() ?? '',
  };
}

function lastExit(events: Field): MachineExit | undefined {
  const exits = events
    .list()
    .filter((event) => !event.at('request').at('exit_event').isAbsent)
    .map((event) => ({ event, at: event.at('timestamp').optionalInteger() ?? 0 }))
    .sort((a, b) => b.at - a.at);
  const [last] = exits;
  if (last === undefined) return undefined;
  const exit = last.event.at('request').at('exit_event');
  return {
    exitCode: exit.at('exit_code').optionalInteger() ?? 0,
    oomKilled: exit.at('oom_killed').optionalBoolean() ?? false,
    requestedStop: exit.at('requested_stop').optionalBoolean() ?? false,
    at: last.at === 0 ? undefined : new Date(last.at).toISOString(),
  };
}
