import { FlyctlError } from '../commands/flyctl-error.js';
import type { AppConfig } from '../config/app-config.js';
import { groupConfig, mountsOf } from '../config/group-config.js';
import {
  GROUP_KEY,
  type Guest,
  type MachineConfig,
  type MountConfig,
  PLATFORM_KEY,
  PLATFORM_VERSION,
  RELEASE_VERSION_KEY,
} from '../config/machine-config.js';
import type { Machine } from '../machines/machine.js';
import type { MachineDefinition } from '../machines/machine-definition.js';
import type { App, Release } from '../platform/model.js';
import type { DeployedImage } from './deploy-image.js';
import { secretValues } from './releases.js';
import { freeVolume } from './volumes.js';

export const FLYCTL_VERSION = '0.4.87';

export interface Definition {
  readonly app: App;
  readonly config: AppConfig;
  readonly release: Release;
  readonly image: DeployedImage;
  /** Where machines are made: the primary region, or where Fly puts them. */
  readonly region: string;
  /** -e of the command line. */
  readonly extraEnv: Readonly<Record<string, string>>;
  /** --vm-* of the command line, for machines whose file has no [[vm]]. */
  readonly guest: Guest;
}

/** A new machine of the group; it takes a free volume where the group has mounts. */
export function defineMachine(from: Definition, group: string): MachineDefinition {
  const mounts = mountsOf(from.config, group).map((mount) => {
    const volume = freeVolume(from.app, { name: mount.source, region: from.region });
    if (volume !== undefined) return { volume: volume.id, name: mount.source, path: mount.destination };
    throw new FlyctlError(
      `error creating machine configuration: New machine in group '${group}' needs an unattached volume named '${mount.source}' in region '${from.region}'`,
    );
  });
  return definitionOf(from, { group, mounts, guest: from.guest });
}

/** What a machine that is there becomes; it keeps its size where the file says none, and its place as a standby. */
export function redefineMachine(from: Definition, machine: Machine, mounts: readonly MountConfig[]): MachineDefinition {
  const definition = definitionOf(from, { group: machine.group, mounts, guest: machine.config.guest });
  const { standbys } = machine.config;
  const { config } = definition;
  if (standbys === undefined || config.services.length > 0) return definition;
  const env = { ...config.env, FLY_STANDBY_FOR: standbys.join(',') };
  return { ...definition, config: { ...config, standbys, env } };
}

export function definitionOf(
  from: Definition,
  at: { group: string; mounts: readonly MountConfig[]; guest: Guest },
): MachineDefinition {
  const { guest, ...rest } = groupConfig(from.config, at.group);
  const config: MachineConfig = {
    ...rest,
    env: { ...rest.env, ...from.extraEnv },
    guest: guest ?? at.guest,
    image: from.image.reference,
    mounts: at.mounts,
    metadata: metadata(from.release, at.group),
  };
  return { config, image: from.image.image, imageRef: from.image.reference, secrets: secretValues(from.app) };
}

export function metadata(release: Release, group: string): MachineConfig['metadata'] {
  return {
    fly_flyctl_version: FLYCTL_VERSION,
    [PLATFORM_KEY]: PLATFORM_VERSION,
    [GROUP_KEY]: group,
    fly_release_id: release.id,
    [RELEASE_VERSION_KEY]: String(release.version),
  };
}
