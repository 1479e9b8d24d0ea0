import { type Stage, withDeadline } from '@fly-monitoring/kit';
import { tellUnusedHosts } from '../insecure-hosts.js';
import { readMonitoringFiles } from './datasource/monitoring-files.js';
import { thisPrometheus } from './datasource/this-prometheus.js';
import { importDashboardsInputs, parseImportInputs } from './inputs.js';
import { readDashboards } from './read-dashboards.js';
import { importDashboardsOutputs, reportImport } from './report.js';
import { preflightImport, runImport } from './run.js';

const name = 'import-dashboards';

export const importDashboards: Stage = {
  name,
  purpose: 'Imports the dashboards of the repository into Grafana, and leaves alone what somebody changed there.',
  inputs: importDashboardsInputs,
  outputs: importDashboardsOutputs,
  prepare: async (raw, tools) => {
    const inputs = await parseImportInputs(raw);
    tellUnusedHosts(importDashboardsInputs, inputs, tools.log);
    const { grafana } = inputs;
    if (grafana === undefined) return { preflight: async () => {}, run: async () => reportImport({ kind: 'skipped' }) };
    const { files, context } = tools;
    const place = { files, workspace: context.workspace };
    const documents = await readDashboards(inputs.dashboards, place);
    const prometheus = thisPrometheus(inputs, await readMonitoringFiles(inputs, place));
    const work = { grafana, inputs, documents, prometheus };
    return {
      preflight: () => preflightImport(work, tools),
      run: async () => reportImport(await runImport(work, withDeadline(tools, { ms: inputs.deadline, stage: name }))),
    };
  },
};
