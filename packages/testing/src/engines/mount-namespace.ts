import { spawnSync } from 'node:child_process';

/** What a process may mount in a namespace of its own is seen by nobody else. As root, or as a root of one's own. */
export const waysToMount: readonly (readonly string[])[] = [['--mount'], ['--user', '--map-root-user', '--mount']];

/** Undefined where this computer allows it. Found out by trying, as the rules for it are many. */
export function obstacleToMounting(): string | undefined {
  const works = waysToMount.some(
    (way) =>
      spawnSync('unshare', [...way, 'mount', '--bind', '/usr/share', '/usr/share'], {
        env: process.env,
        stdio: 'ignore',
      }).status === 0,
  );
  return works
    ? undefined
    : 'this computer allows no mount namespace: try "unshare --user --map-root-user --mount true"';
}
