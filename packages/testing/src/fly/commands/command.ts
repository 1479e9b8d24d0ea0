import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { type AppConfig, readAppConfig } from '../config/app-config.js';
import { textOf } from '../config/fields.js';
import type { ListenOrder } from '../control-protocol.js';
import type { Moment } from '../misbehaviour-table.js';
import type { App } from '../platform/model.js';
import type { Platform } from '../platform/platform.js';
import { type Access, type Environment, mayUse } from '../platform/tokens.js';
import type { ArgRule } from './flags/arg-rules.js';
import type { Flags } from './flags/flags.js';
import { FlyctlError } from './flyctl-error.js';
import type { Struck } from './strike.js';

/** Why a command was interrupted, when flyctl had no time to clean up. */
export const KILLED = 'killed';

export function isKilled(call: Pick<Invocation, 'interrupted'>): boolean {
  return call.interrupted.aborted && call.interrupted.reason === KILLED;
}

/** One run of flyctl, as a command sees it. */
export interface Invocation {
  readonly platform: Platform;
  readonly flags: Flags;
  readonly cwd: string;
  readonly env: Environment;
  readonly access: Access;
  readonly interrupted: AbortSignal;
  out(text: string): void;
  err(text: string): void;
  /** Fails, or says what goes wrong, when the platform was told to misbehave at this moment. True when it struck. */
  strike(moment: Moment, struck: Struck): boolean;
  readInput(): Promise<string>;
  /** Makes the executable listen, and carry what it accepts to where `flyctl proxy` leads. */
  listen(at: ListenOrder): void;
}

export interface Command {
  /** How many positional arguments it takes; any number when left out. */
  readonly args?: ArgRule;
  readonly needsNoSession?: true;
  run(call: Invocation): Promise<void> | void;
}

export function wantsJson(call: Invocation): boolean {
  return call.flags.isOn('json') ?? ['1', 'true'].includes(call.env['FLY_JSON'] ?? '');
}

export function printJson(call: Invocation, value: unknown): void {
  call.out(`${JSON.stringify(value, null, 4)}\n`);
}

/** The config file: a named one has to be there, fly.toml in the working directory need not. */
export function loadConfig(call: Invocation): AppConfig | undefined {
  const given = call.flags.text('config');
  const start = path.resolve(call.cwd, given ?? '.');
  const isFolder = existsSync(start) && statSync(start).isDirectory();
  const candidates = isFolder ? ['fly.toml', 'fly.json', 'fly.yaml'].map((name) => path.join(start, name)) : [start];
  const file = candidates.find((candidate) => existsSync(candidate));
  if (file !== undefined) return readAppConfig(file, call.cwd);
  if (given !== undefined)
    throw new FlyctlError(
      `config file not found at specified path: ${given} (also tried: ${path.join(given, 'fly.toml')})`,
    );
  return undefined;
}

/** -a, then FLY_APP, then the config file. */
export function appName(call: Invocation, config = loadConfig(call)): string {
  const fromFile = config === undefined ? undefined : textOf(config.raw['app']);
  const name = call.flags.text('app') ?? (call.env['FLY_APP'] || undefined) ?? fromFile;
  if (name !== undefined && name !== '') return name;
  throw new FlyctlError(
    'the config for your app is missing an app name, add an app field to the fly.toml file or specify with the -a flag',
  );
}

/** An app that is not there and one that the token may not see look alike. */
export function findApp(call: Invocation, name = appName(call)): App {
  if (call.access.kind === 'unknown') throw new FlyctlError('You must be authenticated to view this.');
  call.strike('find-app', { app: name });
  const app = call.platform.apps.get(name);
  if (app === undefined || !mayUse(call.access, name)) throw new FlyctlError(`Could not find App "${name}"`);
  return app;
}
