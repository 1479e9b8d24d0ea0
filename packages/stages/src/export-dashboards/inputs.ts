import { type InputsOf, invalidInputs, list, parseInputs, type RawInputs } from '@fly-monitoring/kit';
import { datasourceInputs } from '../import-dashboards/datasource/inputs.js';
import {
  type GrafanaGiven,
  type ImportInputs,
  importDashboardsInputs,
  parseImportInputs,
} from '../import-dashboards/inputs.js';

const {
  'dry-run': dryRun,
  environment,
  deadline,
  'grafana-url': grafanaUrl,
  'grafana-token': grafanaToken,
  'org-id': orgId,
  'wake-timeout': wakeTimeout,
  'allow-insecure-http': allowInsecureHttp,
  dashboards,
  folder,
} = importDashboardsInputs;

/** Those that say what an import would write, and which dashboards are meant. */
export const exportDashboardsInputs = {
  uid: list({
    help: 'Uids of the dashboards to take over from Grafana. Empty: all that an import would leave because somebody changed them.',
  }),
  'dry-run': dryRun,
  environment,
  deadline,
  'grafana-url': grafanaUrl,
  'grafana-token': grafanaToken,
  'org-id': orgId,
  'wake-timeout': wakeTimeout,
  'allow-insecure-http': allowInsecureHttp,
  dashboards,
  folder,
  ...datasourceInputs,
};

export interface ExportInputs {
  readonly uids: readonly string[];
  readonly grafana: GrafanaGiven;
  /** Of the import whose files are meant. */
  readonly ofImport: ImportInputs;
}

/** @throws SuiteError INPUT_INVALID with everything that is wrong */
export async function parseExportInputs(raw: RawInputs): Promise<ExportInputs> {
  const { uid }: InputsOf<typeof exportDashboardsInputs> = parseInputs(exportDashboardsInputs, raw);
  const { uid: _own, ...given } = raw.given;
  const ofImport = await parseImportInputs({ ...raw, given });
  if (ofImport.grafana === undefined) {
    throw invalidInputs(['Inputs "grafana-url" (GRAFANA_URL) and "grafana-token" (GRAFANA_API_KEY) are missing.']);
  }
  return { uids: uid ?? [], grafana: ofImport.grafana, ofImport };
}
