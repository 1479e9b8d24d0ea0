import type { Invocation } from '../commands/command.js';
import { FlyctlError } from '../commands/flyctl-error.js';
import { durationOf } from '../config/checks.js';
import { type Fields, numberOf } from '../config/fields.js';
import { parseGoDuration } from '../config/go-duration.js';
import { DEFAULT_GUEST, presetGuest } from '../config/guest.js';
import type { Guest } from '../config/machine-config.js';
import { memoryMb } from '../config/sizes.js';

const DEFAULT_WAIT_MS = 5 * 60_000;
/** `none` gives the state this long, and checks no time at all. */
const NONE_STATE_WAIT_MS = 2 * 60_000;
const DEFAULT_MAX_UNAVAILABLE = 0.33;
/** `none` for the release command: as long as it takes. */
const ENDLESS_MS = Number.POSITIVE_INFINITY;

export interface WaitTimes {
  readonly stateMs: number;
  readonly checksMs: number;
  readonly releaseCommandMs: number;
}

/** Texts: "300" means seconds, "5m" a duration. --wait-timeout holds for each machine and each step. */
export function waitTimes(call: Invocation, deploy: Fields): WaitTimes {
  const wait = durationFlag(call, 'wait-timeout') ?? durationOf(deploy['wait_timeout']) ?? DEFAULT_WAIT_MS;
  const command =
    durationFlag(call, 'release-command-timeout') ?? durationOf(deploy['release_command_timeout']) ?? DEFAULT_WAIT_MS;
  return {
    stateMs: wait === 0 ? NONE_STATE_WAIT_MS : wait,
    checksMs: wait,
    releaseCommandMs: command === 0 ? ENDLESS_MS : command,
  };
}

function durationFlag(call: Invocation, name: string): number | undefined {
  const given = call.flags.text(name);
  if (given === undefined) return undefined;
  const parsed = given === 'none' ? 0 : parseGoDuration(given);
  if (parsed !== undefined) return parsed;
  throw new FlyctlError(
    `invalid duration value ${given} used for --${name} flag: valid options are a number of seconds, number with time unit (i.e.: 5m, 180s) or 'none'`,
  );
}

/** The flag, then [deploy].max_unavailable. */
export function maxUnavailable(call: Invocation, deploy: Fields): number {
  const given = call.flags.text('max-unavailable');
  if (given !== undefined && Number(given) <= 0) throw new FlyctlError('the value for --max-unavailable must be > 0');
  return given === undefined ? (numberOf(deploy['max_unavailable']) ?? DEFAULT_MAX_UNAVAILABLE) : Number(given);
}

/** "auto" asks a service of flags; it says 0. */
export function checkDeployRetries(call: Invocation): void {
  const given = call.flags.text('deploy-retries') ?? 'auto';
  if (given !== 'auto' && !/^\d+$/.test(given))
    throw new FlyctlError("--deploy-retries must be set to a positive integer, 0, or 'auto'");
}

export function guestFromFlags(call: Invocation): Guest {
  const preset = presetGuest(call.flags.text('vm-size')) ?? DEFAULT_GUEST;
  const memory = call.flags.text('vm-memory');
  return {
    cpu_kind: call.flags.text('vm-cpu-kind') ?? preset.cpu_kind,
    cpus: Number(call.flags.text('vm-cpus') ?? preset.cpus),
    memory_mb: (memory === undefined ? undefined : memoryMb(memory)) ?? preset.memory_mb,
  };
}

/** K=V pairs of a repeatable flag. */
export function pairs(call: Invocation, flag: string): Record<string, string> {
  return Object.fromEntries(
    call.flags.list(flag).map((pair) => {
      const cut = pair.indexOf('=');
      if (cut < 0) throw new FlyctlError(`'${pair}': must be in the format NAME=VALUE`);
      return [pair.slice(0, cut), pair.slice(cut + 1)];
    }),
  );
}
