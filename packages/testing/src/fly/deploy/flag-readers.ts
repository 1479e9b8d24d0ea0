import type { Invocation } from '../commands/command.js';
import { FlyctlError } from '../commands/flyctl-error.js';
import { parseGoDuration } from '../config/go-duration.js';

const DEFAULT_WAIT_MS = 5 * 60_000;
/** `none` gives the state this long, and checks no time at all. */
const NONE_STATE_WAIT_MS = 2 * 60_000;

export interface WaitTimes {
  readonly stateMs: number;
  readonly checksMs: number;
}

/** --wait-timeout is a text: "300" means seconds, "5m" a duration. It holds for each machine and each step. */
export function waitTimes(call: Invocation, fromConfig: unknown): WaitTimes {
  const given = call.flags.text('wait-timeout') ?? (typeof fromConfig === 'number' ? String(fromConfig) : fromConfig);
  if (given === undefined) return { stateMs: DEFAULT_WAIT_MS, checksMs: DEFAULT_WAIT_MS };
  if (given === 'none') return { stateMs: NONE_STATE_WAIT_MS, checksMs: 0 };
  const parsed = typeof given === 'string' ? parseGoDuration(given) : undefined;
  if (parsed === undefined) throw new FlyctlError(`invalid duration string: ${String(given)}`);
  return { stateMs: parsed, checksMs: parsed };
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
