import type { Concurrency } from '../options.js';
import { fill, fillText, type Scope } from './expressions.js';
import { isRecord, type Json } from './values.js';

/** A run that waits for a group it holds itself would wait for ever; GitHub ends it. */
export function deadlockOf(
  held: readonly Concurrency[],
  wanted: Concurrency | undefined,
  name: string,
): string | undefined {
  const isHeld = held.some((one) => one.group === wanted?.group);
  return isHeld
    ? `Canceling since a deadlock for concurrency group '${wanted?.group ?? ''}' was detected between 'top level workflow' and '${name}'`
    : undefined;
}

export function concurrencyOf(level: Json, scope: Scope): Concurrency | undefined {
  const value = level['concurrency'];
  if (value === undefined || value === null) {
    return undefined;
  }
  const settings = isRecord(value) ? value : { group: value };
  const cancelInProgress = fill(settings['cancel-in-progress'], scope) === true;
  const queue = fillText(settings['queue'], scope) || 'single';
  if (cancelInProgress && queue === 'max') {
    throw new Error("concurrency: 'queue: max' cannot be used with 'cancel-in-progress: true'");
  }
  return { group: fillText(settings['group'], scope), cancelInProgress, queue };
}
