import { type Annotation, escapeCell, type StageReport, textTable } from '@fly-monitoring/kit';
import { panelCounts } from './checks.js';
import type { PanelResult, Verified, VerifyOutcome } from './outcome.js';
import { describePlan, type VerifyPlan } from './plan.js';
import { blamesOf, countTargets, nextSteps, openChecks, rowsOf, scrapeAge } from './report-parts.js';
import { summaryOf } from './report-summary.js';

export const verifyTargetsOutputs = {
  verdict: 'pass, fail or inconclusive; empty after a dry run.',
  blames: 'JSON list of what the failed checks blame: app, monitoring, dashboards, remote, network.',
  report: 'Path of the JSON report; empty when none was asked for.',
  'targets-up': 'Targets that were proved.',
  'targets-total': 'Targets that were expected, without sleeping machines.',
  'checks-failed': 'JSON list of the names of the checks that failed.',
};

/** Of the ten that GitHub shows for a step, the most useful first. */
const mostAnnotations = 10;

export function reportVerify(outcome: VerifyOutcome, reportPath: string): StageReport {
  switch (outcome.kind) {
    case 'planned':
      return plannedReport(outcome.plan);
    case 'verified':
      return verifiedReport(outcome, reportPath);
  }
}

function plannedReport(plan: VerifyPlan): StageReport {
  const lines = describePlan(plan);
  const outputs = Object.fromEntries(Object.keys(verifyTargetsOutputs).map((name) => [name, '']));
  const items = lines.map((line) => `- ${escapeCell(line)}`).join('\n');
  const summary = `### 📋 verify-targets: dry run, nothing was asked\n\n${items}\n`;
  return { conclusion: 'success', outputs, summary, lines, annotations: [] };
}

function verifiedReport(outcome: Verified, reportPath: string): StageReport {
  const { up, total } = countTargets(outcome);
  const failed = outcome.checks.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name);
  return {
    conclusion: outcome.verdict === 'pass' ? 'success' : 'failure',
    outputs: {
      verdict: outcome.verdict,
      blames: JSON.stringify(blamesOf(outcome)),
      report: reportPath,
      'targets-up': String(up),
      'targets-total': String(total),
      'checks-failed': JSON.stringify(failed),
    },
    summary: summaryOf(outcome),
    lines: linesOf(outcome),
    annotations: annotationsOf(outcome).slice(0, mostAnnotations),
  };
}

function linesOf(outcome: Verified): readonly string[] {
  const { up, total } = countTargets(outcome);
  const targets = rowsOf(outcome).map((row) => [row.job, row.instance, row.health, scrapeAge(row, outcome), row.error]);
  const checks = outcome.checks.map(({ name, verdict, evidence }) => [name, verdict, evidence]);
  return [
    ...(targets.length === 0 ? [] : [...textTable(['JOB', 'INSTANCE', 'HEALTH', 'LAST SCRAPE', 'ERROR'], targets), '']),
    ...textTable(['CHECK', 'VERDICT', 'SEEN'], checks),
    '',
    ...warningLines(outcome.panels),
    `Verdict: ${outcome.verdict}, ${up} of ${total} targets up`,
    ...nextSteps(outcome).map(({ names, hint }) => `Next, for ${names.join(', ')}: ${hint}`),
  ];
}

function warningLines(panels: readonly PanelResult[]): readonly string[] {
  return hollowDashboards(panels).map(({ title, names }) => `Panels of ${title} without data: ${names}`);
}

function annotationsOf(outcome: Verified): readonly Annotation[] {
  return [...openChecks(outcome).map((check) => checkAnnotation(check, outcome)), ...panelWarnings(outcome.panels)];
}

function checkAnnotation(check: Verified['checks'][number], { plan, panels }: Verified): Annotation {
  const { name, verdict, evidence, hint } = check;
  const job = plan.jobs.find((one) => `job:${one.name}` === name);
  const code = job !== undefined ? 'TARGETS_DOWN' : verdict === 'fail' ? 'VERIFY_FAILED' : 'VERIFY_INCONCLUSIVE';
  const title = verdict === 'inconclusive' ? 'VERIFY_INCONCLUSIVE' : code;
  const base = { level: 'error', title, message: `${name}: ${evidence}\nNext: ${hint}` } as const;
  if (job?.line !== undefined && plan.configFile !== undefined) {
    return { ...base, place: { file: plan.configFile, line: job.line } };
  }
  const wrong = name === 'panels' ? panels.find(({ state }) => state.kind === 'error') : undefined;
  return wrong === undefined ? base : { ...base, place: { file: wrong.panel.file } };
}

/** One for each dashboard: a service without traffic leaves many panels empty at once. */
function panelWarnings(panels: readonly PanelResult[]): readonly Annotation[] {
  return hollowDashboards(panels).map(({ file, own, names }) => {
    const message = `${panelCounts(own)}. Without data: ${names}.`;
    return { level: 'warning', title: 'Panels without data', message, place: { file } };
  });
}

interface HollowDashboard {
  readonly file: string;
  readonly title: string;
  readonly own: readonly PanelResult[];
  /** Of the panels that show nothing. */
  readonly names: string;
}

function hollowDashboards(panels: readonly PanelResult[]): readonly HollowDashboard[] {
  const files = [...new Set(hollow(panels).map(({ panel }) => panel.file))];
  return files.map((file) => {
    const own = panels.filter(({ panel }) => panel.file === file);
    const names = hollow(own).map(({ panel, state }) => `"${panel.panel}" ${panel.refId} (${shown(state.kind)})`);
    return { file, title: own[0]?.panel.dashboard ?? file, own, names: names.join(', ') };
  });
}

function hollow(panels: readonly PanelResult[]): readonly PanelResult[] {
  return panels.filter(({ state }) => state.kind === 'empty' || state.kind === 'nan');
}

function shown(kind: PanelResult['state']['kind']): string {
  return kind === 'nan' ? 'NaN' : 'nothing';
}
