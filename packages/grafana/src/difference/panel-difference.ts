import { isObject, type JsonObject, objectIn, objectsIn, textIn } from '../json.js';
import { changeOf, isSame } from './changed-value.js';

/** What changed in one panel, each in a few words; its place is told apart. */
export function panelChanges(before: JsonObject, after: JsonObject): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !untold.has(name));
  return names
    .filter((name) => !isSame(before[name], after[name]))
    .flatMap((name) => (changesOf.get(name) ?? plainChange(name))(before, after));
}

/** Whether it lies elsewhere on the page, or has another size. */
export function placeChange(before: JsonObject, after: JsonObject): 'moved' | 'resized' | undefined {
  const [old, now] = [objectIn(before, 'gridPos') ?? {}, objectIn(after, 'gridPos') ?? {}];
  if (!isSame([old['w'], old['h']], [now['w'], now['h']])) return 'resized';
  return isSame([old['x'], old['y']], [now['x'], now['y']]) ? undefined : 'moved';
}

/** The number and the plugin's version are the editor's own; the panels of a row are told as panels. */
const untold = new Set(['id', 'gridPos', 'pluginVersion', 'panels']);

type Changes = (before: JsonObject, after: JsonObject) => readonly string[];

const changesOf: ReadonlyMap<string, Changes> = new Map<string, Changes>(
  Object.entries({
    title: (before) => [`title was "${textIn(before, 'title') ?? ''}"`],
    targets: queryChanges,
    fieldConfig: fieldChanges,
    options: (before, after) => [`options (${changedKeys(before['options'], after['options']).join(', ')})`],
    datasource: (before, after) => [`data source ${changeOf(sourceOf(before), sourceOf(after))}`],
    description: () => ['description'],
  }),
);

function plainChange(name: string): Changes {
  return (before, after) => {
    const isPlain = [before[name], after[name]].every((value) => typeof value !== 'object' || value === null);
    return [isPlain ? `${name} ${changeOf(before[name], after[name])}` : name];
  };
}

function queryChanges(before: JsonObject, after: JsonObject): readonly string[] {
  const [old, now] = [objectsIn(before, 'targets'), objectsIn(after, 'targets')];
  const ref = (target: JsonObject) => textIn(target, 'refId') ?? 'A';
  const removed = old.filter((target) => !now.some((other) => ref(other) === ref(target)));
  return [
    ...now.flatMap((target) => {
      const partner = old.find((other) => ref(other) === ref(target));
      if (partner === undefined) return [`query ${ref(target)} added`];
      return targetChanges(partner, target).map((change) => `query ${ref(target)}: ${change}`);
    }),
    ...removed.map((target) => `query ${ref(target)} removed`),
  ];
}

function targetChanges(before: JsonObject, after: JsonObject): readonly string[] {
  const names = changedKeys(before, after);
  return names.map((name) => {
    if (name === 'expr') return changeOf(before[name], after[name]);
    if (name === 'datasource') return `data source ${changeOf(sourceOf(before), sourceOf(after))}`;
    return `${name} ${changeOf(before[name], after[name])}`;
  });
}

function fieldChanges(before: JsonObject, after: JsonObject): readonly string[] {
  const [old, now] = [objectIn(before, 'fieldConfig') ?? {}, objectIn(after, 'fieldConfig') ?? {}];
  const [oldDefaults, nowDefaults] = [objectIn(old, 'defaults') ?? {}, objectIn(now, 'defaults') ?? {}];
  const changed = changedKeys(oldDefaults, nowDefaults).map((name) =>
    typeof (oldDefaults[name] ?? nowDefaults[name]) === 'object'
      ? fieldWord(name)
      : `${fieldWord(name)} ${changeOf(oldDefaults[name], nowDefaults[name])}`,
  );
  return isSame(old['overrides'], now['overrides']) ? changed : [...changed, 'overrides'];
}

function fieldWord(name: string): string {
  return name === 'custom' ? 'style' : name;
}

/** A uid, or the name that old dashboards have. */
function sourceOf(holder: JsonObject): unknown {
  const source = holder['datasource'];
  return isObject(source) ? (source['uid'] ?? source['type']) : source;
}

function changedKeys(before: unknown, after: unknown): readonly string[] {
  const [old, now] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => !isSame(old[key], now[key]));
}
