import type { Invocation } from '../commands/command.js';
import { type AppConfig, processGroups } from '../config/app-config.js';
import { tablesOf, textOf } from '../config/fields.js';
import { mountsOf } from '../config/group-config.js';
import type { ServiceConfig, ServicePort } from '../config/machine-config.js';
import { servicesFrom } from '../config/services.js';
import type { App } from '../platform/model.js';

/** What flyctl provides once, for an app that was never deployed and has no machines. */
export function provideForFirstDeploy(call: Invocation, app: App, at: { config: AppConfig; region: string }): void {
  allocateIps(call, app, at.config);
  createVolumes(call, app, at);
}

/**
 * An app with nothing but ports 80 and 443 gets a shared IPv4 and an IPv6. Any other port makes flyctl ask whether to
 * pay for a dedicated address; in CI nobody answers, the error is swallowed, and the app stays without any address.
 */
function allocateIps(call: Invocation, app: App, config: AppConfig): void {
  if (servicesFrom(config).length === 0 || app.ips.length > 0) return;
  if (call.flags.isOn('flycast') === true) {
    call.out(`Provisioning ip address for ${app.name}\n`);
    call.out(`  Private ipv6: ${call.platform.allocateIp(app, 'private_v6').address}\n\n`);
    return;
  }
  if (call.flags.isOn('no-public-ips') === true || needsDedicatedAddress(config)) return;
  call.out(`Provisioning ips for ${app.name}\n`);
  call.out(`  Dedicated ipv6: ${call.platform.allocateIp(app, 'v6').address}\n`);
  call.out(`  Shared ipv4: ${call.platform.allocateIp(app, 'shared_v4').address}\n`);
  call.out('  Add a dedicated ipv4 with: fly ips allocate-v4\n\n');
}

/** Only [[services]] are asked; an [http_service] is always content with a shared address. */
function needsDedicatedAddress(config: AppConfig): boolean {
  const isListed = tablesOf(config.raw['services']).length > 0;
  if (!isListed) return false;
  if (tablesOf(config.raw['services']).some((service) => textOf(service['protocol']) === 'udp')) return true;
  const listed = servicesFrom(config).slice(tablesOf(config.raw['http_service']).length);
  return listed.some(({ service }) => needsOwnPorts(service));
}

function needsOwnPorts(service: ServiceConfig): boolean {
  return service.protocol === 'tcp' && service.ports.some((port) => !isPlainWeb(port));
}

function isPlainWeb({ port, handlers }: ServicePort): boolean {
  if (port === 80) return handlers.join() === 'http';
  return port === 443 && [...handlers].sort().join() === 'http,tls';
}

const DEFAULT_SIZE_GB = 1;

/** One volume for each group with mounts, less what lies there unattached in whatever region. */
function createVolumes(call: Invocation, app: App, at: { config: AppConfig; region: string }): void {
  const left = new Map<string, number>();
  for (const { name, attachedMachineId, hostStatus } of app.volumes.values())
    if (attachedMachineId === undefined && hostStatus === 'ok') left.set(name, (left.get(name) ?? 0) + 1);
  for (const group of processGroups(at.config).keys()) {
    for (const { source, initialSizeGb } of mountsOf(at.config, group)) {
      const free = left.get(source) ?? 0;
      left.set(source, free - 1);
      if (free > 0) continue;
      const given = Number.parseInt(call.flags.text('volume-initial-size') ?? '', 10);
      const sizeGb = initialSizeGb ?? (Number.isNaN(given) ? DEFAULT_SIZE_GB : given);
      call.out(
        `Creating a ${sizeGb} GB volume named '${source}' for process group '${group}'. Use 'fly vol extend' to increase its size\n`,
      );
      call.platform.createVolume(app, { name: source, region: at.region, sizeGb });
    }
  }
}
