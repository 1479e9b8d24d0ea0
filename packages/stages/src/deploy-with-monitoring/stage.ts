import { type Stage, withDeadline } from '@fly-monitoring/kit';
import { preflightAll } from './preflight.js';
import { chainDeadline, chainInputs, prepareAll } from './prepare.js';
import { chainOutputSources, reportChain } from './report.js';
import { runChain } from './run.js';

/** The whole chain in one step: both deploys, the dashboards, the proof. */
export const deployWithMonitoring: Stage = {
  name: 'deploy-with-monitoring',
  purpose:
    'Deploy the app and its Prometheus to Fly.io, import the dashboards, and prove that every service is scraped.',
  inputs: chainInputs,
  outputs: Object.fromEntries(Object.entries(chainOutputSources).map(([name, [, , help]]) => [name, help])),
  prepare: async (raw, unlimited) => {
    const ms = chainInputs.deadline.parse(raw.given['deadline']?.trim() || chainDeadline);
    const tools = ms.ok ? withDeadline(unlimited, { ms: ms.value, stage: 'deploy-with-monitoring' }) : unlimited;
    const prepared = await prepareAll(raw, tools);
    const preflight = () => preflightAll(prepared, tools);
    return {
      preflight,
      run: async () => {
        await preflight();
        return reportChain(await runChain({ prepared, raw, tools }));
      },
    };
  },
};
