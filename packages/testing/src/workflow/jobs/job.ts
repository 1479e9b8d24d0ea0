import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fill, fillText } from '../documents/expressions.js';
import type { PlannedJob, PlannedWorkflow } from '../documents/plan.js';
import { asText, isRecord, type Json, listIn, mapValues, recordIn, textIn } from '../documents/values.js';
import { fail } from '../execution.js';
import type { JobResult, Result } from '../options.js';
import { createJobFolders, type World } from '../world.js';
import { killGroup } from './child.js';
import { JobLog } from './job-log.js';
import { type Frame, type JobRun, scopeOf } from './job-run.js';
import { Masks } from './masks.js';
import { runPosts, runPres, runSteps } from './steps.js';

/** What a job is run with: the workflow it stands in, and what that was called with. */
export type JobCall = {
  readonly workflow: PlannedWorkflow;
  readonly job: PlannedJob;
  /** Unique in the run: `deploy`, or `caller / deploy`. */
  readonly name: string;
  readonly contexts: Json;
  /** Whether secrets of the environment reach the job: always at the top, below only by inheritance. */
  readonly seesEnvironment: boolean;
};

/** GitHub's own limit for a job. */
const LONGEST_JOB_MINUTES = 360;
/** GitHub shows the summaries of this many steps. */
const MOST_SUMMARIES = 20;

export async function runJob(world: World, call: JobCall): Promise<JobResult> {
  const startedAtMs = Date.now();
  const timer = new AbortController();
  const job = await prepare(world, call, timer.signal);
  const frame = frameOf(call, job);
  const minutes = Number(fill(call.job.spec['timeout-minutes'], scopeOf(job, frame, {})) ?? LONGEST_JOB_MINUTES);
  const timeout = setTimeout(() => timer.abort(), minutes * 60_000);
  const specs = listIn(call.job.spec, 'steps');
  const endAll = (): void => {
    for (const group of job.groups) {
      killGroup(group, 'SIGKILL');
    }
  };
  process.once('exit', endAll);
  try {
    await runPres(job, specs, frame);
    const steps = await runSteps(job, specs, frame);
    await runPosts(job, frame);
    if (timer.signal.aborted) {
      fail(job, `The job has exceeded the maximum execution time of ${minutes} minutes.`);
    }
    return { ...resultOf(job, call, frame), steps, startedAtMs, endedAtMs: Date.now() };
  } finally {
    clearTimeout(timeout);
    process.off('exit', endAll);
    endAll();
  }
}

async function prepare(world: World, call: JobCall, timeUp: AbortSignal): Promise<JobRun> {
  const folders = await createJobFolders(world, call.name);
  const eventPath = path.join(folders.temp, 'event.json');
  await writeFile(eventPath, JSON.stringify(world.github['event']));
  const known = contextsOf(world, call);
  const github = { ...recordIn(known, 'github'), workspace: folders.workspace, event_path: eventPath };
  const runner = { os: 'Linux', arch: 'X64', name: 'fly-monitoring', temp: folders.temp, tool_cache: folders.tools };
  const contexts = { ...known, github, runner };
  const cancelled = AbortSignal.any([world.cancelled, timeUp]);
  const nothingYet = {
    pathEntries: [],
    summaries: [],
    posts: [],
    groups: new Set<number>(),
    preStates: new Map(),
    nextStep: 0,
  };
  const job: JobRun = { world, folders, ...logOf(world, call, contexts), contexts, env: {}, cancelled, ...nothingYet };
  const scope = scopeOf(job, frameOf(call, job), {});
  for (const level of [call.workflow.content, call.job.spec]) {
    Object.assign(
      job.env,
      mapValues(recordIn(level, 'env'), (value) => fillText(value, scope)),
    );
  }
  return job;
}

function logOf(world: World, call: JobCall, contexts: Json): Pick<JobRun, 'log' | 'masks'> {
  const secrets = Object.values(recordIn(contexts, 'secrets')).map(asText);
  const masks = new Masks([...secrets, asText(world.github['token'])]);
  const log = new JobLog(masks, (text) => {
    world.logLines.push(`${call.name} | ${text}`);
    world.options.onLine?.({ job: call.name, text });
  });
  return { masks, log };
}

function contextsOf(world: World, { workflow, job, contexts, seesEnvironment }: JobCall): Json {
  const name = environmentName(world, job, contexts);
  const environment = world.options.environments?.[name];
  const { source, file } = workflow;
  return {
    ...contexts,
    github: { ...recordIn(contexts, 'github'), job: job.id },
    secrets: { ...recordIn(contexts, 'secrets'), ...(seesEnvironment ? environment?.secrets : {}) },
    vars: { ...recordIn(contexts, 'vars'), ...environment?.vars },
    job: {
      workflow_repository: source.repository,
      workflow_sha: source.sha,
      workflow_ref: `${source.repository}/${file}@${source.ref}`,
      workflow_file_path: file,
    },
    strategy: { 'fail-fast': true, 'job-index': 0, 'job-total': 1, 'max-parallel': 1 },
    matrix: null,
  };
}

function environmentName(world: World, job: PlannedJob, contexts: Json): string {
  const value = job.spec['environment'];
  const status = { success: true, failure: false, cancelled: world.cancelled.aborted };
  return fillText(isRecord(value) ? value['name'] : value, { contexts, status });
}

function frameOf(call: JobCall, job: JobRun): Frame {
  const defaultsOf = (level: Json): Json => recordIn(recordIn(level, 'defaults'), 'run');
  const defaults = { ...defaultsOf(call.workflow.content), ...defaultsOf(call.job.spec) };
  const shell = textIn(defaults, 'shell');
  const workingDirectory = textIn(defaults, 'working-directory');
  return {
    source: call.workflow.source,
    inputs: recordIn(job.contexts, 'inputs'),
    steps: {},
    env: {},
    defaults: {
      ...(shell === undefined ? {} : { shell }),
      ...(workingDirectory === undefined ? {} : { workingDirectory }),
    },
    isComposite: false,
    depth: 0,
    failed: false,
  };
}

function resultOf(job: JobRun, call: JobCall, frame: Frame): Omit<JobResult, 'steps' | 'startedAtMs' | 'endedAtMs'> {
  const scope = scopeOf(job, frame, {});
  const wanted = mapValues(recordIn(call.job.spec, 'outputs'), (value) => fillText(value, scope));
  const outputs = Object.entries(wanted).filter(([name, value]) =>
    isShown(job, value, `Skip output '${name}' since it may contain secret.`),
  );
  const environment = environmentOf(job, call, frame);
  const failed: Result = fill(call.job.spec['continue-on-error'], scope) === true ? 'success' : 'failure';
  return {
    id: call.job.id,
    name: fillText(call.job.spec['name'], scope) || call.job.id,
    result: job.cancelled.aborted ? 'cancelled' : frame.failed ? failed : 'success',
    outputs: Object.fromEntries(outputs.filter(([, value]) => value !== '')),
    summary: job.summaries.slice(0, MOST_SUMMARIES).join('\n'),
    permissions: call.job.permissions,
    ...(environment === undefined ? {} : { environment }),
    jobs: {},
    log: job.log.text,
    annotations: job.log.annotations,
  };
}

function environmentOf(job: JobRun, call: JobCall, frame: Frame): JobResult['environment'] {
  const name = environmentName(job.world, call.job, job.contexts);
  const url = fillText(recordIn(call.job.spec, 'environment')['url'], scopeOf(job, frame, {}));
  const isVisible = isShown(job, url, 'Skip setting environment url as environment secrets may be part of it.');
  return name === '' ? undefined : { name, url: isVisible ? url : '' };
}

/** What holds a secret is kept from other jobs; the log alone says so. */
function isShown(job: JobRun, value: string, warning: string): boolean {
  const isHidden = job.masks.isIn(value);
  if (isHidden) {
    job.log.say(`##[warning]${warning}`);
  }
  return !isHidden;
}
