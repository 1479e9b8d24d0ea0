import type { FlyToml, WaitTimeout } from '@fly-monitoring/fly';
import type { WantedImage } from './wanted.js';

/** A build without any cache, on a builder that has to be started first. */
const buildMs = 15 * 60_000;
/** Starting, checking and the pause in which flyctl watches for a crash loop. */
const overheadMs = 60_000;
/** flyctl's own, for a release command whose time the file does not tell (internal/command/deploy/deploy.go). */
const releaseCommandMs = 5 * 60_000;

/** The input, else what the fly.toml says, else `defaultMs`. */
export function waitTimeoutOf(input: number | undefined, { deploy }: FlyToml, defaultMs: number): WaitTimeout {
  if (input !== undefined) return { ms: input, from: 'input' };
  if (deploy.waitTimeoutMs !== undefined) return { ms: deploy.waitTimeoutMs, from: 'file' };
  return { ms: defaultMs, from: 'default' };
}

export interface DeployTimes {
  readonly waitTimeout: WaitTimeout;
  readonly image: WantedImage;
  readonly deploy: FlyToml['deploy'];
}

/**
 * Of a whole deploy. flyctl's own limit is for each machine and each step, and it has been seen to hang after all was
 * done.
 */
export function totalTimeoutMs({ waitTimeout, image, deploy }: DeployTimes): number {
  const command = deploy.releaseCommand === undefined ? 0 : (deploy.releaseCommandTimeoutMs ?? releaseCommandMs);
  return 2 * waitTimeout.ms + overheadMs + command + (image.kind === 'build' ? buildMs : 0);
}

/** Kept of a stage's time for looking at the machines after a deploy, starting stopped ones and telling what is known. */
export const lookMs = 90_000;
