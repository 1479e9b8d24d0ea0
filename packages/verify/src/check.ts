/** `inconclusive`: nothing was seen to be wrong, yet it is not proved right either. */
export type Verdict = 'pass' | 'fail' | 'inconclusive' | 'skipped';

/** Whose part of the chain it is. Only what is the app's is a reason to put the app back. */
export type Blame = 'app' | 'monitoring' | 'dashboards' | 'remote' | 'network';

export interface Check {
  /** Stable, as scripts and reports refer to it; `job:<name>` for a job. */
  readonly name: string;
  readonly verdict: Verdict;
  readonly blame: Blame;
  /** What was asked and what was seen. */
  readonly evidence: string;
  /** One next step; empty for a pass. */
  readonly hint: string;
}

/** One failure makes all of it a failure; nothing proved is not green. */
export function overallVerdict(verdicts: readonly Verdict[]): Exclude<Verdict, 'skipped'> {
  if (verdicts.includes('fail')) return 'fail';
  if (verdicts.includes('inconclusive') || !verdicts.includes('pass')) return 'inconclusive';
  return 'pass';
}
