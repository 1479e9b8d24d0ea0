/** Names of GitHub's archives by Node's words for a system. */
export const flyctlSystems = {
  'linux-x64': 'Linux_x86_64',
  'linux-arm64': 'Linux_arm64',
  'darwin-x64': 'macOS_x86_64',
  'darwin-arm64': 'macOS_arm64',
} as const;

export type FlyctlSystem = keyof typeof flyctlSystems;

/** The one that these parsers were written for. */
export const pinnedFlyctlVersion = '0.4.87';

/**
 * Lower-case hexadecimal sha256 of the pinned version's archives. An empty row is not pinned: its sum is read from
 * the release at every use. "npm run pin-flyctl" fills the rows.
 */
export const pinnedChecksums: Readonly<Record<FlyctlSystem, string>> = {
  'linux-x64': '',
  'linux-arm64': '',
  'darwin-x64': '',
  'darwin-arm64': '',
};

export const flyctlReleases = 'https://github.com/superfly/flyctl/releases/download';

export function isFlyctlSystem(system: string): system is FlyctlSystem {
  return Object.hasOwn(flyctlSystems, system);
}

export function archiveName(version: string, system: FlyctlSystem): string {
  return `flyctl_${version}_${flyctlSystems[system]}.tar.gz`;
}

/** GoReleaser's `checksums.txt`: a sha256, blanks and a file's name on each line. Undefined: no usable line for it. */
export function findChecksum(text: string, name: string): string | undefined {
  const sums = text.split(/\r?\n/).flatMap((line) => {
    const [, sum, file] = /^([0-9a-f]{64})\s+\*?(\S+)\s*$/i.exec(line) ?? [];
    return file === name && sum !== undefined ? [sum.toLowerCase()] : [];
  });
  // Two different sums for one file say nothing about it.
  return new Set(sums).size === 1 ? sums[0] : undefined;
}
