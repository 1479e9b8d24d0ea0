import type { Annotation, RawInputs, RunContext, Secret, StageTools } from '@fly-monitoring/kit';
import { type Flyctl, flyctl } from './flyctl.js';
import type { FlyctlInputs } from './flyctl-problems.js';
import { type FlyctlInstallation, type InstalledFlyctl, installFlyctl } from './install.js';
import { isGoodFlyctl, oldestGoodFlyctl } from './version.js';

export interface FlyctlAccess {
  /** Undefined where flyctl is logged in. */
  readonly token: Secret | undefined;
  readonly environment: RawInputs['environment'];
  readonly inputs: FlyctlInputs;
}

/** flyctl ready for use: found or fetched. */
export async function openFlyctl(access: FlyctlAccess, tools: StageTools): Promise<Flyctl> {
  const { token, environment, inputs } = access;
  const platform = { os: process.platform, arch: process.arch };
  const { flyctlVersion: version, flyctlChecksum: checksum } = inputs;
  const { file } = await installOnce({ version, checksum, platform, path: environment['PATH'] }, tools);
  const { processes, log, clock } = tools;
  return flyctl({ processes, token, file, log, clock, agent: agentOf(access, tools.context) });
}

/**
 * On a runner the agent would keep the token of the job. Where flyctl has a login of its own on that machine there is no
 * such token, and the login is in the folder that the user's agent has.
 */
function agentOf({ token, environment }: FlyctlAccess, { runUrl }: RunContext): 'of-user' | 'of-tunnel' {
  const hasToken = token !== undefined || (environment['FLY_ACCESS_TOKEN'] ?? '').trim() !== '';
  return runUrl !== undefined && hasToken ? 'of-tunnel' : 'of-user';
}

/** By the run, and by what was wanted. */
const installed = new WeakMap<RunContext, Map<string, Promise<InstalledFlyctl>>>();

/**
 * The stages of a chain and the looks of verify-targets share what was checked and unpacked for this run alone. A
 * failure is forgotten, so that the next one tries again.
 */
function installOnce(wanted: FlyctlInstallation, tools: StageTools): Promise<InstalledFlyctl> {
  const known = installed.get(tools.context) ?? new Map<string, Promise<InstalledFlyctl>>();
  installed.set(tools.context, known);
  const key = JSON.stringify(wanted);
  const installing = known.get(key) ?? install(wanted, tools);
  known.set(key, installing);
  installing.catch(() => known.delete(key));
  return installing;
}

async function install(wanted: FlyctlInstallation, tools: StageTools): Promise<InstalledFlyctl> {
  const result = await installFlyctl(wanted, tools);
  if (!isGoodFlyctl(result.version)) tools.log.annotate(tooOld(result));
  return result;
}

function tooOld({ version, origin }: InstalledFlyctl): Annotation {
  const where = origin === 'path' ? ' on PATH' : '';
  const message = `flyctl ${version}${where} may skip the health checks of new machines; use ${oldestGoodFlyctl} or newer.`;
  return { level: 'warning', title: 'Old flyctl', message };
}
