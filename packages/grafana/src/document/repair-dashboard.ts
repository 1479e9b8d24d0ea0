import { isObject, type JsonObject, listIn, numberIn, objectsIn, textIn } from '../json.js';
import { allPanels, panelName } from './panels.js';

export interface Repaired {
  readonly json: JsonObject;
  /** What was changed and should be changed in the file. */
  readonly notes: readonly string[];
}

/** What Grafana mends itself when it loads a dashboard, done before the import, so that every reader sees the same. */
export function repairDashboard(json: JsonObject): Repaired {
  const notes: string[] = [];
  const whole = withoutEmptyLists(json, notes);
  const numbered = mapPanels(whole, uniqueIds(whole, notes));
  return { json: mapPanels(numbered, (panel) => uniqueRefIds(panel, notes)), notes };
}

/** `null` for a list is an empty list to Grafana, and a null entry is none. */
function withoutEmptyLists(json: JsonObject, notes: string[]): JsonObject {
  const { panels, rows, ...rest } = json;
  const lists = { ...(panels == null ? {} : { panels }), ...(rows == null ? {} : { rows }) };
  const filled = Object.keys(lists).length === 0 ? { panels: [] } : lists;
  const kept =
    panels === null || rows === null || !('panels' in json || 'rows' in json) ? { ...rest, ...filled } : json;
  if (panels == null && rows == null) notes.push('it has no panels: its page will be empty');
  return withoutNulls(kept, { where: 'the dashboard', notes });
}

interface Place {
  readonly where: string;
  readonly notes: string[];
}

const listsOfObjects = ['panels', 'rows', 'targets'];

function withoutNulls(holder: JsonObject, { where, notes }: Place): JsonObject {
  const lists = listsOfObjects.flatMap((name) => {
    const list = holder[name];
    if (!Array.isArray(list)) return [];
    const kept = list.filter((item) => item !== null);
    const dropped = list.length - kept.length;
    if (dropped > 0)
      notes.push(`${name} of ${where} holds null ${dropped === 1 ? 'once' : `${dropped} times`}; left out`);
    const inner = (item: JsonObject) => withoutNulls(item, { where: panelName(item), notes });
    return [[name, name === 'targets' ? kept : kept.map((item) => (isObject(item) ? inner(item) : item))] as const];
  });
  return { ...holder, ...Object.fromEntries(lists) };
}

/** A copy in which `change` has replaced every panel, in the order of `allPanels`. */
function mapPanels(json: JsonObject, change: (panel: JsonObject) => JsonObject): JsonObject {
  const inside = (holder: JsonObject): JsonObject => {
    if (!Array.isArray(holder['panels'])) return holder;
    return { ...holder, panels: holder['panels'].map((panel) => (isObject(panel) ? inside(change(panel)) : panel)) };
  };
  const top = inside(json);
  if (!Array.isArray(top['rows'])) return top;
  return { ...top, rows: listIn(top, 'rows').map((row) => (isObject(row) ? inside(row) : row)) };
}

/**
 * The later of two panels of one id gets the next free one, as in `ensurePanelsHaveUniqueIds` of Grafana
 * (public/app/features/dashboard/state/DashboardModel.ts).
 */
function uniqueIds(json: JsonObject, notes: string[]): (panel: JsonObject) => JsonObject {
  let next = 1 + Math.max(0, ...allPanels(json).map((panel) => numberIn(panel, 'id') ?? 0));
  const taken = new Map<unknown, string>();
  return (panel) => {
    const { id } = panel;
    if (id === undefined || id === null) return panel;
    const other = taken.get(id);
    if (other === undefined) taken.set(id, panelName(panel));
    if (other === undefined) return panel;
    notes.push(`panel id ${String(id)} is used by ${other} and by ${panelName(panel)}; the second gets ${next}`);
    return { ...panel, id: next++ };
  };
}

function uniqueRefIds(panel: JsonObject, notes: string[]): JsonObject {
  const all = new Set(objectsIn(panel, 'targets').flatMap((target) => textIn(target, 'refId') ?? []));
  const seen = new Set<string>();
  if (!Array.isArray(panel['targets'])) return panel;
  const targets = panel['targets'].map((target: unknown) => {
    const refId = textIn(target, 'refId') ?? '';
    if (!isObject(target) || refId === '') return target;
    if (!seen.has(refId)) {
      seen.add(refId);
      return target;
    }
    const free = nextRefId(all);
    all.add(free);
    notes.push(`refId ${refId} is used twice in ${panelName(panel)}; the second query gets ${free}`);
    return { ...target, refId: free };
  });
  return { ...panel, targets };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A to Z, then A1, B1 … */
function nextRefId(taken: ReadonlySet<string>): string {
  for (let round = 0; ; round++) {
    const free = [...letters].map((one) => `${one}${round === 0 ? '' : round}`).find((refId) => !taken.has(refId));
    if (free !== undefined) return free;
  }
}
