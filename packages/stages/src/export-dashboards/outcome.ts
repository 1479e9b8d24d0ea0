import type { BadFile } from '@fly-monitoring/grafana';

/** What became of one file. */
export interface ExportResult {
  /**
   * `inexact`: written, and an import still finds a difference, which the lines tell. `unchanged`: it says already what
   * is in Grafana. `missing`: Grafana has no such dashboard. `unreadable`: it does not hand it out.
   */
  readonly kind: 'written' | 'inexact' | 'unchanged' | 'missing' | 'unreadable';
  readonly file: string;
  readonly uid: string;
  readonly title: string;
  /** What changed against the file; of an inexact one, what an import would still change. */
  readonly changes: readonly string[];
  readonly notes: readonly string[];
}

export interface ExportOutcome {
  readonly isDryRun: boolean;
  readonly results: readonly ExportResult[];
  /** Files that no dashboard could be read from; nothing is taken over into them. */
  readonly bad: readonly BadFile[];
}
