import { type FlyToml, groupOf, isOfRelease, type Volume } from '@fly-monitoring/fly';
import type { AppState } from './app-state.js';

type Present = AppState & { readonly kind: 'present' };

export interface CreateVolume {
  readonly kind: 'create-volume';
  readonly name: string;
  readonly region: string;
  readonly sizeGb: number;
}

/** flyctl's own (deploy.DefaultVolumeInitialSizeGB). */
const defaultSizeGb = 1;

/**
 * The volumes that flyctl asks for and does not make: on a first deploy it makes them itself; later it wants one that is
 * free, in the machine's region, for each machine of a group that mounts it and has none (flyctl machines.go:541-660,
 * machines_launchinput.go:57,169,198).
 */
export function volumeSteps(config: FlyToml, state: Present): readonly CreateVolume[] {
  if (isFirstDeploy(state)) return [];
  const free = new Map<string, number>();
  for (const { name, region } of state.volumes.filter(isFree)) {
    free.set(`${name} ${region}`, (free.get(`${name} ${region}`) ?? 0) + 1);
  }
  return wantedVolumes(config, state).filter(({ name, region }) => {
    const left = free.get(`${name} ${region}`) ?? 0;
    free.set(`${name} ${region}`, left - 1);
    return left <= 0;
  });
}

/** As flyctl decides it: deploy_first.go. */
function isFirstDeploy({ status, machines }: Present): boolean {
  return !status.deployed && status.status !== 'suspended' && machines.length === 0;
}

/** flyctl machines.go:545: of a host that answers, and attached to nothing. */
function isFree({ attachedMachineId, hostStatus }: Volume): boolean {
  return attachedMachineId === undefined && hostStatus === 'ok';
}

function wantedVolumes(config: FlyToml, state: Present): readonly CreateVolume[] {
  return config.mounts.flatMap(({ source, initialSizeGb, groups }) =>
    groups
      .flatMap((group) => regionsWithoutVolume(group, config, state))
      .map((region) => ({
        kind: 'create-volume' as const,
        name: source,
        region,
        sizeGb: initialSizeGb ?? defaultSizeGb,
      })),
  );
}

/** A new group gets one machine where it mounts a volume, in the primary region. */
function regionsWithoutVolume(group: string, { primaryRegion }: FlyToml, { machines }: Present): readonly string[] {
  const own = machines.filter((machine) => isOfRelease(machine) && groupOf(machine) === group);
  if (own.length > 0) return own.filter(({ config }) => config?.mounts.length === 0).map(({ region }) => region);
  return primaryRegion === undefined ? [] : [primaryRegion];
}
