import { type Flyctl, flyctl, installFlyctl, pinnedFlyctlVersion } from '@fly-monitoring/fly';
import type { RawInputs, Secret, StageTools } from '@fly-monitoring/kit';

export interface FlyctlAccess {
  /** Undefined where flyctl is logged in. */
  readonly token: Secret | undefined;
  readonly environment: RawInputs['environment'];
}

/** flyctl ready for use: found or fetched. */
export async function openFlyctl({ token, environment }: FlyctlAccess, tools: StageTools): Promise<Flyctl> {
  const platform = { os: process.platform, arch: process.arch };
  const toolCache = environment['RUNNER_TOOL_CACHE'] || undefined;
  const { file } = await installFlyctl({ version: pinnedFlyctlVersion, toolCache, platform }, tools);
  return flyctl({ processes: tools.processes, token, file, log: tools.log });
}
