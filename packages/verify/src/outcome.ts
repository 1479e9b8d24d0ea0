import type { Check, Verdict } from './check.js';
import type { CheckReport } from './check-module.js';
import type { VerifyPlan } from './plan.js';
import type { ServerSeen } from './server-seen.js';
import type { TargetsVerdict } from './targets/expectation.js';

export type VerifyOutcome =
  | { readonly kind: 'planned'; readonly lines: readonly string[] }
  | {
      readonly kind: 'verified';
      readonly plan: VerifyPlan;
      readonly verdict: Exclude<Verdict, 'skipped'>;
      readonly server: ServerSeen;
      readonly checks: readonly Check[];
      /** Undefined when Prometheus never gave a list. */
      readonly targets: TargetsVerdict | undefined;
      /** What the checks add to the report, in their order. */
      readonly reports: readonly CheckReport[];
      readonly looks: number;
      readonly startedMs: number;
      readonly finishedMs: number;
    };

export type Verified = Extract<VerifyOutcome, { readonly kind: 'verified' }>;
