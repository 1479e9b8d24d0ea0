import type { Fields } from '../config/fields.js';
import { CONSOLE_GROUP, PLATFORM_KEY, PLATFORM_VERSION, RELEASE_COMMAND_GROUP } from '../config/machine-config.js';
import type { HostStatus } from './../machines/host-status.js';
import type { Machine } from '../machines/machine.js';

export interface Secret {
  readonly value: string;
  readonly digest: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export type ReleaseStatus = 'pending' | 'running' | 'complete' | 'failed' | 'interrupted';

export interface Release {
  readonly id: string;
  readonly version: number;
  status: ReleaseStatus;
  readonly description: string;
  readonly reason: string;
  readonly imageRef: string;
  readonly createdAt: string;
  readonly strategy: string;
  /** The fly.toml of this release, as written. */
  readonly config: Fields;
}

export interface Volume {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly sizeGb: number;
  readonly createdAt: string;
  /** The folder on this computer that machines see. */
  readonly folder: string;
  attachedMachineId: string | undefined;
  hostStatus: HostStatus;
}

export type IpType = 'v4' | 'v6' | 'shared_v4' | 'private_v6';

export interface Ip {
  readonly id: string;
  readonly address: string;
  readonly type: IpType;
  readonly region: string;
  readonly createdAt: string;
}

export interface App {
  readonly id: string;
  readonly name: string;
  readonly org: string;
  readonly network: string;
  readonly createdAt: string;
  readonly secrets: Map<string, Secret>;
  secretsVersion: number;
  readonly releases: Release[];
  readonly machines: Map<string, Machine>;
  readonly volumes: Map<string, Volume>;
  readonly ips: Ip[];
  readonly logs: string[];
  /** Whether a deploy has ever made a machine for one of its process groups. */
  wasLaunched: boolean;
}

/** The status word of an app: "pending" until a deploy has made a machine, "suspended" when all of them are gone. */
export function appStatus(app: App): 'pending' | 'deployed' | 'suspended' {
  if (!app.wasLaunched) return 'pending';
  return app.machines.size > 0 ? 'deployed' : 'suspended';
}

/** What decides, with the machines, whether a deploy is the first one. */
export function isDeployed(app: App): boolean {
  return appStatus(app) !== 'pending';
}

export function currentRelease(app: App): Release | undefined {
  return app.releases.at(-1);
}

export function machinesOf(app: App): readonly Machine[] {
  return [...app.machines.values()];
}

/** The machines that deploys look after: not those of `fly machine run`, of consoles and of release commands. */
export function launchMachines(app: App): readonly Machine[] {
  return machinesOf(app).filter(
    ({ config, group }) =>
      config.metadata[PLATFORM_KEY] === PLATFORM_VERSION && group !== CONSOLE_GROUP && group !== RELEASE_COMMAND_GROUP,
  );
}
