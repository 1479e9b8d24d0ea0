import type { AppConfig } from '../config/app-config.js';
import { groupConfig } from '../config/group-config.js';
import { type MachineConfig, type MountConfig, RELEASE_VERSION_KEY } from '../config/machine-config.js';
import type { MachineDefinition } from '../machines/machine.js';
import type { App, Release } from '../platform/model.js';
import type { DeployedImage } from './deploy-image.js';
import { freeVolume } from './first-deploy.js';
import { secretValues } from './releases.js';

export const FLYCTL_VERSION = '0.4.87';

export interface Definition {
  readonly app: App;
  readonly config: AppConfig;
  readonly release: Release;
  readonly image: DeployedImage;
  readonly region: string;
  /** -e of the command line. */
  readonly extraEnv: Readonly<Record<string, string>>;
}

export function defineMachine(from: Definition, group: string, mounts = newMounts(from, group)): MachineDefinition {
  const { wanted: _wanted, ...rest } = groupConfig(from.config, group);
  const config: MachineConfig = {
    ...rest,
    env: { ...rest.env, ...from.extraEnv },
    image: from.image.reference,
    mounts,
    metadata: metadata(from.release, group),
  };
  return { config, image: from.image.image, imageRef: from.image.reference, secrets: secretValues(from.app) };
}

export function metadata(release: Release, group: string): MachineConfig['metadata'] {
  return {
    fly_flyctl_version: FLYCTL_VERSION,
    fly_platform_version: 'v2',
    fly_process_group: group,
    fly_release_id: release.id,
    [RELEASE_VERSION_KEY]: String(release.version),
  };
}

function newMounts(from: Definition, group: string): readonly MountConfig[] {
  return groupConfig(from.config, group).wanted.flatMap((mount) => {
    const volume = freeVolume(from.app, { mount, region: from.region });
    return volume === undefined ? [] : [{ volume: volume.id, name: mount.source, path: mount.destination }];
  });
}
