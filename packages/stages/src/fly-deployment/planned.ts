import { type Flyctl, type FlyctlAccess, openFlyctl } from '@fly-monitoring/fly';
import type { StageTools } from '@fly-monitoring/kit';
import { readAppState } from './app-state.js';
import { type DeploymentPlan, planDeployment } from './plan.js';
import type { WantedDeployment } from './wanted.js';

export interface PlannedDeployment {
  readonly flyctl: Flyctl;
  readonly plan: DeploymentPlan;
}

/** Asks Fly what is there. @throws SuiteError FLY_* when the deployment could not be done */
export async function readPlan(
  wanted: WantedDeployment,
  access: FlyctlAccess,
  tools: StageTools,
): Promise<PlannedDeployment> {
  const flyctl = await openFlyctl(access, tools);
  return { flyctl, plan: planDeployment(wanted, await readAppState(flyctl, wanted.app)) };
}
