import { isEqual } from '../difference/changed-value.js';
import type { LinkChange } from '../import/environment.js';
import { isObject, type JsonObject } from '../json.js';
import { matchItems } from './match-items.js';
import { type TextRestorer, textRestorer } from './restore-texts.js';

export interface EditedDashboard {
  /** As the file says it. */
  readonly file: JsonObject;
  /** As an import of that file writes it. */
  readonly wanted: JsonObject;
  /** As Grafana has it now. */
  readonly live: JsonObject;
  /** What the import added to the title, such as " (staging)". */
  readonly titleSuffix: string;
  /** From the uids in Grafana to those of the files; undefined when they are the same. */
  readonly links: LinkChange | undefined;
}

/** Numbers of the Grafana that it comes from; they mean nothing, or another dashboard, elsewhere. */
const assignedByGrafana = new Set(['id', 'version', 'iteration']);

/**
 * The file with the changes of Grafana in it, so that an import of it writes what is there. What did not change stays as
 * the file says it, in its order: placeholders of data sources, what the export added, links.
 */
export function restoreDashboard({ file, wanted, live, titleSuffix, links }: EditedDashboard): JsonObject {
  const restorer = textRestorer({ file, wanted }, links);
  const title = typeof live['title'] === 'string' ? cutSuffix(live['title'], titleSuffix) : live['title'];
  const plain = withoutAssigned({ ...live, uid: wanted['uid'], title });
  const restored = restoreObject(withoutAssigned(file), {
    wanted: withoutAssigned({ ...wanted, title: cutSuffix(String(wanted['title']), titleSuffix) }),
    live: plain,
    restorer,
    isPanel: false,
  });
  return withoutAssigned(restored);
}

function withoutAssigned(json: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(json).filter(([name]) => !assignedByGrafana.has(name)));
}

function cutSuffix(title: string, suffix: string): string {
  return suffix !== '' && title.endsWith(suffix) ? title.slice(0, -suffix.length) : title;
}

interface Change {
  /** Beside the same place in the file. */
  readonly wanted: unknown;
  readonly live: unknown;
  readonly restorer: TextRestorer;
  /** Whether the items of a list, or this object, are panels, whose numbers Grafana gives. */
  readonly isPanel: boolean;
}

function restore(file: unknown, change: Change): unknown {
  const { wanted, live, restorer } = change;
  if (isEqual(wanted, live)) return file;
  if (Array.isArray(file) && Array.isArray(wanted) && Array.isArray(live))
    return restoreList(file, { ...change, wanted, live });
  if (isObject(file) && isObject(wanted) && isObject(live)) return restoreObject(file, { ...change, wanted, live });
  return typeof live === 'string'
    ? restorer.text(live, typeof file === 'string' ? file : undefined)
    : fresh(live, restorer);
}

interface ListChange extends Change {
  readonly wanted: readonly unknown[];
  readonly live: readonly unknown[];
}

function restoreList(file: readonly unknown[], { wanted, live, restorer, isPanel }: ListChange): readonly unknown[] {
  return matchItems(wanted, live).map((old, now) =>
    old === undefined || old >= file.length
      ? fresh(live[now], restorer)
      : restore(file[old], { wanted: wanted[old], live: live[now], restorer, isPanel }),
  );
}

interface ObjectChange extends Change {
  readonly wanted: JsonObject;
  readonly live: JsonObject;
}

/** Fields in the order of the file, new ones behind them. */
function restoreObject(file: JsonObject, { wanted, live, restorer, isPanel }: ObjectChange): JsonObject {
  const restored: [string, unknown][] = [];
  for (const [name, value] of Object.entries(file)) {
    // The file's alone, such as __inputs: an import takes it out.
    if (!(name in wanted) && !(name in live)) restored.push([name, value]);
    // The number of a panel says nothing about the page.
    else if (isPanel && name === 'id') restored.push([name, value]);
    else if (name in live)
      restored.push([name, restoreField(name, value, { wanted: wanted[name], live: live[name], restorer, isPanel })]);
  }
  for (const [name, value] of Object.entries(live)) {
    if (name in file || (isPanel && name === 'id')) continue;
    restored.push([name, freshField(name, value, restorer)]);
  }
  return Object.fromEntries(restored);
}

function restoreField(name: string, file: unknown, change: Change): unknown {
  const isReference = name === 'datasource' || name === 'libraryPanel';
  if (isReference && !isEqual(change.wanted, change.live)) return freshField(name, change.live, change.restorer);
  return restore(file, { ...change, isPanel: name === 'panels' });
}

/** Something that the file does not have yet. */
function fresh(live: unknown, restorer: TextRestorer): unknown {
  if (typeof live === 'string') return restorer.text(live, undefined);
  if (Array.isArray(live)) return live.map((item) => fresh(item, restorer));
  if (!isObject(live)) return live;
  return Object.fromEntries(Object.entries(live).map(([name, item]) => [name, freshField(name, item, restorer)]));
}

function freshField(name: string, value: unknown, restorer: TextRestorer): unknown {
  if (name !== 'datasource' && name !== 'libraryPanel') return fresh(value, restorer);
  if (typeof value === 'string') return restorer.datasource(value);
  if (!isObject(value) || typeof value['uid'] !== 'string') return value;
  const { uid } = value;
  return { ...value, ...(name === 'datasource' ? { uid: restorer.datasource(uid) } : restorer.libraryPanel(uid)) };
}
