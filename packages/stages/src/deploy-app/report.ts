import type { StageReport } from '@fly-monitoring/kit';
import type { DeploymentPlan } from '../fly-deployment/plan.js';
import {
  type DeploymentReportFacts,
  deploymentOutputs,
  reportDeployment,
  reportPlan,
} from '../fly-deployment/report.js';

export const deployAppOutputs = {
  ...deploymentOutputs,
  revision: 'Revision that the processes of the live release show, as its deploy wrote it down.',
  'started-at':
    'When the deploy of the live release began, in ISO 8601: that of this run, unless nothing was released.',
  outcome: 'deployed, unchanged, failed, interrupted, or planned in a dry run.',
};

export function reportApp(facts: DeploymentReportFacts, revision: string | undefined): StageReport {
  const report = reportDeployment(facts);
  const isLive = report.conclusion === 'success';
  return {
    ...report,
    outputs: { ...report.outputs, outcome: facts.outcome.kind, revision: isLive ? (revision ?? '') : '' },
  };
}

export function reportAppPlan(app: string, plan: DeploymentPlan): StageReport {
  const report = reportPlan(app, plan);
  return { ...report, outputs: { ...report.outputs, outcome: 'planned' } };
}
