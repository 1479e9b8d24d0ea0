import type { Machine } from './answers/machines.js';
import type { Release } from './answers/releases.js';

export interface GoodRelease {
  readonly version: number;
  /** With its digest where the machines tell it; a bare tag may name another image by now. */
  readonly image: string | undefined;
}

/**
 * What to go back to. The newest release is not it: failed deploys and changed secrets make releases too.
 * Ask before deploying: afterwards the machines no longer tell the digest.
 */
export function lastGoodRelease(releases: readonly Release[], machines: readonly Machine[]): GoodRelease | undefined {
  const good = releases.find((release) => release.status === 'complete');
  if (good === undefined) return undefined;
  const machine = machines.find((candidate) => candidate.config?.releaseVersion === good.version);
  const pinned = machine === undefined ? undefined : pinnedImage(machine);
  return { version: good.version, image: pinned ?? good.imageRef };
}

/** `registry/repository[:tag]@digest`, which names one image for ever. Undefined without a digest. */
export function pinnedImage(machine: Machine): string | undefined {
  const { registry, repository, tag, digest } = machine.image;
  if (digest === undefined || repository === '') return undefined;
  const name = registry === '' ? repository : `${registry}/${repository}`;
  return `${name}${tag === undefined ? '' : `:${tag}`}@${digest}`;
}
