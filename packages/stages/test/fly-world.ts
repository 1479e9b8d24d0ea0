import { readFileSync } from 'node:fs';
import {
  type Command,
  childProcesses,
  type Http,
  type Processes,
  type Stage,
  type StageReport,
  undiciHttp,
} from '@fly-monitoring/kit';
import { type Fly, type FlyOptions, startFly } from '@fly-monitoring/testing/fly';
import { fetch, ProxyAgent } from 'undici';
import { calledFlyctl } from './called-flyctl.js';
import { type RecordingTools, recordingTools } from './stage-tools.js';

export interface FlyWorld {
  readonly fly: Fly;
  /** Runs a stage as an action would, with flyctl and the addresses of this Fly. */
  run(
    stage: Stage,
    given: Readonly<Record<string, string>>,
    options?: RunOptions,
  ): Promise<StageReport & Pick<RecordingTools, 'lines'>>;
  /** Everything that was on a command line. */
  commandLines(): string;
}

export interface RunOptions {
  /** Called before each command of this run. */
  readonly beforeCommand?: (command: Command) => Promise<void>;
  /** How many times faster than the real one the stage's clock goes; 1 when left out. */
  readonly speed?: number;
  /** The same of the time limits of a called flyctl; a busy computer needs the real ones. */
  readonly limitSpeed?: number;
  /** Of a run on GitHub; without it the run is at a terminal. */
  readonly runUrl?: string;
  /** Of the job; what a command inherits of it reaches flyctl. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface FlyWorldOptions extends FlyOptions {
  /** `called`: without a process for each, where some hundred are run; `flyctl proxy` is one all the same. */
  readonly flyctl?: 'executable' | 'called';
}

/** A Fly of the test's own, and the ways to it that a job has. */
export async function flyWorld(workspace: string, options: FlyWorldOptions): Promise<FlyWorld> {
  const fly = await startFly(options);
  const runCommand = options.flyctl === 'called' ? calledFlyctl(fly) : () => childProcesses.run;
  const commands: Command[] = [];
  return {
    fly,
    run: async (
      stage,
      given,
      { beforeCommand = async () => {}, speed = 1, limitSpeed = 1, runUrl, environment = {} } = {},
    ) => {
      const processes = processesOf(fly, {
        commands,
        beforeCommand,
        job: environment,
        runCommand: runCommand(limitSpeed),
      });
      const recording = recordingTools({
        workspace,
        http: httpOf(fly),
        processes,
        ...(runUrl === undefined ? {} : { runUrl }),
      });
      // The clock follows the real one: machines start in real time.
      const tools = {
        ...recording.tools,
        clock: { now: () => Date.now() * speed, sleep: (ms: number) => sleep(ms / speed) },
      };
      const raw = { given: { 'fly-api-token': fly.token, ...given }, environment };
      const report = await (await stage.prepare(raw, tools)).run();
      return { ...report, lines: [...recording.lines, ...report.lines] };
    },
    commandLines: () => commands.map(({ file, args }) => [file, ...args].join(' ')).join('\n'),
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

interface Watching {
  readonly commands: Command[];
  readonly beforeCommand: (command: Command) => Promise<void>;
  readonly job: Readonly<Record<string, string>>;
  readonly runCommand: Processes['run'];
}

function processesOf(fly: Fly, { commands, beforeCommand, job, runCommand }: Watching): Processes {
  const { FLY_API_TOKEN: _token, ...environment } = fly.environment;
  const within = (command: Command) => {
    commands.push(command);
    const inherited = Object.entries(job).filter(([name]) => command.inherits?.includes(name));
    return { ...command, env: { ...environment, ...Object.fromEntries(inherited), ...command.env } };
  };
  return {
    run: async (command) => {
      await beforeCommand(command);
      return runCommand(within(command));
    },
    start: (command) => childProcesses.start(within(command)),
  };
}

/** `https://<app>.fly.dev` through the edge's proxy; a child process would take both from its environment. */
function httpOf(fly: Fly): Http {
  const direct = undiciHttp();
  const ca = readFileSync(fly.edge.certificateFile, 'utf8');
  const dispatcher = new ProxyAgent({ uri: fly.edge.url, requestTls: { ca } });
  return {
    download: direct.download,
    send: async (request) => {
      if (request.url.startsWith('http://127.0.0.1')) return direct.send(request);
      try {
        const headers = { ...request.headers };
        const answer = await fetch(request.url, { dispatcher, headers, redirect: 'manual' });
        const body = await answer.text();
        return { kind: 'response', status: answer.status, headers: Object.fromEntries(answer.headers), body };
      } catch {
        return { kind: 'unreachable', reason: 'other', detail: 'no answer through the edge' };
      }
    },
  };
}
