import type { RestartConfig } from '../config/machine-config.js';

/** Fly counts failures of the last five minutes; then the machine stays stopped. */
const WINDOW_MS = 5 * 60_000;
const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 2000;

/** Milliseconds to wait before the next start, or undefined when the machine stays stopped. */
export function restartDelay(
  exit: { code: number; at: number },
  history: { restart: RestartConfig; failures: readonly number[] },
): number | undefined {
  const { policy, max_retries } = history.restart;
  if (policy === 'no' || (policy === 'on-failure' && exit.code === 0)) return undefined;
  const recent = history.failures.filter((at) => exit.at - at < WINDOW_MS).length;
  if (policy === 'on-failure' && recent >= max_retries) return undefined;
  return Math.min(FIRST_DELAY_MS * 2 ** recent, LONGEST_DELAY_MS);
}
