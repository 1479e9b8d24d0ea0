import { type FoundDashboards, findDashboards, invalid, type Place } from '@fly-monitoring/grafana';
import { isSuiteError, type Stage, SuiteError, tellUnusedHosts, withDeadline } from '@fly-monitoring/kit';
import { readMonitoringFiles } from './datasource/monitoring-files.js';
import { thisPrometheus } from './datasource/this-prometheus.js';
import { type ImportInputs, importDashboardsInputs, parseImportInputs } from './inputs.js';
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
    const found = await readWanted(inputs, place);
    if (inputs.strict && found.bad.length > 0) throw invalid(found.bad);
    const prometheus = thisPrometheus(inputs, await readMonitoringFiles(inputs, place));
    const work = { grafana, inputs, ...found, prometheus };
    return {
      preflight: () => preflightImport(work, tools),
      run: async () => reportImport(await runImport(work, withDeadline(tools, { ms: inputs.deadline, stage: name }))),
    };
  },
};

/** With "prune" an empty list would mean to delete everything, which is far more often a mistake. */
async function readWanted({ dashboards, prune }: ImportInputs, place: Place): Promise<FoundDashboards> {
  try {
    return await findDashboards(dashboards, place);
  } catch (thrown) {
    if (!prune || !isSuiteError(thrown) || thrown.code !== 'FILE_MISSING') throw thrown;
    const { code, message } = thrown;
    throw new SuiteError({
      code,
      message: `${message}\nNothing is deleted for an entry without files.`,
      hint: emptyHint,
    });
  }
}

const emptyHint =
  'Check out the repository before this step. If the dashboards are really to go: take the entry out of input "dashboards", or delete the folder in Grafana when it was the last one.';
