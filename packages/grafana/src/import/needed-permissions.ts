import type { ImportStep } from './plan-import.js';

export interface PlannedWrites {
  readonly steps: readonly ImportStep[];
  readonly makesFolder: boolean;
  readonly deletes?: boolean;
  readonly annotates?: boolean;
  /** Actions of the token; undefined where Grafana cannot tell. */
  readonly permissions: ReadonlySet<string> | undefined;
}

/** What the token lacks for the plan, so that it is known before the first write. */
export function missingPermissions({ permissions, ...writes }: PlannedWrites): readonly string[] {
  if (permissions === undefined) return [];
  return neededFor(writes).filter((action) => !permissions.has(action));
}

function neededFor({ steps, makesFolder, deletes, annotates }: Omit<PlannedWrites, 'permissions'>): readonly string[] {
  const has = (kind: ImportStep['kind']) => steps.some((step) => step.kind === kind);
  return [
    ...(makesFolder ? ['folders:create'] : []),
    ...(has('create') ? ['dashboards:create'] : []),
    ...(has('update') ? ['dashboards:write'] : []),
    ...(deletes ? ['dashboards:delete'] : []),
    ...(annotates ? ['annotations:read', 'annotations:create'] : []),
  ];
}
