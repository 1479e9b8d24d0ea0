import { checkout } from '../checkout.js';
import { fillText } from '../documents/expressions.js';
import { asText, listIn, mapValues, recordIn, textIn } from '../documents/values.js';
import type { Executed } from '../execution.js';
import { type Frame, type JobRun, scopeOf } from '../jobs/job-run.js';
import type { StepCall } from '../jobs/step-call.js';
import { inputsOf, warnOfUnexpected } from './action-inputs.js';
import { actionAt, localAction } from './find-action.js';
import { type Invocation, runNode } from './node-action.js';

export type RunSteps = (job: JobRun, steps: readonly unknown[], frame: Frame) => Promise<void>;

const NOTHING: Executed = { isOk: true, outputs: {}, state: {} };
/** GitHub allows nine composites inside the first. */
const DEEPEST = 9;

export async function runAction(job: JobRun, call: StepCall, runSteps: RunSteps): Promise<Executed> {
  const uses = asText(call.spec['uses']);
  job.log.say('##[endgroup]');
  const use = job.world.repositories.stepUse(uses, call.frame.source);
  if (typeof use === 'string') {
    throw new Error(use);
  }
  if (use.kind === 'source' && use.path === '' && call.frame.isComposite && uses.startsWith('$/')) {
    throw new Error(`Unable to resolve self-reference '${uses}' inside a composite action`);
  }
  const given = mapValues(recordIn(call.spec, 'with'), (value) => fillText(value, call.scope));
  if (use.kind === 'checkout') {
    await checkout(job, given);
    return NOTHING;
  }
  const action = use.kind === 'workspace' ? await localAction(job, use.path) : await actionAt(use.source, use.path);
  warnOfUnexpected(job, action, given);
  const inputs = inputsOf(action, given, call.scope);
  const runs = recordIn(action.content, 'runs');
  if (textIn(runs, 'using') === 'composite') {
    return await runComposite(job, { call, action, inputs }, runSteps);
  }
  return await runNode(job, { call, action, inputs });
}

async function runComposite(job: JobRun, { call, action, inputs }: Invocation, runSteps: RunSteps): Promise<Executed> {
  if (call.frame.depth >= DEEPEST) {
    throw new Error(`Composite action depth exceeded max depth ${DEEPEST}`);
  }
  const frame: Frame = {
    source: action.source,
    inputs,
    steps: {},
    env: { ...call.frame.env, ...call.env },
    actionPath: action.folder,
    defaults: {},
    isComposite: true,
    depth: call.frame.depth + 1,
    failed: false,
  };
  await runSteps(job, listIn(recordIn(action.content, 'runs'), 'steps'), frame);
  const scope = scopeOf(job, frame, {});
  const outputs = mapValues(recordIn(action.content, 'outputs'), (output) =>
    fillText(recordIn({ output }, 'output')['value'], scope),
  );
  return { isOk: !frame.failed, outputs, state: {} };
}
