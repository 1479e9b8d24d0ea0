import type { Stage } from '@fly-monitoring/kit';
import { verifyTargets } from '@fly-monitoring/verify';
import { deployApp } from '../deploy-app/stage.js';
import { deployMonitoring } from '../deploy-monitoring/stage.js';
import { importDashboards } from '../import-dashboards/stage.js';
import type { Renames } from './links.js';

export interface ChainStage {
  /** Short, for the margin of the log. */
  readonly label: string;
  readonly stage: Stage;
  readonly renames: Renames;
}

/** Inputs of one name that mean different things in two stages get the stage's word in front; each stage keeps its own deadline. */
export const monitoring: ChainStage = {
  label: 'monitoring',
  stage: deployMonitoring,
  renames: { config: 'monitoring-config', dockerfile: 'monitoring-dockerfile', deadline: null },
};

export const app: ChainStage = {
  label: 'app',
  stage: deployApp,
  // The revision is what the proof expects: the chain's input release.
  renames: { config: 'app-config', dockerfile: 'app-dockerfile', deadline: null, revision: null },
};

export const dashboards: ChainStage = { label: 'dashboards', stage: importDashboards, renames: { deadline: null } };

export const verify: ChainStage = {
  label: 'verify',
  stage: verifyTargets,
  // What is measured since is known to the chain: the starts of its own deploys.
  renames: {
    timeout: 'verify-timeout',
    interval: 'verify-interval',
    since: null,
    'monitoring-since': null,
    deadline: null,
  },
};

export const chainStages: readonly ChainStage[] = [monitoring, app, dashboards, verify];
