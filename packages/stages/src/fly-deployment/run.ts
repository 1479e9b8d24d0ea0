import { isInterruption, type StageTools, toSuiteError } from '@fly-monitoring/kit';
import { nothingDeployed, tellingWhatRan } from './before-deploy.js';
import type { DeploymentOutcome, DeploymentRun } from './deployment.js';
import { failedDeployment } from './failed-deployment.js';
import { interruptedDeployment } from './interrupted.js';
import { judgeDeploy } from './judge-deploy.js';
import { describeStep, type PreparationStep } from './plan.js';

/**
 * Does the steps of the plan.
 * @throws SuiteError from a step before the deploy; then what was live is still live
 */
export async function runDeployment(run: DeploymentRun, tools: StageTools): Promise<DeploymentOutcome> {
  const { plan, wanted } = run;
  const done: string[] = [];
  for (const step of plan.steps) {
    const during = describeStep(step, wanted.app);
    tools.log.info(`→ ${during}`);
    try {
      if (step.kind === 'deploy') return await deployAndProve(run, tools);
      await tellingWhatRan(() => prepareApp(run, step), nothingDeployed(wanted.app, done));
    } catch (thrown) {
      if (!isInterruption(thrown)) throw thrown;
      const error = interruptedDeployment({ app: wanted.app, plan, during, done, cause: thrown });
      return { kind: 'interrupted', error };
    }
    done.push(during);
  }
  if (plan.live === undefined) throw new Error('A plan without a deploy needs a live release.');
  return { kind: 'unchanged', live: plan.live };
}

async function prepareApp({ flyctl, wanted: { app, secrets } }: DeploymentRun, step: PreparationStep): Promise<void> {
  switch (step.kind) {
    case 'create-app':
      return flyctl.createApp(app, step.organisation);
    case 'allocate-address':
      return flyctl.allocateAddress(app, step.type);
    case 'create-volume':
      return flyctl.createVolume(app, step);
    case 'stage-secrets':
      return flyctl.stageSecrets(app, new Map([...secrets].filter(([name]) => step.names.includes(name))));
    case 'remove-secrets':
      return flyctl.stageSecretRemoval(app, step.names);
  }
}

async function deployAndProve(run: DeploymentRun, tools: StageTools): Promise<DeploymentOutcome> {
  const outcome = await run.flyctl.deploy(run.request);
  try {
    return await judgeDeploy(run, outcome, tools);
  } catch (thrown) {
    if (isInterruption(thrown)) throw thrown;
    // Fly could not be asked: what flyctl said is all that is known.
    return failedDeployment(run, {
      outcome,
      error: outcome.kind === 'released' ? toSuiteError(thrown) : outcome.error,
    });
  }
}
