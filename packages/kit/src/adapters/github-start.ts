import { errorReport } from '../error-report.js';
import type { Log, RunContext } from '../ports.js';
import { Redactor, type Secret } from '../secret.js';
import type { Stage, StageReport } from '../stage.js';
import { toSuiteError } from '../suite-error.js';
import { trimSummary } from '../text/markdown.js';
import { type Closing, closeOnSignals } from './close-on-signals.js';
import { endProcess, outliveReaders } from './end-process.js';
import { gitHubLog } from './github-log.js';
import { runStage } from './run-stage.js';
import { actionsToolCache } from './tool-cache.js';
import { addToSummary, issueCommand, setOutput } from './workflow-commands.js';

/** Runs a stage as a GitHub action: the only place of an action that ends the process. */
export async function startGitHubStage(stage: Stage): Promise<void> {
  outliveReaders();
  const redactor = new Redactor();
  const log = gitHubLog(redactor);
  const closing = closeOnSignals((signal) => log.info(`${signal}: cancelled; nothing new is started.`));
  const protect = (secret: Secret) => {
    for (const form of redactor.add(secret.reveal())) issueCommand('add-mask', {}, form);
  };
  const raw = { given: inputsFromEnvironment(process.env), environment: process.env };
  const surroundings = { log, protect, context: gitHubContext(process.env) };
  const report = await runStage(stage, { raw, closing, surroundings, toolCache: actionsToolCache }).catch(
    (thrown: unknown) => errorReportOf(thrown, { stage, log }),
  );
  publish(report, { log, redactor });
  await endProcess(exitCodeOf(report, closing));
}

function exitCodeOf({ conclusion }: StageReport, closing: Closing): number {
  switch (conclusion) {
    case 'success':
      return 0;
    case 'failure':
      return 1;
    case 'interrupted':
      return closing.exitCode();
  }
}

/** `INPUT_FLY-API-TOKEN` -> `fly-api-token`: the runner upper-cases names and keeps hyphens. */
export function inputsFromEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment)
      .filter(([name]) => name.startsWith('INPUT_'))
      .map(([name, value]) => [name.slice('INPUT_'.length).toLowerCase(), value ?? '']),
  );
}

/**
 * Read from the runner's variables alone: the toolkit's own context reads the event's file when it is imported, and
 * ends the process with a stack where that file is damaged.
 */
export function gitHubContext(environment: NodeJS.ProcessEnv): RunContext {
  const given = (name: string) => environment[name] || undefined;
  const [repository, sha, runId] = [given('GITHUB_REPOSITORY'), given('GITHUB_SHA'), given('GITHUB_RUN_ID')];
  const server = given('GITHUB_SERVER_URL') ?? 'https://github.com';
  return {
    repository: repository ?? '',
    sha,
    ref: given('GITHUB_REF'),
    runLabel: [sha?.slice(0, 12), runId, given('GITHUB_RUN_ATTEMPT')].filter(Boolean).join('-'),
    runUrl:
      repository === undefined || runId === undefined ? undefined : `${server}/${repository}/actions/runs/${runId}`,
    actor: given('GITHUB_ACTOR'),
    workspace: given('GITHUB_WORKSPACE') ?? process.cwd(),
  };
}

function publish(report: StageReport, tools: { readonly log: Log; readonly redactor: Redactor }): void {
  for (const line of report.lines) tools.log.info(line);
  for (const annotation of report.annotations) tools.log.annotate(annotation);
  // Outputs are addresses, numbers and paths that later steps use as they are; no stage puts a secret into one.
  for (const [name, value] of Object.entries(report.outputs)) setOutput(name, value);
  addToSummary(trimSummary(tools.redactor.redact(report.summary)));
}

/** An unexpected error is a defect: its stack is what a bug report needs. */
function errorReportOf(thrown: unknown, { stage, log }: { readonly stage: Stage; readonly log: Log }): StageReport {
  const error = toSuiteError(thrown, stage.name);
  if (error.code === 'UNEXPECTED' && typeof thrown === 'object' && thrown !== null && 'stack' in thrown) {
    log.info(String(thrown.stack));
  }
  return errorReport(error);
}
