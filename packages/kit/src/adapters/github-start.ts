import * as core from '@actions/core';
import { context } from '@actions/github';
import { trimSummary } from '../markdown.js';
import type { RunContext } from '../ports.js';
import { protectInputs } from '../protect-inputs.js';
import { Redactor, type Secret } from '../secret.js';
import type { Stage, StageReport } from '../stage.js';
import { toSuiteError } from '../suite-error.js';
import { childProcesses } from './child-processes.js';
import { diskFiles } from './disk-files.js';
import { gitHubLog } from './github-log.js';
import { systemClock } from './system-clock.js';
import { undiciHttp } from './undici-http.js';

/** Runs a stage as a GitHub action: the only place of an action that ends the process. */
export async function startGitHubStage(stage: Stage): Promise<void> {
  const redactor = new Redactor();
  const protect = (secret: Secret) => {
    for (const form of redactor.add(secret.reveal())) core.setSecret(form);
  };
  const raw = { given: inputsFromEnvironment(process.env), environment: process.env };
  try {
    protectInputs(stage.inputs, raw, protect);
    const log = gitHubLog(redactor);
    const tools = { clock: systemClock, http: undiciHttp(), processes: childProcesses, files: diskFiles, log, protect };
    const report = await stage.run(raw, { ...tools, context: gitHubContext() });
    for (const line of report.lines) log.info(line);
    for (const annotation of report.annotations) log.annotate(annotation);
    await publish(report, redactor);
    process.exitCode = report.conclusion === 'success' ? 0 : 1;
  } catch (thrown) {
    await publishError(thrown, redactor);
  }
  // Sockets kept alive by servers would hold the job open until they time out.
  process.exit();
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
  return {
    repository,
    sha: context.sha || undefined,
    ref: context.ref || undefined,
    runLabel: [context.sha.slice(0, 12), context.runId, context.runAttempt].filter(Boolean).join('-'),
    runUrl: repository === '' ? undefined : `${context.serverUrl}/${repository}/actions/runs/${context.runId}`,
    actor: context.actor || undefined,
    workspace: process.env['GITHUB_WORKSPACE'] ?? process.cwd(),
  };
}

async function publish(report: StageReport, redactor: Redactor): Promise<void> {
  for (const [name, value] of Object.entries(report.outputs)) core.setOutput(name, redactor.redact(value));
  await writeSummary(redactor.redact(report.summary));
}

async function publishError(thrown: unknown, redactor: Redactor): Promise<void> {
  const error = toSuiteError(thrown);
  const message = redactor.redact(error.message);
  const hint = redactor.redact(error.hint);
  core.error(`${message}\nNext: ${hint}`, { title: error.code });
  if (error.code === 'UNEXPECTED') core.info(redactor.redact(String(stackOf(thrown))));
  await writeSummary(`### ❌ ${error.code}\n\n${message.replaceAll('\n', '\n\n')}\n\n**Next:** ${hint}\n`);
  process.exitCode = 1;
}

function stackOf(thrown: unknown): unknown {
  return typeof thrown === 'object' && thrown !== null && 'stack' in thrown ? thrown.stack : thrown;
}

async function writeSummary(markdown: string): Promise<void> {
  // Absent on old GitHub Enterprise servers, where write() would throw.
  if ((process.env['GITHUB_STEP_SUMMARY'] ?? '') === '') return;
  await core.summary.addRaw(trimSummary(markdown), true).write();
}
