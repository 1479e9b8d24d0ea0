import { join } from 'node:path';
import type { StageTools } from '@fly-monitoring/kit';
import type { PreparedMonitoring } from './prepare.js';

export interface WrittenBuild {
  /** Absolute. */
  readonly contextFolder: string;
  readonly configFile: string;
}

/** Puts fly.toml and the files of the image into a temporary folder: the checkout stays as it is. */
export async function writeBuild(
  { source, configText }: PreparedMonitoring,
  folder: string,
  { files, context: { workspace } }: StageTools,
): Promise<WrittenBuild> {
  const configFile = join(folder, 'fly.toml');
  await files.writeText(configFile, configText);
  if (source.kind === 'checkout') return { contextFolder: workspace, configFile };
  const contextFolder = join(folder, 'context');
  for (const { path } of source.files) {
    // Copied first: a changed file keeps the mode that the image's users need to read it.
    await files.copy(join(workspace, path), join(contextFolder, path));
  }
  for (const [path, text] of source.changed) await files.writeText(join(contextFolder, path), text);
  return { contextFolder, configFile };
}
