import type { ImportStep } from './plan-import.js';

export interface PlannedWrites {
  readonly steps: readonly ImportStep[];
  readonly makesFolder: boolean;
  /** Actions of the token; undefined where Grafana cannot tell. */
  readonly permissions: ReadonlySet<string> | undefined;
}

/** What the token lacks for the plan, so that it is known before the first write. */
export function missingPermissions({ steps, makesFolder, permissions }: PlannedWrites): readonly string[] {
  if (permissions === undefined) return [];
  const has = (kind: ImportStep['kind']) => steps.some((step) => step.kind === kind);
  const needed = [
    ...(makesFolder ? ['folders:create'] : []),
    ...(has('create') ? ['dashboards:create'] : []),
    ...(has('update') ? ['dashboards:write'] : []),
  ];
  return needed.filter((action) => !permissions.has(action));
}
