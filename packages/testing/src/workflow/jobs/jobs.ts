import { concurrencyOf, deadlockOf } from '../documents/concurrency.js';
import { fill, fillText, holds, type Scope, type Status } from '../documents/expressions.js';
import { type Typed, typedInputs } from '../documents/inputs.js';
import { ancestorsOf, type PlannedJob, type PlannedWorkflow, planOutputs } from '../documents/plan.js';
import { asText, type Json, mapValues, recordIn } from '../documents/values.js';
import type { Concurrency, JobResult, Result } from '../options.js';
import type { World } from '../world.js';
import { type JobCall, runJob } from './job.js';

/** One workflow file in action: what it was started or called with. */
export type Call = {
  readonly workflow: PlannedWorkflow;
  readonly inputs: Json;
  readonly secrets: Readonly<Record<string, string>>;
  readonly inheritsSecrets: boolean;
  readonly prefix: string;
  /** Concurrency groups that the callers hold. */
  readonly held: readonly Concurrency[];
};

export type Called = {
  readonly jobs: Readonly<Record<string, JobResult>>;
  readonly outputs: Readonly<Record<string, string>>;
};

/** Every job starts as soon as those it needs have ended. */
export async function runJobs(world: World, call: Call): Promise<Called> {
  const running = new Map<string, Promise<JobResult>>();
  const start = (id: string): Promise<JobResult> => {
    const known = running.get(id) ?? runWhenReady(world, call, { id, start });
    running.set(id, known);
    return known;
  };
  const results = await Promise.all(Object.keys(call.workflow.jobs).map(async (id) => await start(id)));
  const jobs = Object.fromEntries(results.map((result) => [result.id, result]));
  const contexts = { ...contextsOf(world, call), jobs: mapValues(jobs, (job) => shownToOthers(job)) };
  const scope = { contexts, status: { success: true, failure: false, cancelled: false } };
  return { jobs, outputs: mapValues(planOutputs(call.workflow), (value) => fillText(value, scope)) };
}

type Ready = { readonly id: string; readonly start: (id: string) => Promise<JobResult> };

async function runWhenReady(world: World, call: Call, { id, start }: Ready): Promise<JobResult> {
  const job = call.workflow.jobs[id];
  if (job === undefined) {
    return blank({ id, spec: {}, needs: [], permissions: {} }, 'skipped');
  }
  const ancestors = await Promise.all(ancestorsOf(call.workflow.jobs, id).map(async (other) => await start(other)));
  const needs = Object.fromEntries(
    ancestors.filter((other) => job.needs.includes(other.id)).map((other) => [other.id, shownToOthers(other)]),
  );
  const scope: Scope = { contexts: { ...contextsOf(world, call), needs }, status: statusOf(world, ancestors) };
  try {
    return holds(job.spec['if'], scope) ? await runEither(world, { call, job, scope }) : blank(job, 'skipped');
  } catch (error) {
    return failed(world, { call, job }, asText(Object(error).message ?? error));
  }
}

/** A skipped job skips what depends on it, also through others: success() asks the whole chain. */
function statusOf(world: World, ancestors: readonly JobResult[]): Status {
  const cancelled = world.cancelled.aborted;
  return {
    success: !cancelled && ancestors.every((other) => other.result === 'success'),
    failure: ancestors.some((other) => other.result === 'failure'),
    cancelled,
  };
}

type Start = { readonly call: Call; readonly job: PlannedJob; readonly scope: Scope };

async function runEither(world: World, { call, job, scope }: Start): Promise<JobResult> {
  const name = call.prefix + job.id;
  const concurrency = concurrencyOf(job.spec, scope);
  const deadlock = deadlockOf(call.held, concurrency, name);
  if (deadlock !== undefined) {
    return failed(world, { call, job }, deadlock);
  }
  const held = [...call.held, ...(concurrency === undefined ? [] : [concurrency])];
  if (job.calls !== undefined) {
    return await runCalled(world, { call: { ...call, held }, job, scope }, job.calls);
  }
  const secrets = { ...call.secrets, GITHUB_TOKEN: asText(world.github['token']) };
  const seesEnvironment = call.prefix === '' || call.inheritsSecrets;
  const contexts = { ...scope.contexts, secrets };
  const jobCall: JobCall = { workflow: call.workflow, job, name, contexts, seesEnvironment };
  return await runJob(world, jobCall);
}

async function runCalled(world: World, start: Start, workflow: PlannedWorkflow): Promise<JobResult> {
  const startedAtMs = Date.now();
  const { call, job, scope } = start;
  const name = call.prefix + job.id;
  const inputs = calledInputs(world, start, workflow);
  const inheritsSecrets = job.spec['secrets'] === 'inherit';
  const secrets = inheritsSecrets ? call.secrets : passedSecrets(start);
  const next: Call = {
    workflow,
    inputs: inputs.values,
    secrets,
    inheritsSecrets,
    prefix: `${name} / `,
    held: call.held,
  };
  const concurrency = concurrencyOf(workflow.content, { ...scope, contexts: contextsOf(world, next) });
  const fault = inputs.problems[0] ?? deadlockOf(call.held, concurrency, name);
  if (fault !== undefined) {
    return failed(world, start, fault);
  }
  const held = [...call.held, ...(concurrency === undefined ? [] : [concurrency])];
  const called = await runJobs(world, { ...next, held });
  const result = overall(Object.values(called.jobs).map((one) => one.result));
  return { ...blank(job, result), ...called, startedAtMs, endedAtMs: Date.now() };
}

function calledInputs(world: World, { call, job, scope }: Start, workflow: PlannedWorkflow): Typed {
  const declared = recordIn(recordIn(workflow.content, 'on'), 'workflow_call');
  const given = mapValues(recordIn(job.spec, 'with'), (value) => fill(value, scope));
  return typedInputs(recordIn(declared, 'inputs'), given, { ...scope, contexts: contextsOf(world, call) });
}

function passedSecrets({ call, job, scope }: Start): Record<string, string> {
  const seen = { ...scope, contexts: { ...scope.contexts, secrets: call.secrets } };
  return mapValues(recordIn(job.spec, 'secrets'), (value) => fillText(value, seen));
}

export function overall(results: readonly Result[]): Exclude<Result, 'skipped'> {
  if (results.includes('failure')) {
    return 'failure';
  }
  return results.includes('cancelled') ? 'cancelled' : 'success';
}

export function contextsOf(world: World, call: Call): Json {
  return { github: world.github, inputs: call.inputs, vars: world.options.vars ?? {} };
}

function shownToOthers(value: unknown): Json {
  const { result, outputs } = Object(value);
  return { result, outputs };
}

function failed(world: World, { call, job }: Pick<Start, 'call' | 'job'>, message: string): JobResult {
  const text = `##[error]${message}`;
  const name = call.prefix + job.id;
  world.logLines.push(`${name} | ${text}`);
  world.options.onLine?.({ job: name, text });
  return { ...blank(job, 'failure'), log: text, annotations: [{ level: 'error', message, properties: {} }] };
}

function blank(job: PlannedJob, result: Result): JobResult {
  const empty = {
    outputs: {},
    steps: [],
    log: '',
    summary: '',
    annotations: [],
    jobs: {},
    startedAtMs: 0,
    endedAtMs: 0,
  };
  return { id: job.id, name: asText(job.spec['name']) || job.id, result, permissions: job.permissions, ...empty };
}
