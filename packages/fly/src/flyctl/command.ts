import type { Clock, Command, Log, Processes, ProcessOutcome, Secret } from '@fly-monitoring/kit';
import { parseAnswer } from '../answers/answer.js';
import { bareToken } from '../secrets/token.js';
import { commandError } from './command-error.js';
import { type FailureKind, type FlyFailure, failureOf } from './failure.js';

export interface FlyctlOptions {
  readonly processes: Processes;
  /** Undefined where flyctl is logged in. */
  readonly token?: Secret | undefined;
  /** The executable; `flyctl` from PATH unless told. */
  readonly file?: string;
  readonly log?: Log;
  /** With it, questions that Fly could not answer are asked again after a pause. */
  readonly clock?: Clock;
  /** Whose background process carries the tunnels: the user's, which stays, or one that ends with its tunnel. */
  readonly agent?: 'of-user' | 'of-tunnel';
}

export interface Invocation {
  readonly args: readonly string[];
  readonly app?: string;
  readonly stdin?: string;
  /** Ends with this process, however that ends: for what stays, as `flyctl proxy` does. */
  readonly isTiedToUs?: true;
  /** Runs also once the run was cancelled. */
  readonly isCleaningUp?: true;
  readonly env?: Readonly<Record<string, string>>;
  /** Names of the job's environment that this call needs too. */
  readonly inherits?: readonly string[];
  /** Asks Fly nothing, so it gets no token. */
  readonly offline?: true;
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

/**
 * flyctl itself tries again after 502 and 503 only (fly-go http.go:22). An unknown failure counts too: of an outage whose
 * body is JSON flyctl shows the words without the status (fly-go flaps.go:305), and a question changes nothing.
 */
const passing: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'unavailable',
  'unreachable',
  'rate-limited',
  'host-unknown',
  'other',
]);

/** A deadline of flyctl's own is soon over; where we have stopped it, the time is used up. */
function isPassing({ kind, afterMs }: FlyFailure): boolean {
  return passing.has(kind) || (kind === 'timed-out' && afterMs === undefined);
}

/** Runs flyctl with its environment in order; it knows no subcommand. */
export class FlyctlCommand {
  readonly #options: FlyctlOptions;
  readonly #file: string;

  constructor(options: FlyctlOptions) {
    this.#options = options;
    this.#file = options.file ?? 'flyctl';
  }

  /** Undefined without a clock. */
  nowMs(): number | undefined {
    return this.#options.clock?.now();
  }

  tell(line: string): void {
    this.#options.log?.info(line);
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
      if (answer.kind === 'done' || !isPassing(answer.failure)) break;
      await clock?.sleep(pauseMs);
      answer = await this.attempt(asked);
    }
    if (answer.kind === 'failed') throw this.error(invocation, answer.failure);
    return parseAnswer(answer.stdout, shown(invocation));
  }

  error(invocation: Invocation, failure: FlyFailure): Error {
    return commandError({ command: shown(invocation), app: invocation.app, failure });
  }

  command({ args, app, env, inherits, offline, streamed, ...same }: Invocation): Command {
    const access = offline === true ? noAccess : accessOf(this.#options.token);
    // The app is always named: flyctl would take the one of a fly.toml in the working directory.
    const all = app === undefined ? args : [...args, '-a', app];
    return {
      file: this.#file,
      args: all,
      env: { ...quietEnvironment, ...access.env, ...env },
      inherits: [...access.inherits, ...(inherits ?? [])],
      ...same,
      ...(streamed === undefined ? {} : { onLine: (line) => this.tell(prefixed(line)) }),
    };
  }
}

/** No prompts, no updates, no telemetry, no colours. */
const quietEnvironment: Readonly<Record<string, string>> = {
  CI: 'true',
  NO_COLOR: '1',
  FLY_NO_UPDATE_CHECK: '1',
  FLY_NO_INCIDENTS_CHECK: '1',
  FLY_SEND_METRICS: '0',
  FLY_SYNTHETICS_AGENT: '0',
};

interface FlyAccess {
  readonly env: Readonly<Record<string, string>>;
  readonly inherits: readonly string[];
}

const noAccess: FlyAccess = { env: {}, inherits: [] };

/** Without a token flyctl uses the login of its own: its configuration folder, or the token of its own variable. */
function accessOf(token: Secret | undefined): FlyAccess {
  if (token === undefined) return { env: {}, inherits: ['FLY_CONFIG_DIR', 'FLY_ACCESS_TOKEN'] };
  return { env: { FLY_API_TOKEN: bareToken(token).reveal() }, inherits: [] };
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
