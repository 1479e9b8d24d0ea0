import { type Flyctl, type FlyctlAccess, openFlyctl } from '@fly-monitoring/fly';
import type { StageTools } from '@fly-monitoring/kit';
import { readAppState } from './app-state.js';
import { type DeploymentPlan, planDeployment } from './plan.js';
import type { WantedDeployment } from './wanted.js';

export interface PlannedDeployment {
  readonly flyctl: Flyctl;
  readonly wanted: WantedDeployment;
  readonly plan: DeploymentPlan;
}

export interface PlanQuestion {
  readonly app: string;
  /** Complete only after a while, in which Fly is asked. */
  readonly wanted: Promise<WantedDeployment>;
}

/** Asks Fly what is there. @throws SuiteError FLY_* when the deployment could not be done */
export async function readPlan(
  question: PlanQuestion,
  access: FlyctlAccess,
  tools: StageTools,
): Promise<PlannedDeployment> {
  const flyctl = await openFlyctl(access, tools);
  const state = await readAppState(flyctl, question.app);
  const wanted = await question.wanted;
  return { flyctl, wanted, plan: planDeployment(wanted, state) };
}
