import * as core from '@actions/core';
import { context } from '@actions/github';
import { errorReport } from '../error-report.js';
import { trimSummary } from '../markdown.js';
import type { Log, RunContext } from '../ports.js';
import { protectInputs } from '../protect-inputs.js';
import { Redactor, type Secret } from '../secret.js';
import type { Stage, StageReport, StageTools } from '../stage.js';
import { toSuiteError } from '../suite-error.js';
import { childProcesses, interruptChildrenWithUs } from './child-processes.js';
import { diskFiles } from './disk-files.js';
import { gitHubLog } from './github-log.js';
import { systemClock } from './system-clock.js';
import { undiciHttp } from './undici-http.js';

/** Runs a stage as a GitHub action: the only place of an action that ends the process. */
export async function startGitHubStage(stage: Stage): Promise<void> {
  interruptChildrenWithUs();
  const redactor = new Redactor();
  const protect = (secret: Secret) => {
    for (const form of redactor.add(secret.reveal())) core.setSecret(form);
  };
  const log = gitHubLog(redactor);
  const report = await runStage(stage, { log, protect }).catch((thrown: unknown) => errorReportOf(thrown, log));
  await publish(report, { log, redactor });
  // Sockets kept alive by servers would hold the job open until they time out.
  process.exit();
}

async function runStage(stage: Stage, own: Pick<StageTools, 'log' | 'protect'>): Promise<StageReport> {
  const raw = { given: inputsFromEnvironment(process.env), environment: process.env };
  protectInputs(stage.inputs, raw, own.protect);
  const edges = { clock: systemClock, http: undiciHttp(), processes: childProcesses, files: diskFiles };
  const prepared = await stage.prepare(raw, { ...edges, ...own, context: gitHubContext() });
  return prepared.run();
}

/** `INPUT_FLY-API-TOKEN` -> `fly-api-token`: the runner upper-cases names and keeps hyphens. */
export function inputsFromEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment)
      .filter(([name]) => name.startsWith('INPUT_'))
      .map(([name, value]) => [name.slice('INPUT_'.length).toLowerCase(), value ?? '']),
  );
}

function gitHubContext(): RunContext {
  const repository = process.env['GITHUB_REPOSITORY'] ?? '';
  // The toolkit's types promise texts; outside a runner they are undefined.
  const sha: string | undefined = context.sha;
  return {
    repository,
    sha: sha || undefined,
    ref: context.ref || undefined,
    runLabel: [sha?.slice(0, 12), context.runId, context.runAttempt].filter(Boolean).join('-'),
    runUrl: repository === '' ? undefined : `${context.serverUrl}/${repository}/actions/runs/${context.runId}`,
    actor: context.actor || undefined,
    workspace: process.env['GITHUB_WORKSPACE'] ?? process.cwd(),
  };
}

async function publish(report: StageReport, tools: { readonly log: Log; readonly redactor: Redactor }): Promise<void> {
  for (const line of report.lines) tools.log.info(line);
  for (const annotation of report.annotations) tools.log.annotate(annotation);
  for (const [name, value] of Object.entries(report.outputs)) core.setOutput(name, tools.redactor.redact(value));
  await writeSummary(tools.redactor.redact(report.summary));
  process.exitCode = report.conclusion === 'success' ? 0 : 1;
}

/** An unexpected error is a defect: its stack is what a bug report needs. */
function errorReportOf(thrown: unknown, log: Log): StageReport {
  const error = toSuiteError(thrown);
  if (error.code === 'UNEXPECTED' && typeof thrown === 'object' && thrown !== null && 'stack' in thrown) {
    log.info(String(thrown.stack));
  }
  return errorReport(error);
}

async function writeSummary(markdown: string): Promise<void> {
  // Absent on old GitHub Enterprise servers, where write() would throw.
  if ((process.env['GITHUB_STEP_SUMMARY'] ?? '') === '') return;
  await core.summary.addRaw(trimSummary(markdown), true).write();
}
