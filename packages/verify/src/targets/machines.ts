import {
  type Flyctl,
  type FlyctlAccess,
  groupOf,
  isLoggedIn,
  isOfRelease,
  type Machine,
  openFlyctl,
} from '@fly-monitoring/fly';
import { isSuiteError, type StageTools } from '@fly-monitoring/kit';

/** By app; or why Fly could not be asked. */
export type FlyMachines =
  | { readonly kind: 'known'; readonly byApp: ReadonlyMap<string, readonly Machine[]> }
  /** Nobody gave a token, and flyctl is not logged in here. */
  | { readonly kind: 'not-asked'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly hint: string };

/** Undefined where there is neither a token nor a login: nothing is downloaded on a guess. */
export async function flyctlIfAny(access: FlyctlAccess, tools: StageTools): Promise<Flyctl | undefined> {
  if (access.token === undefined && !(await isLoggedIn(access.environment, tools))) return undefined;
  return openFlyctl(access, tools);
}

const notAsked: FlyMachines = {
  kind: 'not-asked',
  reason: 'no fly-api-token was given, and flyctl is not logged in',
};

export async function askMachines(
  apps: readonly string[],
  access: FlyctlAccess,
  tools: StageTools,
): Promise<FlyMachines> {
  if (apps.length === 0) return { kind: 'known', byApp: new Map() };
  try {
    const flyctl = await flyctlIfAny(access, tools);
    if (flyctl === undefined) return notAsked;
    const lists = await Promise.all(apps.map(async (app) => [app, await flyctl.machines(app)] as const));
    return { kind: 'known', byApp: new Map(lists) };
  } catch (thrown) {
    if (!isSuiteError(thrown)) throw thrown;
    const isLoggedOut = access.token === undefined && thrown.code === 'FLY_TOKEN_MISSING';
    if (isLoggedOut) return notAsked;
    return { kind: 'failed', reason: thrown.message, hint: thrown.hint };
  }
}

/** Those of the group that a deploy updates, standbys included: the verdict knows what to do with them. */
export function machinesOf(machines: readonly Machine[], group: string | undefined): readonly Machine[] {
  return machines.filter((machine) => isOfRelease(machine) && (group === undefined || groupOf(machine) === group));
}

export function isStandby({ config }: Machine): boolean {
  return (config?.standbyFor.length ?? 0) > 0;
}
