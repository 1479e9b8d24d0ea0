import {
  type Flyctl,
  flyctl,
  installFlyctl,
  isGoodFlyctl,
  oldestGoodFlyctl,
  pinnedFlyctlVersion,
} from '@fly-monitoring/fly';
import type { Annotation, RawInputs, Secret, StageTools } from '@fly-monitoring/kit';

export interface FlyctlAccess {
  /** Undefined where flyctl is logged in. */
  readonly token: Secret | undefined;
  readonly environment: RawInputs['environment'];
}

/** flyctl ready for use: found or fetched. */
export async function openFlyctl({ token, environment }: FlyctlAccess, tools: StageTools): Promise<Flyctl> {
  const platform = { os: process.platform, arch: process.arch };
  const toolCache = environment['RUNNER_TOOL_CACHE'] || undefined;
  const { file, version } = await installFlyctl({ version: pinnedFlyctlVersion, toolCache, platform }, tools);
  if (!isGoodFlyctl(version)) tools.log.annotate(tooOld(version));
  return flyctl({ processes: tools.processes, token, file, log: tools.log, clock: tools.clock });
}

function tooOld(version: string): Annotation {
  const message = `flyctl ${version} on PATH may skip the health checks of new machines; install ${oldestGoodFlyctl} or newer.`;
  return { level: 'warning', title: 'Old flyctl', message };
}
