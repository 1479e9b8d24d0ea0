import type { Flags } from '@fly-monitoring/prometheus';
import type { Check, Verdict } from './check.js';
import type { Told } from './check-module.js';
import type { VerifyPlan } from './plan.js';
import type { TargetsVerdict } from './targets/expectation.js';

export interface ServerSeen {
  /** As it was asked; through a tunnel the app's name. */
  readonly address: string;
  readonly version: string | undefined;
  /** Its clock minus this machine's; undefined when it could not be asked. */
  readonly clockSkewMs: number | undefined;
  /** Its command line flags, empty until they were asked; a server that is not Prometheus itself has none. */
  readonly flags: Flags;
  /** It scrapes and forwards, and answers neither queries nor rules. */
  readonly isAgent: boolean;
}

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
      readonly told: readonly Told[];
      readonly looks: number;
      readonly startedMs: number;
      readonly finishedMs: number;
    };

export type Verified = Extract<VerifyOutcome, { readonly kind: 'verified' }>;
