import type { BadFile, WantedDashboard } from '@fly-monitoring/grafana';
import type { ErrorCode } from '@fly-monitoring/kit';
import type { AnnotationNote } from './annotate.js';
import type { GrafanaSeen } from './grafana-seen.js';
import type { FileWarning, ImportPlan } from './plan.js';
import type { FolderPlan } from './plan-folder.js';
import type { PruneResult } from './prune/apply-prune.js';
import type { PrunePlan } from './prune/prune-plan.js';
import type { Differences } from './read-differences.js';

/** What became of one dashboard. */
export type DashboardResult =
  | {
      /** `kept`: it differs, and nothing was to be replaced. */
      readonly kind: 'created' | 'updated' | 'unchanged' | 'kept';
      readonly wanted: WantedDashboard;
      readonly url: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'conflicted' | 'failed';
      readonly wanted: WantedDashboard;
      readonly url: string | undefined;
      readonly reason: string;
      readonly code: ErrorCode;
      readonly hint: string;
    };

/** What became of one element of the library. */
export type LibraryPanelResult =
  | {
      readonly kind: 'created' | 'updated';
      readonly uid: string;
      readonly name: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'failed';
      readonly uid: string;
      readonly name: string;
      readonly reason: string;
      readonly code: ErrorCode;
      readonly hint: string;
      /** Grafana has none, so that what shows it would be broken. */
      readonly isMissing: boolean;
    };

export interface InterruptedAt {
  /** Of the dashboard, or name of the library panel. */
  readonly title: string;
  readonly doing: 'library-panel' | 'import' | 'deletion';
}

export type ImportOutcome =
  | { readonly kind: 'skipped' }
  | {
      readonly kind: 'planned';
      readonly grafana: GrafanaSeen;
      readonly plan: ImportPlan;
      /** Of the data source. */
      readonly notices: readonly string[];
      readonly prune: PrunePlan;
      readonly differences: Differences;
      readonly warnings: readonly FileWarning[];
      readonly bad: readonly BadFile[];
    }
  | {
      readonly kind: 'imported';
      readonly grafana: GrafanaSeen;
      readonly folder: FolderPlan;
      readonly results: readonly DashboardResult[];
      readonly libraryPanels: readonly LibraryPanelResult[];
      readonly pruned: readonly PruneResult[];
      /** Undefined when none was asked for, or not everything was imported. */
      readonly annotation: AnnotationNote | undefined;
      /** Of the conflicts. */
      readonly differences: Differences;
      /** Where a copy is of what was replaced or deleted; undefined when there was nothing. */
      readonly backupFolder: string | undefined;
      /** Where the run was cancelled; what comes behind it was not touched. */
      readonly interruptedAt: InterruptedAt | undefined;
      /** Of the data source. */
      readonly notices: readonly string[];
      readonly warnings: readonly FileWarning[];
      readonly bad: readonly BadFile[];
    };
