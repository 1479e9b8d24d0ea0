import { SuiteError } from '@fly-monitoring/kit';
import type { DeploymentPlan } from './plan.js';

export interface InterruptedFacts {
  readonly app: string;
  readonly plan: DeploymentPlan;
  /** What was being done, as in "deploy shop: the image changes". */
  readonly during: string;
  /** What was done before that, in the same words. */
  readonly done: readonly string[];
  readonly cause: unknown;
}

/** What a person needs who finds a cancelled deployment: how far it came, what was live before, and where to look. */
export function interruptedDeployment({ app, plan, during, done, cause }: InterruptedFacts): SuiteError {
  const before = done.length === 0 ? 'Nothing was changed before that.' : `Done before that: ${done.join('; ')}.`;
  return new SuiteError({
    code: 'INTERRUPTED',
    message: `The run was cancelled during "${during}". ${before} ${liveBefore(app, plan)}`,
    hint: `See what runs now with "fly machine list -a ${app}" and "fly releases -a ${app}", then run again: what was done is found and not done twice.`,
    cause,
  });
}

function liveBefore(app: string, { previous, live }: DeploymentPlan): string {
  const release = live ?? previous;
  if (release === undefined) return `No release of "${app}" was live before.`;
  const image = release.image === undefined ? '' : ` (${release.image})`;
  return `Live before this run: release ${release.version} of "${app}"${image}.`;
}
