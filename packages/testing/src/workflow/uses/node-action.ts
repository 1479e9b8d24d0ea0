import path from 'node:path';
import { fillText, holds } from '../documents/expressions.js';
import { asText, mapValues, recordIn, textIn } from '../documents/values.js';
import { notSupported } from '../errors.js';
import { type Executed, execute } from '../execution.js';
import { type JobRun, processEnv, scopeOf, stepSignal } from '../jobs/job-run.js';
import type { StepCall } from '../jobs/step-call.js';
import { inputsOf } from './action-inputs.js';
import { type Action, actionAt } from './find-action.js';
import type { Source } from './repositories.js';

/** GitHub sets no limit of its own to what comes after the last step; a test needs one. */
const LONGEST_POST_MINUTES = 30;

export type Invocation = {
  readonly call: StepCall;
  readonly action: Action;
  readonly inputs: Readonly<Record<string, string>>;
};

export async function runNode(job: JobRun, invocation: Invocation): Promise<Executed> {
  const { call, action } = invocation;
  const runs = recordIn(action.content, 'runs');
  const state = { ...job.preStates.get(call.spec) };
  const post = textIn(runs, 'post');
  if (call.frame.isComposite && 'pre' in runs) {
    throw new Error(notSupported(`"pre" of ${asText(call.spec['uses'])} inside a composite action`));
  }
  const done = await script(job, invocation, { file: asText(runs['main']), state, signal: call.signal });
  if (post !== undefined) {
    job.posts.push({
      title: `Post ${call.title}`,
      run: async (frame) => {
        if (holds(runs['post-if'] ?? 'always()', scopeOf(job, frame, call.env))) {
          const signal = stepSignal(job, LONGEST_POST_MINUTES);
          const ended = await script(job, invocation, { file: post, state: { ...state, ...done.state }, signal });
          frame.failed ||= !ended.isOk;
        }
      },
    });
  }
  return done;
}

/** Runs the `pre` of a step's action, before any step of the job. */
export async function runPre(job: JobRun, call: StepCall): Promise<boolean> {
  const use = job.world.repositories.stepUse(asText(call.spec['uses']), call.frame.source);
  if (typeof use === 'string' || use.kind !== 'source') {
    return true;
  }
  const action = await actionAt(use.source, use.path);
  const runs = recordIn(action.content, 'runs');
  const pre = textIn(runs, 'pre');
  if (pre === undefined || !holds(runs['pre-if'] ?? 'always()', call.scope)) {
    return true;
  }
  job.log.beginStep(`Pre ${call.title}`);
  job.log.say('##[endgroup]');
  const given = mapValues(recordIn(call.spec, 'with'), (value) => fillText(value, call.scope));
  const inputs = inputsOf(action, given, call.scope);
  const done = await script(job, { call, action, inputs }, { file: pre, state: {}, signal: call.signal });
  job.preStates.set(call.spec, done.state);
  return done.isOk;
}

type Script = { readonly file: string; readonly state: Readonly<Record<string, string>>; readonly signal: AbortSignal };

async function script(
  job: JobRun,
  { call, action, inputs }: Invocation,
  { file, state, signal }: Script,
): Promise<Executed> {
  const { options } = job.world;
  const using = textIn(recordIn(action.content, 'runs'), 'using');
  const node = using === 'node24' ? (options.nodeFor24 ?? process.execPath) : process.execPath;
  const origin = action.isLocal
    ? {}
    : { GITHUB_ACTION_REPOSITORY: action.source.repository, GITHUB_ACTION_REF: refOf(action.source, call) };
  const env = {
    ...processEnv(job, call.frame, call.env),
    ...origin,
    ...renamed(inputs, (name) => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`),
    ...renamed(state, (name) => `STATE_${name}`),
  };
  return await execute(
    job,
    { file: node, args: [path.join(action.folder, file)], cwd: job.folders.workspace, env },
    signal,
  );
}

/** `$/` is bound to the commit of the file that says it; a written ref stays as written. */
function refOf(source: Source, call: StepCall): string {
  return asText(call.spec['uses']).startsWith('$/') ? source.sha : source.ref;
}

function renamed(values: Readonly<Record<string, string>>, name: (key: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [name(key), value]));
}
