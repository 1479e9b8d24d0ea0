/** Older ones may skip the health checks of new machines. */
export const oldestGoodFlyctl = '0.4.80';

/** Such as `0.4.87` from what `flyctl version` prints; `unknown` when it prints none. */
export function parseVersion(stdout: string): string {
  return /\bv?(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? 'unknown';
}

/** An unknown version gets the benefit of the doubt: it is a build of one's own, mostly. */
export function isGoodFlyctl(version: string): boolean {
  const [seen, wanted] = [version, oldestGoodFlyctl].map((text) => text.split('.').map(Number));
  for (const [index, part] of (wanted ?? []).entries()) {
    const own = seen?.[index] ?? 0;
    if (own !== part) return Number.isNaN(own) || own > part;
  }
  return true;
}
