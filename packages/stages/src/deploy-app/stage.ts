import { type Stage, withDeadline } from '@fly-monitoring/kit';
import { nothingChanged, tellingWhatRan } from '../fly-deployment/before-deploy.js';
import { readPlan } from '../fly-deployment/planned.js';
import { keepSuccess } from '../keep-success.js';
import { deployAppInputs } from './inputs.js';
import { prepareApp } from './prepare.js';
import { deployAppOutputs } from './report.js';
import { runDeployApp } from './run.js';

export const deployApp: Stage = {
  name: 'deploy-app',
  purpose: 'Deploy the monitored app to Fly.io and prove that its machines run the release.',
  inputs: deployAppInputs,
  outputs: deployAppOutputs,
  prepare: async (raw, tools) => {
    const prepared = await prepareApp(raw, tools);
    const { inputs } = prepared;
    const { app } = prepared.wanted;
    const wanted = prepared.fingerprint.then((fingerprint) => ({ ...prepared.wanted, fingerprint }));
    const access = { token: inputs.flyApiToken, environment: raw.environment, inputs };
    // Its time begins when Fly is first asked.
    const limited = keepSuccess(async () => withDeadline(tools, { ms: inputs.deadline, stage: 'deploy-app' }));
    const planned = keepSuccess(async () => readPlan({ app, wanted }, access, await limited()));
    return {
      preflight: async () => {
        await planned();
      },
      run: async () => {
        const plan = await tellingWhatRan(planned, nothingChanged(app));
        return runDeployApp(prepared, plan, await limited());
      },
    };
  },
};
