import { isInterruption, isSuiteError, SuiteError } from '@fly-monitoring/kit';

/**
 * Does what comes before a deploy, and adds to an error of it what has happened to the app until then. Of a cancelled
 * run something else tells that.
 */
export async function tellingWhatRan<T>(work: () => Promise<T>, whatRan: string): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (isInterruption(thrown) || !isSuiteError(thrown) || thrown.code === 'INTERRUPTED') throw thrown;
    const { code, message, hint, isTemporary } = thrown;
    throw new SuiteError({ code, message: `${message}\n${whatRan}`, hint, isTemporary, cause: thrown });
  }
}

export function nothingChanged(app: string): string {
  return `Nothing was changed on "${app}".`;
}

/** `done`: steps before the one that failed. */
export function nothingDeployed(app: string, done: readonly string[]): string {
  const before = done.length === 0 ? '' : ` Done before that: ${done.join('; ')}.`;
  return `Nothing was deployed to "${app}": what ran before runs on.${before}`;
}
