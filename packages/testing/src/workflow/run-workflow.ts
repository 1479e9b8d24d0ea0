import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { concurrencyOf } from './documents/concurrency.js';
import { defaultPermissions } from './documents/permissions.js';
import { type PlannedWorkflow, planWorkflow } from './documents/plan.js';
import { triggerOf } from './documents/trigger.js';
import { asText } from './documents/values.js';
import { WorkflowStartError } from './errors.js';
import { type Call, contextsOf, overall, runJobs } from './jobs/jobs.js';
import type { RunOptions, WorkflowResult } from './options.js';
import { Repositories } from './uses/repositories.js';
import { githubOf, type World } from './world.js';

/**
 * Runs a workflow file as GitHub would, on this machine.
 * Rejects with a WorkflowStartError when GitHub would not have started it, or when it holds something
 * that this runner does not do; a failing job is a result.
 */
export async function runWorkflow(options: RunOptions): Promise<WorkflowResult> {
  const repositories = new Repositories(options);
  const planned = await plan(options, repositories);
  refuse(planned.problems);
  const trigger = triggerOf(options, planned.workflow.content['on'], repositories.own.ref);
  refuse(trigger.problems);
  const workflow = asText(planned.workflow.content['name']) || options.file;
  const github = { ...githubOf(options, repositories.own, trigger.event), workflow };
  const folder = options.workFolder ?? (await mkdtemp(path.join(tmpdir(), 'workflow-')));
  await mkdir(folder, { recursive: true });
  const cancelled = options.signal ?? new AbortController().signal;
  const world: World = { options, repositories, github, folder, cancelled, logLines: [] };
  try {
    return await run(world, planned.workflow, trigger.inputs);
  } finally {
    if (options.workFolder === undefined) {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) {
    throw new WorkflowStartError([...new Set(problems)]);
  }
}

async function plan(
  options: RunOptions,
  repositories: Repositories,
): Promise<{ workflow: PlannedWorkflow; problems: string[] }> {
  const problems: string[] = [];
  const granted = defaultPermissions(options.defaultPermissions ?? 'read');
  const place = { source: repositories.own, file: options.file, granted, depth: 1 };
  const workflow = await planWorkflow({ repositories, problems }, place);
  return { workflow, problems };
}

async function run(world: World, workflow: PlannedWorkflow, inputs: Call['inputs']): Promise<WorkflowResult> {
  const secrets = world.options.secrets ?? {};
  const call: Call = { workflow, inputs, secrets, inheritsSecrets: true, prefix: '', held: [] };
  const status = { success: true, failure: false, cancelled: false };
  const concurrency = concurrencyOf(workflow.content, { contexts: contextsOf(world, call), status });
  const { jobs, outputs } = await runJobs(world, { ...call, held: concurrency === undefined ? [] : [concurrency] });
  const result = overall(Object.values(jobs).map((job) => job.result));
  const log = world.logLines.join('\n');
  return { result, jobs, outputs, ...(concurrency === undefined ? {} : { concurrency }), log };
}
