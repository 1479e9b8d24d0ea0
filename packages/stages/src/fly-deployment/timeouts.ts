import type { WantedImage } from './wanted.js';

/** A build without any cache, on a builder that has to be started first. */
const buildMs = 15 * 60_000;
/** Starting, checking and the pause in which flyctl watches for a crash loop. */
const overheadMs = 60_000;

/**
 * Of a whole deploy. flyctl's own limit is for each machine and each step, and it has been seen to hang after all was
 * done.
 */
export function totalTimeoutMs({
  waitTimeoutMs,
  image,
}: {
  readonly waitTimeoutMs: number;
  readonly image: WantedImage;
}): number {
  return 2 * waitTimeoutMs + overheadMs + (image.kind === 'build' ? buildMs : 0);
}
