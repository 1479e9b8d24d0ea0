import type { DeployRequest, Flyctl, Machine } from '@fly-monitoring/fly';
import type { SuiteError } from '@fly-monitoring/kit';
import type { DeploymentPlan } from './plan.js';
import type { WantedDeployment } from './wanted.js';

export interface LiveRelease {
  readonly version: number;
  readonly image: string;
  readonly digest: string;
  readonly machines: readonly Machine[];
  readonly asleep: readonly Machine[];
  readonly unreachable: readonly Machine[];
}

export type DeploymentOutcome =
  | { readonly kind: 'unchanged'; readonly live: LiveRelease }
  /** `notice`: what did not go as it should, though the release is live. */
  | { readonly kind: 'deployed'; readonly live: LiveRelease; readonly notice: string | undefined }
  /** `now`: the machines as they were found afterwards; none where Fly could not be asked. */
  | { readonly kind: 'failed'; readonly error: SuiteError; readonly now: readonly Machine[] }
  /** The run was cancelled half way; the error says during what. */
  | { readonly kind: 'interrupted'; readonly error: SuiteError };

export interface DeploymentRun {
  readonly flyctl: Flyctl;
  readonly wanted: WantedDeployment;
  readonly plan: DeploymentPlan;
  readonly request: DeployRequest;
}
