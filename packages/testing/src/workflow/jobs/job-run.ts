import path from 'node:path';
import type { Scope } from '../documents/expressions.js';
import type { Json } from '../documents/values.js';
import type { Source } from '../uses/repositories.js';
import { githubVariables, type JobFolders, type World } from '../world.js';
import type { JobLog } from './job-log.js';
import type { Masks } from './masks.js';

/** What the steps of one job share and change. */
export type JobRun = {
  readonly world: World;
  readonly folders: JobFolders;
  readonly log: JobLog;
  readonly masks: Masks;
  /** github, needs, vars, secrets, inputs, runner, job. */
  readonly contexts: Json;
  /** The workflow's and the job's `env`, and what steps wrote to GITHUB_ENV. */
  readonly env: Record<string, string>;
  readonly pathEntries: string[];
  readonly summaries: string[];
  readonly posts: PostStep[];
  readonly groups: Set<number>;
  /** What the `pre` of a step saved for its `main`. */
  readonly preStates: Map<Json, Readonly<Record<string, string>>>;
  /** Aborted when the run is cancelled or the job's time is up. */
  readonly cancelled: AbortSignal;
  nextStep: number;
};

export type PostStep = { readonly title: string; readonly run: (frame: Frame) => Promise<void> };

/** A list of steps being worked off: a job's own, or those of a composite action. */
export type Frame = {
  /** What `$/` means here: the repository of the file that holds the steps. */
  readonly source: Source;
  readonly inputs: Json;
  readonly steps: Record<string, Json>;
  /** The environment the calling step was given. */
  readonly env: Readonly<Record<string, string>>;
  readonly actionPath?: string;
  readonly defaults: { readonly shell?: string; readonly workingDirectory?: string };
  /** A composite sees neither secrets nor vars nor needs. */
  readonly isComposite: boolean;
  readonly depth: number;
  failed: boolean;
};

/** After a cancellation steps with always() still get this long. */
const CANCEL_GRACE_MS = 5 * 60_000;

export function scopeOf(job: JobRun, frame: Frame, stepEnv: Readonly<Record<string, string>>): Scope {
  const cancelled = job.cancelled.aborted;
  const { secrets: _secrets, vars: _vars, needs: _needs, ...composite } = job.contexts;
  const github = { ...Object(job.contexts['github']), action_path: frame.actionPath ?? '' };
  const seen = frame.isComposite ? composite : job.contexts;
  const status = { success: !(frame.failed || cancelled), failure: frame.failed && !cancelled, cancelled };
  const jobContext = {
    ...Object(job.contexts['job']),
    status: cancelled ? 'cancelled' : frame.failed ? 'failure' : 'success',
  };
  const env = { ...job.env, ...frame.env, ...stepEnv };
  return { status, contexts: { ...seen, github, job: jobContext, inputs: frame.inputs, steps: frame.steps, env } };
}

/** What a process of the job finds in its environment. Nothing of this machine's but PATH comes in. */
export function processEnv(
  job: JobRun,
  frame: Frame,
  stepEnv: Readonly<Record<string, string>>,
): Record<string, string> {
  const github = { ...Object(job.contexts['github']), action_path: frame.actionPath ?? null };
  const { PATH = '', ...env }: Record<string, string> = {
    ...(process.env['PATH'] === undefined ? {} : { PATH: process.env['PATH'] }),
    LANG: 'C.UTF-8',
    HOME: job.folders.home,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    ...runnerVariables(job.folders),
    ...githubVariables(github),
    ...job.world.options.env,
    ...job.env,
    ...frame.env,
    ...stepEnv,
  };
  return { ...env, PATH: [...job.pathEntries, PATH].join(path.delimiter) };
}

function runnerVariables(folders: JobFolders): Record<string, string> {
  return {
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_NAME: 'fly-monitoring',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_TEMP: folders.temp,
    RUNNER_TOOL_CACHE: folders.tools,
  };
}

/** A step begun after the cancellation is not ended by it. */
export function stepSignal(job: JobRun, timeoutMinutes: number): AbortSignal {
  const byCancel = job.cancelled.aborted ? AbortSignal.timeout(CANCEL_GRACE_MS) : job.cancelled;
  return AbortSignal.any([byCancel, AbortSignal.timeout(Math.ceil(timeoutMinutes * 60_000))]);
}
