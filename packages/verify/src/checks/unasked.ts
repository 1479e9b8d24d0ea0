import { describeFailure, type Failure, isFinal } from '@fly-monitoring/prometheus';
import type { Check } from '../check.js';
import type { CheckResult } from '../check-module.js';

/** A check that got no answer says nothing about what it checks. */
export function unaskedResult(base: Pick<Check, 'name' | 'blame'>, failure: Failure): CheckResult {
  const evidence = describeFailure(failure);
  const hint = 'Run again when Prometheus answers queries.';
  const check: Check = { ...base, blame: 'monitoring', verdict: 'inconclusive', evidence, hint };
  return { checks: [check], isPending: !isFinal(failure) };
}
