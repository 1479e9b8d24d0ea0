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
  outcome: 'deployed, unchanged, failed, interrupted, or planned in a dry run.',
};

export function reportApp(facts: DeploymentReportFacts): StageReport {
  const report = reportDeployment(facts);
  return { ...report, outputs: { ...report.outputs, outcome: facts.outcome.kind } };
}

export function reportAppPlan(app: string, plan: DeploymentPlan): StageReport {
  const report = reportPlan(app, plan);
  return { ...report, outputs: { ...report.outputs, outcome: 'planned' } };
}
