import type { Machine } from '../answers/machines.js';
import type { FlyToml } from './fly-toml.js';

/** Whether the app is meant to have an address on the internet. */
export function hasPublicServices(config: FlyToml): boolean {
  return config.services.some((service) => service.ports.length > 0);
}

/**
 * Groups whose idle machines the proxy stops: by the file, and by what the machines run with. The proxy takes the most
 * careful setting of a group's services, so that one which is never stopped keeps the group awake (flyctl
 * machines_deploymachinesapp.go:388-402).
 */
export function sleepingGroups(config: FlyToml, machines: readonly Machine[] = []): ReadonlySet<string> {
  const written = config.processGroups.filter((group) => {
    const services = config.services.filter(({ groups }) => groups.includes(group));
    return services.length > 0 && services.every(({ autoStop }) => autoStop !== 'off');
  });
  const running = machines.flatMap(({ config: live }) =>
    live?.autoStop === true && live.processGroup !== undefined ? [live.processGroup] : [],
  );
  return new Set([...written, ...running]);
}
