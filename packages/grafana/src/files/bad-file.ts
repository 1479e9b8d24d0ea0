import { SuiteError } from '@fly-monitoring/kit';

/** A file that is meant to be a dashboard and cannot be imported as one. */
export interface BadFile {
  readonly file: string;
  readonly problems: readonly string[];
}

export const badFileHint = 'Correct the files, or export them again from Grafana with "Export for sharing externally".';

/** For those who can do nothing with the others alone. */
export function invalid(bad: readonly BadFile[]): SuiteError {
  const lines = bad.flatMap(({ file, problems }) => problems.map((problem) => `${file}: ${problem}`));
  return new SuiteError({ code: 'DASHBOARD_INVALID', message: lines.join('\n'), hint: badFileHint });
}
