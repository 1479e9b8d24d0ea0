import type { Invocation } from '../commands/command.js';
import { FlyctlError } from '../commands/flyctl-error.js';
import { type AppConfig, processGroups } from '../config/app-config.js';
import { groupConfig, type WantedMount } from '../config/group-config.js';
import type { ServiceConfig } from '../config/machine-config.js';
import { servicesFrom } from '../config/services.js';
import { type App, machinesOf, type Volume } from '../platform/model.js';

/** What flyctl provides once, for an app that was never deployed and has no machines. */
export function provideForFirstDeploy(call: Invocation, app: App, at: { config: AppConfig; region: string }): void {
  if (app.releases.length > 0 || machinesOf(app).length > 0) return;
  allocateIps(call, app, at.config);
  for (const group of processGroups(at.config).keys()) createVolumes(call, app, { ...at, group });
}

/**
 * An app with nothing but ports 80 and 443 gets a shared IPv4 and an IPv6. Any other port makes flyctl ask whether to
 * pay for a dedicated address; in CI nobody answers, the error is swallowed, and the app stays without any address.
 */
function allocateIps(call: Invocation, app: App, config: AppConfig): void {
  const services = servicesFrom(config).map(({ service }) => service);
  if (services.length === 0 || app.ips.length > 0) return;
  if (call.flags.isOn('flycast') === true) {
    call.platform.allocateIp(app, 'private_v6');
    return;
  }
  if (call.flags.isOn('no-public-ips') === true || services.some(needsDedicatedAddress)) return;
  call.out(`Provisioning ips for ${app.name}\n`);
  call.out(`  Dedicated ipv6: ${call.platform.allocateIp(app, 'v6').address}\n`);
  call.out(`  Shared ipv4: ${call.platform.allocateIp(app, 'shared_v4').address}\n`);
  call.out('  Add a dedicated ipv4 with: fly ips allocate-v4\n');
}

function needsDedicatedAddress(service: ServiceConfig): boolean {
  return service.ports.some(({ port, handlers }) => {
    if (port === 80) return false;
    return port !== 443 || [...handlers].sort().join() !== 'http,tls';
  });
}

const DEFAULT_SIZE_GB = 1;

function createVolumes(call: Invocation, app: App, at: { config: AppConfig; region: string; group: string }): void {
  for (const mount of groupConfig(at.config, at.group).wanted) {
    if (freeVolume(app, { mount, region: at.region }) !== undefined) continue;
    const given = Number.parseInt(call.flags.text('volume-initial-size') ?? '', 10);
    const sizeGb = mount.initialSizeGb ?? (Number.isNaN(given) ? DEFAULT_SIZE_GB : given);
    call.out(
      `Creating a ${sizeGb} GB volume named '${mount.source}' for process group '${at.group}'. Use 'fly vol extend' to increase its size\n`,
    );
    call.platform.createVolume(app, { name: mount.source, region: at.region, sizeGb });
  }
}

export function freeVolume(app: App, wanted: { mount: WantedMount; region: string }): Volume | undefined {
  return [...app.volumes.values()].find(
    (volume) =>
      volume.name === wanted.mount.source && volume.region === wanted.region && volume.attachedMachineId === undefined,
  );
}

/** Checked before a release is made. */
export function checkVolumes(app: App, at: { config: AppConfig; region: string }): void {
  for (const group of processGroups(at.config).keys()) {
    const { wanted } = groupConfig(at.config, group);
    const machines = machinesOf(app).filter((machine) => machine.group === group);
    for (const mount of wanted) {
      const mounted =
        machines.length > 0 &&
        machines.every((machine) => machine.config.mounts.some(({ name }) => name === mount.source));
      if (mounted || freeVolume(app, { mount, region: at.region }) !== undefined) continue;
      const what =
        machines.length === 0
          ? `creating a new machine in group '${group}' requires an unattached '${mount.source}' volume`
          : `machine ${machines[0]?.id ?? ''} [${group}] needs an unattached volume named '${mount.source}' in region '${at.region}'`;
      throw new FlyctlError(`${what}. Create it with \`fly volume create ${mount.source} -r ${at.region}\``);
    }
    if (wanted.length === 0 && machines.some((machine) => machine.config.mounts.length > 0)) {
      throw new FlyctlError(
        `machine ${machines[0]?.id ?? ''} [${group}] has a volume mounted but app config does not specify a volume: detach the volume?: prompt: non interactive`,
      );
    }
  }
}
