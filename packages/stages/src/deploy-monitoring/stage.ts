import type { Stage } from '@fly-monitoring/kit';
import { deploymentOutputs } from '../fly-deployment/report.js';
import { deployMonitoringInputs } from './inputs.js';
import { prepareMonitoring } from './prepare.js';
import { runDeployMonitoring } from './run.js';

export const deployMonitoring: Stage = {
  name: 'deploy-monitoring',
  purpose: 'Deploy Prometheus to Fly.io as an app of its own, and prove that it is ready and asks for its password.',
  inputs: deployMonitoringInputs,
  outputs: deploymentOutputs,
  prepare: async (raw, tools) => {
    const prepared = await prepareMonitoring(raw, tools);
    return () => runDeployMonitoring(prepared, raw.environment, tools);
  },
};
