import { type Stage, withDeadline } from '@fly-monitoring/kit';
import { nothingChanged, tellingWhatRan } from '../fly-deployment/before-deploy.js';
import { readPlan } from '../fly-deployment/planned.js';
import { deploymentOutputs } from '../fly-deployment/report.js';
import { keepSuccess } from '../keep-success.js';
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
    const { inputs } = prepared;
    const { app } = prepared.wanted;
    const wanted = Promise.resolve(prepared.wanted);
    const access = { token: inputs.flyMonitoringApiToken ?? inputs.flyApiToken, environment: raw.environment, inputs };
    // Its time begins when Fly is first asked.
    const limited = keepSuccess(async () => withDeadline(tools, { ms: inputs.deadline, stage: 'deploy-monitoring' }));
    const planned = keepSuccess(async () => readPlan({ app, wanted }, access, await limited()));
    return {
      preflight: async () => {
        await planned();
      },
      run: async () => {
        const plan = await tellingWhatRan(planned, nothingChanged(app));
        return runDeployMonitoring(prepared, plan, await limited());
      },
    };
  },
};
