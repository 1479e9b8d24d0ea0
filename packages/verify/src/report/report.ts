import { type Annotation, escapeCell, harmless, type StageReport, textTable } from '@fly-monitoring/kit';
import type { Check } from '../check.js';
import type { Verified, VerifyOutcome } from '../outcome.js';
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
      return plannedReport(outcome.lines);
    case 'verified':
      return verifiedReport(outcome, reportPath);
  }
}

function plannedReport(lines: readonly string[]): StageReport {
  const outputs = Object.fromEntries(Object.keys(verifyTargetsOutputs).map((name) => [name, '']));
  const items = lines.map((line) => `- ${escapeCell(line)}`).join('\n');
  const summary = `### 📋 verify-targets: dry run, nothing was asked\n\n${items}\n`;
  return { conclusion: 'success', outputs, summary, lines: lines.map(harmless), annotations: [] };
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
    lines: linesOf(outcome).map(harmless),
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
    ...outcome.reports.flatMap(({ lines = [] }) => lines),
    `Verdict: ${outcome.verdict}, ${up} of ${total} targets up`,
    ...nextSteps(outcome).map(({ names, hint }) => `Next, for ${names.join(', ')}: ${hint}`),
  ];
}

/** A check that annotates by itself knows a better place. */
function annotationsOf(outcome: Verified): readonly Annotation[] {
  const own = outcome.reports.flatMap(({ annotations = [] }) => annotations);
  const isTold = ({ name }: Check) => own.some(({ level, check }) => level === 'error' && check === name);
  const open = openChecks(outcome).filter((check) => !isTold(check));
  const errors = own.filter(({ level }) => level === 'error');
  return [
    ...open.map((check) => checkAnnotation(check, outcome)),
    ...errors,
    ...own.filter(({ level }) => level !== 'error'),
  ];
}

function checkAnnotation({ name, verdict, evidence, hint }: Check, { plan }: Verified): Annotation {
  const job = plan.jobs.find((one) => `job:${one.name}` === name);
  const code = job !== undefined ? 'TARGETS_DOWN' : 'VERIFY_FAILED';
  const title = verdict === 'inconclusive' ? 'VERIFY_INCONCLUSIVE' : code;
  const base = { level: 'error', title, message: `${name}: ${evidence}\nNext: ${hint}`, check: name } as const;
  return job?.place === undefined ? base : { ...base, place: job.place };
}
