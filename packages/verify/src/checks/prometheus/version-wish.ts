/** `any`, or a version with as many of its numbers as matter: 3.13 stands for every patch of it. */
export const versionWishPattern = /^(any|v?\d+(\.\d+){0,2}|v?\d+\.\d+\.\d+-(alpha|beta|rc)\.\d+)$/;

/** Is the version that a server names the one that is wanted? What a distribution adds to a version does not count. */
export function fulfilsVersion(seen: string, wish: string): boolean {
  if (wish === 'any') return true;
  const [version = ''] = bare(seen).split('+');
  const wanted = bare(wish);
  if (version === wanted) return true;
  // A release candidate is none of the releases that 3.14 stands for.
  return !version.includes('-') && numbersOf(wanted) < fullVersion && version.startsWith(`${wanted}.`);
}

const fullVersion = 3;

function numbersOf(version: string): number {
  return version.split('.').length;
}

function bare(version: string): string {
  return version.trim().replace(/^v/, '');
}
