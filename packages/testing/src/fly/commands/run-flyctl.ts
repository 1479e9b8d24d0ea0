import { existsSync } from 'node:fs';
import path from 'node:path';
import { deployCommand } from '../deploy/deploy.js';
import type { Platform } from '../platform/platform.js';
import { type Access, type Environment, externalToken, isSessionFresh, tokenText } from '../platform/tokens.js';
import { accessCommands } from './access.js';
import { appCommands } from './apps.js';
import type { Command, Invocation } from './command.js';
import { configCommands } from './config.js';
import { debugLine } from './debug-log.js';
import { type Found, findCommand } from './find-command.js';
import { checkArgs } from './flags/arg-rules.js';
import { COMMAND_FLAGS, type CommandName } from './flags/command-flags.js';
import { type Flags, parseFlags } from './flags/flags.js';
import { groupHelp, usage } from './flags/usage.js';
import { FlyctlError } from './flyctl-error.js';
import { machineCommands } from './machines.js';
import { printError } from './print-error.js';
import { reachCommands } from './reach.js';
import { resourceCommands } from './resources.js';
import { secretCommands } from './secrets.js';
import { strikeAt } from './strike.js';

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

const NO_TOKEN = "no access token available. Please login with 'flyctl auth login'";

/** The names of the commands that have code behind them. */
export function commandNames(): readonly string[] {
  return Object.keys(COMMANDS);
}

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
    if (error instanceof FlyctlError) {
      printError(run, error);
      return error.exitCode;
    }
    run.err(`Error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 3;
  }
}

async function dispatch(platform: Platform, run: FlyctlRun): Promise<void> {
  const found = findOrHint(run);
  if (found.kind === 'help') return run.out(groupHelp(found.name));
  const { name, rest } = found;
  const command = COMMANDS[name];
  if (command === undefined) throw new Error(`the stand-in has flags and no code for "${name}"`);
  const flags = readCommandLine(run, { name, rest, command });
  if (flags.isOn('help') === true) return run.out(usage(name));
  const access = platform.tokens.access(tokenText(flags.text('access-token'), run.env));
  if (command.needsNoSession !== true) requireSession({ access, flags, env: run.env });
  const cwd = name === 'deploy' && flags.args[0] !== undefined ? workingDirectory(run.cwd, flags.args[0]) : run.cwd;
  const strike: Invocation['strike'] = (moment, struck) =>
    strikeAt(moment, struck, { misbehaviours: platform.misbehaviours, print: run });
  debugLine(run, `determined working directory: "${cwd}"`);
  if (command.needsNoSession !== true) strike('session', { app: '' });
  await command.run({ ...run, platform, flags, access, cwd, strike });
}

function findOrHint(run: FlyctlRun): Found {
  try {
    return findCommand(run.argv);
  } catch (error) {
    run.out("Run 'flyctl --help' for usage.\n\n");
    throw error;
  }
}

/** A command line that is wrong gets the command's usage on standard output, before the error. */
function readCommandLine(
  run: FlyctlRun,
  given: { name: CommandName; rest: readonly string[]; command: Command },
): Flags {
  try {
    const flags = parseFlags(given.rest, COMMAND_FLAGS[given.name]);
    if (flags.isOn('help') !== true)
      checkArgs(given.command.args ?? { kind: 'any' }, { command: given.name, args: flags.args });
    return flags;
  } catch (error) {
    run.out(`${usage(given.name)}\n`);
    throw error;
  }
}

function requireSession(at: { access: Access; flags: Flags; env: FlyctlRun['env'] }): void {
  const hasExternalToken = (at.flags.text('access-token') ?? externalToken(at.env)) !== '';
  const isLoggedIn = hasExternalToken || isSessionFresh(at.env, Date.now());
  if (at.access.kind === 'none' || !isLoggedIn) throw new FlyctlError(NO_TOKEN);
}

/** Entered before the configuration is looked for, so that a relative --config is relative to it. */
function workingDirectory(cwd: string, given: string): string {
  const folder = path.resolve(cwd, given);
  if (!existsSync(folder)) throw new FlyctlError(`could not change directory to ${folder}: no such file or directory`);
  return folder;
}
