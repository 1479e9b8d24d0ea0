import { type EngineLookup, findEngine } from './find.js';
import { obstacleToMounting } from './mount-namespace.js';
import { fetchedPath } from './place.js';
import { runOrSkip, type TestDoor } from './run-or-skip.js';
import { type Engine, type EngineName, engines } from './table.js';

export type EnginePaths<Name extends EngineName> = Readonly<Record<Name, string>>;

export type EngineTest<Name extends EngineName> = (
  title: string,
  body: (paths: EnginePaths<Name>) => void | Promise<void>,
  timeoutMs?: number,
) => void;

/**
 * `test` or `describe` for bodies that need engines: `engineOrSkip(test, ['nats-server'])('…', ({ 'nats-server': nats }) => …)`.
 * Without an engine the test is skipped and counted on a laptop, and fails when CI is set: there nothing may be missing.
 */
export function engineOrSkip<const Name extends EngineName>(
  door: TestDoor,
  names: readonly Name[],
  environment: NodeJS.ProcessEnv = process.env,
): EngineTest<Name> {
  const lookups = names.map((name) => ({ name, ...findEngine(name) }));
  const reasons = lookups.flatMap((lookup) => obstacleOf(lookup) ?? []);
  // A skipped `describe` still collects its tests, so its body gets the paths the engines would have.
  const paths = Object.fromEntries(
    lookups.map((lookup) => [lookup.name, lookup.found ? lookup.path : fetchedPath(lookup.name)]),
  ) as EnginePaths<Name>;
  return (title, body, timeoutMs) => {
    if (reasons.length === 0) return door(title, () => body(paths), timeoutMs);
    if (!runsInCi(environment)) return runOrSkip(door, reasons.join(' '))(title, () => body(paths), timeoutMs);
    return door(title, () => {
      throw new Error(reasons.join('\n'));
    });
  };
}

/** Why it cannot be started here. */
function obstacleOf(lookup: EngineLookup & { readonly name: EngineName }): string | undefined {
  if (!lookup.found) return lookup.reason;
  const { source }: Engine = engines[lookup.name];
  const needsMount = source.kind === 'debian' && source.share === 'mounted' && lookup.path === fetchedPath(lookup.name);
  const obstacle = needsMount ? obstacleToMounting() : undefined;
  return obstacle === undefined ? undefined : `${lookup.name} needs files below /usr/share, and ${obstacle}.`;
}

function runsInCi({ CI }: NodeJS.ProcessEnv): boolean {
  return CI !== undefined && CI !== '' && CI !== 'false' && CI !== '0';
}
