import type { Fields } from '../config/fields.js';
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
}

/** The status word of an app: what flyctl calls "deployed" once it had a release. */
export function appStatus(app: App): 'pending' | 'deployed' {
  return app.releases.length > 0 ? 'deployed' : 'pending';
}

export function currentRelease(app: App): Release | undefined {
  return app.releases.at(-1);
}

export function machinesOf(app: App): readonly Machine[] {
  return [...app.machines.values()];
}
