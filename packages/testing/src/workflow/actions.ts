import path from 'node:path';
import { checkout } from './checkout.js';
import { readActionFile } from './documents.js';
import { notSupported } from './errors.js';
import { type Executed, execute } from './execution.js';
import { fillText, holds, type Scope } from './expressions.js';
import { type Frame, type JobRun, processEnv, scopeOf, stepSignal } from './job-run.js';
import type { Source } from './repositories.js';
import type { StepCall } from './step-call.js';
import { asText, isRecord, type Json, listIn, mapValues, recordIn, textIn } from './values.js';

/** An action that was found: its manifest, where it lies, and the repository it came from. */
export type Action = {
  readonly content: Json;
  readonly folder: string;
  /** What `$/` means inside of it. */
  readonly source: Source;
  /** `./` actions are told no repository and run no `pre`. */
  readonly isLocal: boolean;
};

export type RunSteps = (job: JobRun, steps: readonly unknown[], frame: Frame) => Promise<void>;

const NOTHING: Executed = { isOk: true, outputs: {}, state: {} };
/** GitHub allows nine composites inside the first. */
const DEEPEST = 9;
const LONGEST_POST_MINUTES = 30;

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
  const action =
    use.kind === 'workspace' ? await localAction(job, call.frame, use.path) : await actionAt(use.source, use.path);
  warnOfUnexpected(job, action, given);
  const inputs = inputsOf(action, given, call.scope);
  const runs = recordIn(action.content, 'runs');
  if (textIn(runs, 'using') === 'composite') {
    return await runComposite(job, { call, action, inputs }, runSteps);
  }
  return await runNode(job, { call, action, inputs });
}

async function localAction(job: JobRun, frame: Frame, inside: string): Promise<Action> {
  const folder = path.join(job.folders.workspace, inside);
  const found = await readActionFile(folder);
  if (found === undefined) {
    throw new Error(
      `Can't find 'action.yml', 'action.yaml' or 'Dockerfile' under '${folder}'. Did you forget to run actions/checkout before running your local action?`,
    );
  }
  return { content: checked(found, inside), folder, source: frame.source, isLocal: true };
}

export async function actionAt(source: Source, inside: string): Promise<Action> {
  const folder = path.join(source.folder, inside);
  const found = await readActionFile(folder);
  if (found === undefined) {
    throw new Error(`Can't find 'action.yml' in ${source.repository}/${inside}@${source.ref}`);
  }
  return { content: checked(found, inside), folder, source, isLocal: false };
}

function checked(found: { readonly content: Json; readonly problems: readonly string[] }, inside: string): Json {
  if (found.problems.length > 0) {
    throw new Error(`${inside}: ${found.problems.join('; ')}`);
  }
  const using = textIn(recordIn(found.content, 'runs'), 'using') ?? '';
  if (!/^(composite|node20|node24)$/.test(using)) {
    throw new Error(notSupported(`runs.using: ${using}`));
  }
  return found.content;
}

/** What the step gives, else the action's default; names are compared without case. Nothing is required here, as on GitHub. */
function inputsOf(action: Action, given: Readonly<Record<string, string>>, scope: Scope): Record<string, string> {
  const declared = recordIn(action.content, 'inputs');
  const byName = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  const defaults = mapValues(declared, (definition, name) => {
    return byName.get(name.toLowerCase()) ?? fillText(isRecord(definition) ? definition['default'] : '', scope);
  });
  return { ...given, ...defaults };
}

function warnOfUnexpected(job: JobRun, action: Action, given: Readonly<Record<string, string>>): void {
  const declared = recordIn(action.content, 'inputs');
  const known = new Set(Object.keys(declared).map((name) => name.toLowerCase()));
  const extra = Object.keys(given).filter((name) => !known.has(name.toLowerCase()));
  if (extra.length > 0) {
    const [named, valid] = [extra, Object.keys(declared)].map((names) => names.map((name) => `'${name}'`).join(', '));
    job.log.annotate({
      level: 'warning',
      message: `Unexpected input(s) ${asText(named)}, valid inputs are [${asText(valid)}]`,
      properties: {},
    });
  }
}

type Invocation = {
  readonly call: StepCall;
  readonly action: Action;
  readonly inputs: Readonly<Record<string, string>>;
};

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

async function runNode(job: JobRun, invocation: Invocation): Promise<Executed> {
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
