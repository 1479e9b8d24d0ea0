import { fill, fillText, holds } from '../documents/expressions.js';
import { asText, isRecord, type Json, mapValues, recordIn, textIn } from '../documents/values.js';
import { type Executed, fail } from '../execution.js';
import type { StepResult } from '../options.js';
import { runAction } from '../uses/actions.js';
import { runPre } from '../uses/node-action.js';
import { type Frame, type JobRun, scopeOf, stepSignal } from './job-run.js';
import { runScript } from './run-script.js';
import type { StepCall } from './step-call.js';

/** A step's own limit where it names none; the job's comes first. */
const LONGEST_STEP_MINUTES = 360;

export async function runSteps(job: JobRun, specs: readonly unknown[], frame: Frame): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const spec of specs.filter(isRecord)) {
    const result = await runStep(job, spec, frame);
    results.push(result);
    if (result.id !== undefined) {
      const { outputs, outcome, conclusion } = result;
      frame.steps[result.id] = { outputs, outcome, conclusion };
    }
    frame.failed ||= result.conclusion === 'failure';
  }
  return results;
}

async function runStep(job: JobRun, spec: Json, frame: Frame): Promise<StepResult> {
  const id = textIn(spec, 'id');
  try {
    const call = callOf(job, spec, frame);
    const named = { id, name: call.title };
    if (!holds(spec['if'], call.scope)) {
      return { ...named, outcome: 'skipped', conclusion: 'skipped', outputs: {} };
    }
    begin(job, frame, call.title);
    return { ...named, ...(await concluded(job, call)) };
  } catch (error) {
    // An expression that cannot be evaluated fails the step.
    fail(job, messageOf(error));
    return { id, name: asText(spec['name'] ?? id), outcome: 'failure', conclusion: 'failure', outputs: {} };
  }
}

function begin(job: JobRun, frame: Frame, title: string): void {
  if (frame.isComposite) {
    job.log.beginInnerStep(title);
  } else {
    job.log.beginStep(title);
  }
}

async function concluded(job: JobRun, call: StepCall): Promise<Omit<StepResult, 'id' | 'name'>> {
  const wasCancelled = job.cancelled.aborted;
  const done = await executed(job, call);
  if (done.isOk) {
    return { outcome: 'success', conclusion: 'success', outputs: done.outputs };
  }
  if (job.cancelled.aborted && !wasCancelled) {
    job.log.say('##[error]The operation was canceled.');
    return { outcome: 'cancelled', conclusion: 'cancelled', outputs: done.outputs };
  }
  if (call.signal.aborted) {
    fail(job, `The action '${call.title}' has timed out after ${minutesOf(call)} minutes.`);
  }
  const isTolerated = fill(call.spec['continue-on-error'], call.scope) === true;
  return { outcome: 'failure', conclusion: isTolerated ? 'success' : 'failure', outputs: done.outputs };
}

async function executed(job: JobRun, call: StepCall): Promise<Executed> {
  try {
    return 'run' in call.spec
      ? await runScript(job, call)
      : await runAction(job, call, async (inner, specs, frame) => void (await runSteps(inner, specs, frame)));
  } catch (error) {
    fail(job, messageOf(error));
    return { isOk: false, outputs: {}, state: {} };
  }
}

function callOf(job: JobRun, spec: Json, frame: Frame): StepCall {
  const outer = scopeOf(job, frame, {});
  const env = mapValues(recordIn(spec, 'env'), (value) => fillText(value, outer));
  const scope = scopeOf(job, frame, env);
  const plain =
    'run' in spec ? `Run ${asText(spec['run']).trim().split('\n')[0] ?? ''}` : `Run ${asText(spec['uses'])}`;
  const title = fillText(spec['name'], scope) || plain;
  const minutes = Number(fill(spec['timeout-minutes'], scope) ?? LONGEST_STEP_MINUTES);
  return { spec, title, frame, scope, env, signal: stepSignal(job, minutes) };
}

function minutesOf(call: StepCall): string {
  return fillText(call.spec['timeout-minutes'], call.scope);
}

/** Everything that runs before the first step. */
export async function runPres(job: JobRun, specs: readonly unknown[], frame: Frame): Promise<void> {
  for (const spec of specs.filter(isRecord).filter((one) => 'uses' in one)) {
    frame.failed ||= !(await runPre(job, callOf(job, spec, frame)));
  }
}

/** Everything that runs after the last step, the last first. */
export async function runPosts(job: JobRun, frame: Frame): Promise<void> {
  for (const post of job.posts.toReversed()) {
    job.log.beginStep(post.title);
    job.log.say('##[endgroup]');
    await post.run(frame);
  }
}

function messageOf(error: unknown): string {
  return asText(Object(error).message ?? error);
}
