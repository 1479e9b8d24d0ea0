import { type Files, isSuiteError, type RunningProcess, type Secret } from '@fly-monitoring/kit';
import { answerField, parseAnswer } from '../answers/answer.js';
import {
  type Address,
  type AppStatus,
  parseAddresses,
  parseAppStatus,
  parseStoredSecrets,
  parseVolumes,
  type StoredSecret,
  type Volume,
} from '../answers/app.js';
import { type Machine, parseMachines } from '../answers/machines.js';
import { parseReleases, type Release } from '../answers/releases.js';
import { encodeSecretsImport } from '../secrets/encode-import.js';
import { FlyctlCommand, type FlyctlOptions } from './command.js';
import { type DeployOutcome, type DeployRequest, deploy } from './deploy.js';
import { openTunnelAgent, type TunnelAgent, userAgent } from './tunnel-agent.js';
import { parseVersion } from './version.js';

export interface VolumeRequest {
  readonly name: string;
  readonly region: string;
  readonly sizeGb: number;
}

export interface ProxyRequest {
  readonly app: string;
  readonly localPort: number;
  readonly remotePort: number;
  readonly agent: TunnelAgent;
}

/** flyctl, one method for each command the suite uses. Every method throws SuiteError when the command fails. */
export interface Flyctl {
  /** Such as `0.4.87`. */
  version(): Promise<string>;
  /** Undefined when there is no such app for this token; Fly does not tell "none" from "not yours". */
  findApp(app: string): Promise<AppStatus | undefined>;
  createApp(app: string, organisation: string): Promise<void>;
  releases(app: string): Promise<readonly Release[]>;
  machines(app: string): Promise<readonly Machine[]>;
  volumes(app: string): Promise<readonly Volume[]>;
  createVolume(app: string, request: VolumeRequest): Promise<void>;
  addresses(app: string): Promise<readonly Address[]>;
  allocateAddress(app: string, type: 'v6' | 'shared-v4'): Promise<void>;
  secrets(app: string): Promise<readonly StoredSecret[]>;
  /** They take effect with the next deploy; nothing restarts. */
  stageSecrets(app: string, secrets: ReadonlyMap<string, Secret>): Promise<void>;
  stageSecretRemoval(app: string, names: readonly string[]): Promise<void>;
  /** The configuration of the current release, as flyctl prints it. */
  liveConfig(app: string): Promise<unknown>;
  deploy(request: DeployRequest): Promise<DeployOutcome>;
  /** Starts one that is stopped; a deploy leaves it stopped. */
  startMachine(app: string, machineId: string): Promise<void>;
  lastLogLines(app: string, machineId: string): Promise<LastLogLines>;
  /** Runs in a machine and gives what it wrote. */
  execute(app: string, machineId: string, command: string): Promise<Execution>;
  /** Forwards a local port until it is stopped; ask it until it answers. */
  /** For tunnels; with `agent: 'of-tunnel'` one that has to be ended with its tunnel. */
  openAgent(files: Files): Promise<TunnelAgent>;
  startProxy(request: ProxyRequest): RunningProcess;
}

/** `denied`: this token may not read logs, as a deploy token may not. */
export type LastLogLines =
  | { readonly kind: 'read'; readonly lines: readonly string[] }
  | { readonly kind: 'denied' }
  | { readonly kind: 'unavailable' };

export interface Execution {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export function flyctl(options: FlyctlOptions): Flyctl {
  const command = new FlyctlCommand(options);
  const ask = (app: string, ...args: readonly string[]) => command.ask({ args, app });
  const act = async (app: string, ...args: readonly string[]) => {
    await command.output({ args, app });
  };
  return {
    version: async () => parseVersion(await command.output({ args: ['version'], offline: true })),
    findApp: (app) => findApp(command, app),
    createApp: async (app, organisation) => {
      await command.output({ args: ['apps', 'create', app, '--org', organisation, '--json'] });
    },
    releases: async (app) => parseReleases(await ask(app, 'releases')),
    machines: async (app) => parseMachines(await ask(app, 'machine', 'list')),
    volumes: async (app) => parseVolumes(await ask(app, 'volumes', 'list')),
    createVolume: (app, { name, region, sizeGb }) =>
      act(app, 'volumes', 'create', name, '--region', region, '--size', String(sizeGb), '--yes', '--json'),
    addresses: async (app) => parseAddresses(await ask(app, 'ips', 'list')),
    allocateAddress: (app, type) =>
      type === 'v6' ? act(app, 'ips', 'allocate-v6') : act(app, 'ips', 'allocate-v4', '--shared'),
    secrets: async (app) => parseStoredSecrets(await ask(app, 'secrets', 'list')),
    stageSecrets: async (app, secrets) => {
      await command.output({ args: ['secrets', 'import', '--stage'], app, stdin: encodeSecretsImport(secrets) });
    },
    stageSecretRemoval: (app, names) => act(app, 'secrets', 'unset', ...names, '--stage'),
    liveConfig: async (app) =>
      parseAnswer(await command.output({ args: ['config', 'show'], app }), 'flyctl config show'),
    deploy: (request) => deploy(command, request),
    startMachine: (app, machineId) => act(app, 'machine', 'start', machineId),
    lastLogLines: (app, machineId) => lastLogLines(command, { app, machineId }),
    execute: (app, machineId, line) => execute(command, { app, machineId, line }),
    openAgent: async (files) => (options.agent === 'of-tunnel' ? openTunnelAgent(command, files) : userAgent),
    startProxy: ({ app, localPort, remotePort, agent: { env } }) => {
      // With its input watched it ends with us, also when we are killed; otherwise it stays with the token.
      const args = ['proxy', `${localPort}:${remotePort}`, '-q', '--watch-stdin'];
      return command.start({ args, app, env, isTiedToUs: true });
    },
  };
}

async function findApp(command: FlyctlCommand, app: string): Promise<AppStatus | undefined> {
  try {
    return parseAppStatus(await command.ask({ args: ['status'], app }));
  } catch (thrown) {
    if (isSuiteError(thrown) && thrown.code === 'FLY_APP_MISSING') return undefined;
    throw thrown;
  }
}

/** Enough to see why it ended. */
const lastLines = 10;

async function lastLogLines(
  command: FlyctlCommand,
  { app, machineId }: { readonly app: string; readonly machineId: string },
): Promise<LastLogLines> {
  const answer = await command.attempt({ args: ['logs', '--no-tail', '--machine', machineId], app });
  if (answer.kind === 'failed') return { kind: answer.failure.kind === 'token-refused' ? 'denied' : 'unavailable' };
  const lines = answer.stdout.split('\n').map((line) => line.trimEnd());
  return { kind: 'read', lines: lines.filter((line) => line !== '').slice(-lastLines) };
}

interface ExecutionRequest {
  readonly app: string;
  readonly machineId: string;
  readonly line: string;
}

async function execute(command: FlyctlCommand, { app, machineId, line }: ExecutionRequest): Promise<Execution> {
  const answer = answerField(
    await command.json({ args: ['machine', 'exec', machineId, line], app }),
    'flyctl machine exec',
  );
  return {
    // Left out when it is 0; flyctl itself exits with 0 in any case.
    exitCode: answer.at('exit_code').optionalInteger() ?? 0,
    stdout: answer.at('stdout').optionalString() ?? '',
    stderr: answer.at('stderr').optionalString() ?? '',
  };
}
