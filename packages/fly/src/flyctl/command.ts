import type { Clock, Command, Log, Processes, ProcessOutcome, Secret } from '@fly-monitoring/kit';
import { parseAnswer } from '../answers/answer.js';
import { bareToken } from '../secrets/token.js';
import { commandError, type FlyFailure, failureOf } from './failure.js';

export interface FlyctlOptions {
  readonly processes: Processes;
  /** Undefined where flyctl is logged in. */
  readonly token?: Secret | undefined;
  /** The executable; `flyctl` from PATH unless told. */
  readonly file?: string;
  readonly log?: Log;
  /** With it, questions that Fly could not answer are asked again after a pause. */
  readonly clock?: Clock;
}

export interface Invocation {
  readonly args: readonly string[];
  readonly app?: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly timeoutMs?: number;
  /** Shows what it writes, line by line. */
  readonly streamed?: true;
}

export type CommandAnswer =
  | { readonly kind: 'done'; readonly stdout: string }
  | { readonly kind: 'failed'; readonly failure: FlyFailure };

/** Questions to Fly's API answer within seconds. */
const questionTimeoutMs = 120_000;
/** Fly's API allows one request a second; its short outages last some seconds. */
const pausesMs = [1_000, 3_000, 9_000];

/** Runs flyctl with its environment in order; it knows no subcommand. */
export class FlyctlCommand {
  readonly #options: FlyctlOptions;
  readonly #file: string;

  constructor(options: FlyctlOptions) {
    this.#options = options;
    this.#file = options.file ?? 'flyctl';
  }

  run(invocation: Invocation): Promise<ProcessOutcome> {
    return this.#options.processes.run(this.command(invocation));
  }

  start(invocation: Invocation) {
    return this.#options.processes.start(this.command(invocation));
  }

  async attempt(invocation: Invocation): Promise<CommandAnswer> {
    const outcome = await this.run({ timeoutMs: questionTimeoutMs, ...invocation });
    const failure = failureOf(outcome);
    if (failure !== undefined) return { kind: 'failed', failure };
    return { kind: 'done', stdout: outcome.kind === 'exited' ? outcome.stdout : '' };
  }

  /** @throws SuiteError when it does not end well */
  async output(invocation: Invocation): Promise<string> {
    const answer = await this.attempt(invocation);
    if (answer.kind === 'failed') throw this.error(invocation, answer.failure);
    return answer.stdout;
  }

  /** @throws SuiteError when it does not end well, or answers with something that is not JSON */
  async json(invocation: Invocation): Promise<unknown> {
    const stdout = await this.output({ ...invocation, args: [...invocation.args, '--json'] });
    return parseAnswer(stdout, shown(invocation));
  }

  /** JSON of a question that changes nothing, asked again when Fly could not answer. */
  async ask(invocation: Invocation): Promise<unknown> {
    const { clock } = this.#options;
    const asked = { ...invocation, args: [...invocation.args, '--json'] };
    let answer = await this.attempt(asked);
    for (const pauseMs of clock === undefined ? [] : pausesMs) {
      if (answer.kind === 'done' || answer.failure.kind !== 'unavailable') break;
      await clock?.sleep(pauseMs);
      answer = await this.attempt(asked);
    }
    if (answer.kind === 'failed') throw this.error(invocation, answer.failure);
    return parseAnswer(answer.stdout, shown(invocation));
  }

  error(invocation: Invocation, failure: FlyFailure): Error {
    return commandError({ command: shown(invocation), app: invocation.app, failure });
  }

  command({ args, app, stdin, env, cwd, timeoutMs, streamed }: Invocation): Command {
    // The app is always named: FLY_APP in a job's environment would lead every command to that app.
    const all = app === undefined ? args : [...args, '-a', app];
    return {
      file: this.#file,
      args: all,
      env: { ...quietEnvironment, ...tokenEnvironment(this.#options.token), ...env },
      ...(stdin === undefined ? {} : { stdin }),
      ...(cwd === undefined ? {} : { cwd }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
      ...(streamed === undefined ? {} : { onLine: (line) => this.#options.log?.info(prefixed(line)) }),
    };
  }
}

/** No prompts, no updates, no telemetry, no colours; and no way for the job's environment to change what is meant. */
const quietEnvironment: Readonly<Record<string, string | undefined>> = {
  CI: 'true',
  NO_COLOR: '1',
  CLICOLOR_FORCE: undefined,
  FLY_NO_UPDATE_CHECK: '1',
  FLY_NO_INCIDENTS_CHECK: '1',
  FLY_SEND_METRICS: '0',
  FLY_SYNTHETICS_AGENT: '0',
  FLY_APP: undefined,
  FLY_JSON: undefined,
  FLY_REGION: undefined,
  // It would record every request, tokens included.
  FLYCTL_OUTPUT_HAR: undefined,
  FLY_GHA_ERROR_ANNOTATION: undefined,
};

/** FLY_ACCESS_TOKEN wins by being there, even when it is empty, so it is taken away and not emptied. */
function tokenEnvironment(token: Secret | undefined): Readonly<Record<string, string | undefined>> {
  if (token === undefined) return {};
  return { FLY_ACCESS_TOKEN: undefined, FLY_API_TOKEN: bareToken(token).reveal() };
}

/** A runner obeys lines that begin with `::`; with words before it no line of a child is a command. */
function prefixed(line: string): string {
  return `flyctl | ${line}`;
}

/** The words before the first flag are enough to know it by. */
function shown({ args, app }: Invocation): string {
  const flag = args.findIndex((arg) => arg.startsWith('-'));
  const words = (flag < 0 ? args : args.slice(0, flag)).filter((word) => !word.startsWith('/'));
  return ['flyctl', ...words, ...(app === undefined ? [] : ['-a', app])].join(' ');
}
