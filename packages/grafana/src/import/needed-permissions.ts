import type { ImportStep } from './plan-import.js';
import type { LibraryPanelStep } from './plan-library-panels.js';

export interface PlannedWrites {
  readonly steps: readonly ImportStep[];
  readonly makesFolder: boolean;
  readonly libraryPanels?: readonly LibraryPanelStep[];
  readonly deletes?: boolean;
  readonly annotates?: boolean;
  /** Actions of the token; undefined where Grafana cannot tell. */
  readonly permissions: ReadonlySet<string> | undefined;
}

/** What the token lacks for the plan, so that it is known before the first write. */
export function missingPermissions({ permissions, ...writes }: PlannedWrites): readonly string[] {
  if (permissions === undefined) return [];
  const needed = [...neededFor(writes), ...libraryPermissions(writes.libraryPanels ?? [], permissions)];
  return needed.filter((action) => !permissions.has(action));
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

/** Older releases have no permissions for library panels: whoever may edit the folder may make them. */
function libraryPermissions(steps: readonly LibraryPanelStep[], permissions: ReadonlySet<string>): readonly string[] {
  if (![...permissions].some((action) => action.startsWith('library.panels:'))) return [];
  const actions = steps.map(({ kind }) => (kind === 'create' ? 'library.panels:create' : 'library.panels:write'));
  return [...new Set(actions)];
}
