import type { WantedDashboard } from '@fly-monitoring/grafana';
import type { ErrorCode } from '@fly-monitoring/kit';
import type { BadFile } from './bad-file.js';
import type { GrafanaSeen } from './grafana-seen.js';
import type { FileWarning, ImportPlan } from './plan.js';
import type { FolderPlan } from './plan-folder.js';

/** What became of one dashboard. */
export type DashboardResult =
  | {
      readonly kind: 'created' | 'updated' | 'unchanged';
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

export type ImportOutcome =
  | { readonly kind: 'skipped' }
  | {
      readonly kind: 'planned';
      readonly grafana: GrafanaSeen;
      readonly plan: ImportPlan;
      /** Of the data source. */
      readonly notices: readonly string[];
      readonly warnings: readonly FileWarning[];
      readonly bad: readonly BadFile[];
    }
  | {
      readonly kind: 'imported';
      readonly grafana: GrafanaSeen;
      readonly folder: FolderPlan;
      readonly results: readonly DashboardResult[];
      readonly libraryPanels: readonly LibraryPanelResult[];
      /** Title of the dashboard at which the run was cancelled; those behind it were not written. */
      readonly interruptedAt: string | undefined;
      /** Of the data source. */
      readonly notices: readonly string[];
      readonly warnings: readonly FileWarning[];
      readonly bad: readonly BadFile[];
    };
