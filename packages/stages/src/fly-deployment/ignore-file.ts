import { resolve } from 'node:path';
import type { Problems, StageTools } from '@fly-monitoring/kit';

export interface IgnoreFileQuestion {
  /** The `ignorefile` of `[build]`, as written. */
  readonly named: string | undefined;
  /** Path of the fly.toml, relative to the checkout: what it names is relative to it (flyctl deploy_build.go:316). */
  readonly config: string;
  readonly problems: Problems;
}

/**
 * The ignore file, absolute. flyctl takes one that is not there for no rules, and sends the whole folder, secrets in it
 * included: that is a problem here.
 */
export async function findIgnoreFile(
  { named, config, problems }: IgnoreFileQuestion,
  { files, context: { workspace } }: StageTools,
): Promise<string | undefined> {
  if (named === undefined) return undefined;
  const path = resolve(workspace, config, '..', named);
  if (await files.exists(path)) return path;
  problems.missingFile('config', `${named}, which [build] in ${config} names as ignorefile`);
  return undefined;
}
