import { existsSync } from 'node:fs';
import path from 'node:path';
import { deployCommand } from '../deploy/deploy.js';
import type { Platform } from '../platform/platform.js';
import { type Access, type Environment, tokenText } from '../platform/tokens.js';
import { accessCommands } from './access.js';
import { appCommands } from './apps.js';
import type { Command, Invocation } from './command.js';
import { configCommands } from './config.js';
import { parseFlags } from './flags.js';
import { FlyctlError } from './flyctl-error.js';
import { machineCommands } from './machines.js';
import { reachCommands } from './reach.js';
import { resourceCommands } from './resources.js';
import { secretCommands } from './secrets.js';

const COMMANDS: Readonly<Record<string, Command>> = {
  deploy: deployCommand,
  ...appCommands,
  ...secretCommands,
  ...machineCommands,
  ...resourceCommands,
  ...configCommands,
  ...accessCommands,
  ...reachCommands,
};

const ALIASES: Readonly<Record<string, string>> = {
  app: 'apps',
  machines: 'machine',
  m: 'machine',
  secret: 'secrets',
  vol: 'volumes',
  volume: 'volumes',
  ip: 'ips',
  release: 'releases',
  check: 'checks',
  log: 'logs',
  ls: 'list',
  token: 'tokens',
  ps: 'status',
};

const NO_TOKEN = "no access token available. Please login with 'flyctl auth login'";

/** What the executable hands over. */
export interface FlyctlRun {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Environment;
  readonly interrupted: AbortSignal;
  out(text: string): void;
  err(text: string): void;
  readInput(): Promise<string>;
  listen: Invocation['listen'];
}

/** Runs one command line to its exit status. */
export async function runFlyctl(platform: Platform, run: FlyctlRun): Promise<number> {
  try {
    await dispatch(platform, run);
    return 0;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    run.err(`Error: ${message}\n`);
    if (run.env['GITHUB_ACTIONS'] === 'true' && run.env['FLY_GHA_ERROR_ANNOTATION'] === '1')
      run.out(`::error title=flyctl error::${message}\n`);
    if (error instanceof FlyctlError) return error.exitCode;
    run.err(`${error instanceof Error ? (error.stack ?? '') : ''}\n`);
    return 3;
  }
}

async function dispatch(platform: Platform, run: FlyctlRun): Promise<void> {
  const { command, name, rest } = findCommand(run.argv);
  const flags = parseFlags(rest, command.flags ?? {});
  if (flags.isOn('help') === true) return run.out(`Usage:\n  flyctl ${name} [flags]\n`);
  const [fewest, most] = command.args ?? [0, 0];
  if (flags.args.length < fewest)
    throw new FlyctlError(`requires at least ${fewest} arg(s), only received ${flags.args.length}`);
  if (flags.args.length > most)
    throw new FlyctlError(
      `unknown command or too many arguments: accepts at most ${most} arg(s), received ${flags.args.length}`,
    );
  const access = platform.tokens.access(tokenText(flags.text('access-token'), run.env));
  if (command.needsNoSession !== true) requireSession(platform, access);
  const cwd = name === 'deploy' && flags.args[0] !== undefined ? workingDirectory(run.cwd, flags.args[0]) : run.cwd;
  await command.run({ ...run, platform, flags, access, cwd });
}

function requireSession(platform: Platform, access: Access): void {
  if (access.kind === 'none') throw new FlyctlError(NO_TOKEN);
  if (platform.misbehaviours.take('api-unavailable', '') !== undefined) {
    throw new FlyctlError('server returned a non-200 status code: 503');
  }
}

/** The longest known name wins, with each word's alias replaced. */
function findCommand(argv: readonly string[]): { command: Command; name: string; rest: readonly string[] } {
  const words = argv.slice(0, 3);
  for (let count = words.length; count > 0; count -= 1) {
    const name = words
      .slice(0, count)
      .map((word) => ALIASES[word] ?? word)
      .join(' ');
    const command = COMMANDS[name];
    if (command !== undefined) return { command, name, rest: argv.slice(count) };
  }
  const group = ALIASES[argv[0] ?? ''] ?? argv[0] ?? '';
  const isGroup = Object.keys(COMMANDS).some((name) => name.startsWith(`${group} `));
  if (isGroup && argv[1] !== undefined) throw new FlyctlError(`unknown command "${argv[1]}" for "flyctl ${group}"`);
  if ((argv[0] ?? '').startsWith('-')) throw new FlyctlError(`unknown flag: ${argv[0] ?? ''}`);
  throw new FlyctlError(`unknown command "${argv[0] ?? ''}" for "flyctl"`);
}

/** Entered before the configuration is looked for, so that a relative --config is relative to it. */
function workingDirectory(cwd: string, given: string): string {
  const folder = path.resolve(cwd, given);
  if (!existsSync(folder)) throw new FlyctlError(`could not change directory to ${folder}: no such file or directory`);
  return folder;
}
