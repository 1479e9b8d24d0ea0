import type { WantedDashboard } from '@fly-monitoring/grafana';
import type { ErrorCode } from '@fly-monitoring/kit';
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

export type ImportOutcome =
  | { readonly kind: 'skipped' }
  | {
      readonly kind: 'planned';
      readonly grafana: GrafanaSeen;
      readonly plan: ImportPlan;
      /** Of the data source. */
      readonly notices: readonly string[];
      readonly warnings: readonly FileWarning[];
    }
  | {
      readonly kind: 'imported';
      readonly grafana: GrafanaSeen;
      readonly folder: FolderPlan;
      readonly results: readonly DashboardResult[];
      /** Title of the dashboard at which the run was cancelled; those behind it were not written. */
      readonly interruptedAt: string | undefined;
      /** Of the data source. */
      readonly notices: readonly string[];
      readonly warnings: readonly FileWarning[];
    };
