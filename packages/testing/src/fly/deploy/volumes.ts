import type { Invocation } from '../commands/command.js';
import { FlyctlError } from '../commands/flyctl-error.js';
import { type AppConfig, processGroups } from '../config/app-config.js';
import { mountsOf, type WantedMount } from '../config/group-config.js';
import type { MountConfig } from '../config/machine-config.js';
import type { Machine } from '../machines/machine.js';
import type { App, Volume } from '../platform/model.js';

/** A volume nobody has, on a host that answers. Without a region any will do. */
export function freeVolume(app: App, wanted: { name: string; region?: string }): Volume | undefined {
  return [...app.volumes.values()].find(
    (volume) =>
      volume.name === wanted.name &&
      (wanted.region === undefined || volume.region === wanted.region) &&
      volume.attachedMachineId === undefined &&
      volume.hostStatus === 'ok',
  );
}

/**
 * Looked at before there is a release: names only for a group without machines, regions too for machines that have no
 * mount yet. That a new machine finds its volume in its own region shows later, when there is a release.
 */
export function validateVolumes(
  call: Invocation,
  app: App,
  at: { config: AppConfig; machines: readonly Machine[] },
): void {
  for (const group of processGroups(at.config).keys()) {
    const mounts = mountsOf(at.config, group);
    const machines = at.machines.filter((machine) => machine.group === group);
    if (machines.length > 0) checkMachines(call, app, { group, mount: mounts[0], machines });
    else for (const mount of mounts) requireVolume(app, { group, mount });
  }
}

function requireVolume(app: App, at: { group: string; mount: WantedMount }): void {
  const { source } = at.mount;
  if (freeVolume(app, { name: source }) !== undefined) return;
  throw new FlyctlError(
    `creating a new machine in group '${at.group}' requires an unattached '${source}' volume. Create it with \`fly volume create ${source}\``,
  );
}

interface GroupVolumes {
  readonly group: string;
  readonly mount: WantedMount | undefined;
  readonly machines: readonly Machine[];
}

function checkMachines(call: Invocation, app: App, at: GroupVolumes): void {
  for (const machine of at.machines) checkMounted(call, machine, at);
  if (at.mount === undefined) return;
  const { source } = at.mount;
  const regions = at.machines.filter(({ config }) => config.mounts.length === 0).map(({ region }) => region);
  const missing = [...new Set(regions)].flatMap((region) => {
    const lacks = count(regions, region) - freeIn(app, { source, region });
    return lacks > 0 ? [`${region}=${lacks}`] : [];
  });
  if (missing.length === 0) return;
  throw new FlyctlError(
    `Process group '${at.group}' needs volumes with name '${source}' to fulfill mounts defined in fly.toml; Run \`fly volume create ${source} -r REGION -n COUNT\` for the following regions and counts: ${missing.join(' ')}`,
  );
}

function checkMounted(call: Invocation, machine: Machine, { group, mount }: GroupVolumes): void {
  const [mounted] = machine.config.mounts;
  if (mounted === undefined) return;
  if (mount === undefined) {
    call.err(
      `Warning! machine ${machine.id} [${group}] has a volume mounted but app config does not specify a volume.\nThis usually indicates a misconfiguration.\n`,
    );
    throw new FlyctlError('yes flag must be specified when not running interactively');
  }
  if (mounted.name === mount.source) return;
  throw new FlyctlError(
    `machine ${machine.id} [${group}] can't update the attached volume ${mounted.volume} with name '${mounted.name}' by '${mount.source}'`,
  );
}

function count(all: readonly string[], one: string): number {
  return all.filter((each) => each === one).length;
}

function freeIn(app: App, at: { source: string; region: string }): number {
  return [...app.volumes.values()].filter(
    (volume) => volume.name === at.source && volume.region === at.region && volume.attachedMachineId === undefined,
  ).length;
}

/** The mounts of a machine that is there: its own, or a free volume of its region where it has none yet. */
export function mountsForUpdate(
  app: App,
  config: AppConfig,
  machine: Machine,
): { mounts: readonly MountConfig[]; isNew: boolean } {
  const [wanted] = mountsOf(config, machine.group);
  const [mounted] = machine.config.mounts;
  if (wanted === undefined) return { mounts: [], isNew: mounted !== undefined };
  if (mounted !== undefined) return { mounts: [{ ...mounted, path: wanted.destination }], isNew: false };
  const volume = freeVolume(app, { name: wanted.source, region: machine.region });
  if (volume === undefined)
    throw new FlyctlError(
      `machine in group '${machine.group}' needs an unattached volume named '${wanted.source}' in region '${machine.region}'`,
    );
  return { mounts: [{ volume: volume.id, name: wanted.source, path: wanted.destination }], isNew: true };
}
