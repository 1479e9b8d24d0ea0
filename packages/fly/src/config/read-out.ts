import type { Machine } from '../answers/machines.js';
import type { FlyToml } from './fly-toml.js';

/** Whether the app is meant to have an address on the internet. */
export function hasPublicServices(config: FlyToml): boolean {
  return config.services.some((service) => service.ports.length > 0);
}

/** Groups whose idle machines the proxy stops: by the file, and by what the machines run with. */
export function sleepingGroups(config: FlyToml, machines: readonly Machine[] = []): ReadonlySet<string> {
  const written = config.services.filter((service) => service.autoStop !== 'off').flatMap((service) => service.groups);
  const running = machines.flatMap(({ config: live }) =>
    live?.autoStop === true && live.processGroup !== undefined ? [live.processGroup] : [],
  );
  return new Set([...written, ...running]);
}
