import type { Stage } from '@fly-monitoring/kit';
import { deployApp, deployMonitoring, deployWithMonitoring, importDashboards } from '@fly-monitoring/stages';
import { exportDashboards } from '@fly-monitoring/stages/export-dashboards';
import { verifyTargets } from '@fly-monitoring/verify';

/** The word a person types, and the stage it runs: the same code as the action of that name, where there is one. */
export const stageCommands: Readonly<Record<string, Stage>> = {
  deploy: deployWithMonitoring,
  'deploy-monitoring': deployMonitoring,
  'deploy-app': deployApp,
  'import-dashboards': importDashboards,
  'export-dashboards': exportDashboards,
  'verify-targets': verifyTargets,
};

export const hashPasswordCommand = {
  name: 'hash-password',
  purpose: 'Turn PROMETHEUS_PASSWORD into the secret lines that a hand-made "flyctl deploy" needs.',
};
