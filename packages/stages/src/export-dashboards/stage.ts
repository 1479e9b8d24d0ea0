import { findDashboards } from '@fly-monitoring/grafana';
import { type Stage, tellUnusedHosts, withDeadline } from '@fly-monitoring/kit';
import { readMonitoringFiles } from '../import-dashboards/datasource/monitoring-files.js';
import { thisPrometheus } from '../import-dashboards/datasource/this-prometheus.js';
import { readWork } from '../import-dashboards/read-work.js';
import { exportDashboardsInputs, parseExportInputs } from './inputs.js';
import { exportDashboardsOutputs, reportExport } from './report.js';
import { runExport } from './run.js';

const name = 'export-dashboards';

/** A command of its own, and no action: what it writes has to be looked at and committed by somebody. */
export const exportDashboards: Stage = {
  name,
  purpose: 'Takes dashboards that somebody changed in Grafana over into their files, so that an import leaves them.',
  inputs: exportDashboardsInputs,
  outputs: exportDashboardsOutputs,
  prepare: async (raw, tools) => {
    const inputs = await parseExportInputs(raw);
    const { ofImport } = inputs;
    tellUnusedHosts(exportDashboardsInputs, ofImport, tools.log);
    const { files, context } = tools;
    const place = { files, workspace: context.workspace };
    const found = await findDashboards(ofImport.dashboards, place);
    const prometheus = thisPrometheus(ofImport, await readMonitoringFiles(ofImport, place));
    const work = { grafana: inputs.grafana, inputs: { ...ofImport, strict: false }, ...found, prometheus };
    const limited = withDeadline(tools, { ms: ofImport.deadline, stage: name });
    const asking = { tools: limited, wakeBudgetMs: ofImport.wakeTimeout };
    return {
      preflight: async () => void (await readWork(work, asking)),
      run: async () => reportExport(await runExport({ ...inputs, ...work }, limited)),
    };
  },
};
