import type { ServiceConfig, ServicePort } from '../config/machine-config.js';
import type { Machine } from '../machines/machine.js';
import { type App, machinesOf } from '../platform/model.js';
import type { Platform } from '../platform/platform.js';

export interface Route {
  readonly app: App;
  readonly port: ServicePort;
  readonly candidates: readonly Candidate[];
}

export interface Candidate {
  readonly machine: Machine;
  readonly service: ServiceConfig;
}

/** Only an app with a public address has a name, and only ports of its services answer there. */
export function findRoute(platform: Platform, at: { host: string; port: number }): Route | 'no-such-name' | 'refused' {
  const app = platform.apps.get(at.host.replace(/\.fly\.dev$/, ''));
  if (app === undefined || !app.ips.some(({ type }) => type !== 'private_v6')) return 'no-such-name';
  const candidates = machinesOf(app).flatMap((machine) =>
    machine.config.services
      .filter((service) => service.ports.some(({ port }) => port === at.port))
      .map((service) => ({ machine, service })),
  );
  const port = candidates[0]?.service.ports.find(({ port: number }) => number === at.port);
  return port === undefined ? 'refused' : { app, port, candidates };
}

/** The least loaded of the healthy started machines, any of them on a tie; else one that may be woken. */
export async function chooseMachine(route: Route): Promise<Candidate | undefined> {
  const started = route.candidates.filter(({ machine }) => machine.state === 'started');
  const healthy = started.filter(
    ({ machine }) =>
      ![...machine.checks.values()].some(
        ({ status, name }) => status === 'critical' && name.startsWith('servicecheck'),
      ),
  );
  const least = Math.min(...healthy.map(({ machine }) => machine.openRequests));
  const chosen = pickAny(healthy.filter(({ machine }) => machine.openRequests === least));
  if (chosen !== undefined || started.length > 0) return chosen;
  const asleep = pickAny(
    route.candidates.filter(
      ({ machine, service }) => machine.state === 'stopped' && service.autostart !== false && !machine.isStandby,
    ),
  );
  await asleep?.machine.start('proxy');
  return asleep;
}

function pickAny<Item>(items: readonly Item[]): Item | undefined {
  return items[Math.floor(Math.random() * items.length)];
}
