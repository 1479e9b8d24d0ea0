import type { Annotation, StageReport } from '@fly-monitoring/kit';
import type { DeploymentPlan } from '../fly-deployment/plan.js';
import { type DeploymentReportFacts, reportDeployment, reportPlan } from '../fly-deployment/report.js';
import type { Access } from './settings.js';

export interface MonitoringReportFacts extends DeploymentReportFacts {
  readonly access: Access;
}

const accessWords: Readonly<Record<Access, string>> = {
  protected: 'behind a password; a request without one was refused',
  private: 'without a public address; asked through flyctl proxy',
  open: 'open to everybody who finds the address',
};

export function reportMonitoring(facts: MonitoringReportFacts): StageReport {
  const report = reportDeployment(facts);
  if (report.conclusion !== 'success') return report;
  const sentence = `Prometheus is ready, ${accessWords[facts.access]}.`;
  return {
    ...report,
    summary: `${report.summary}\n${sentence}\n`,
    lines: [...report.lines, sentence],
    annotations: [...report.annotations, ...accessNotices(facts)],
  };
}

function accessNotices({ app, access }: MonitoringReportFacts): readonly Annotation[] {
  if (access !== 'open') return [];
  const message =
    'Everybody can read every metric and run costly queries. Set PROMETHEUS_PASSWORD, and access to "protected".';
  return [{ level: 'warning', title: `${app}: Prometheus is open`, message }];
}

export interface MonitoringPlanFacts {
  readonly app: string;
  readonly access: Access;
  readonly plan: DeploymentPlan;
}

export function reportMonitoringPlan({ app, access, plan }: MonitoringPlanFacts): StageReport {
  const report = reportPlan(app, plan);
  const then = `then ask whether Prometheus is ready (access: ${access})`;
  return { ...report, summary: `${report.summary}- ${then}\n`, lines: [...report.lines, `  would ${then}`] };
}
