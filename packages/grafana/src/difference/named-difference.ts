import { type JsonObject, objectsIn, textIn } from '../json.js';
import { changeOf, isSame } from './changed-value.js';

export interface NamedLists {
  /** What one entry is called, such as `variable`. */
  readonly what: string;
  readonly before: readonly JsonObject[];
  readonly after: readonly JsonObject[];
}

/** Fields whose new value says less than that they changed. */
const withoutValue = new Set(['options', 'target', 'iconColor']);
/** What a field is called on the page. */
const words: ReadonlyMap<string, string> = new Map([['current', 'selection']]);

/** What became of entries that are known by their name: variables, annotation queries. */
export function namedDifference({ what, before, after }: NamedLists): readonly string[] {
  const name = (one: JsonObject) => textIn(one, 'name') ?? '';
  const find = (list: readonly JsonObject[], one: JsonObject) => list.find((other) => name(other) === name(one));
  const removed = before.filter((one) => find(after, one) === undefined);
  return [
    ...after.flatMap((one) => {
      const old = find(before, one);
      if (old === undefined) return [`${what} "${name(one)}" added`];
      const changes = fieldChanges(old, one);
      return changes.length === 0 ? [] : [`${what} "${name(one)}": ${changes.join('; ')}`];
    }),
    ...removed.map((one) => `${what} "${name(one)}" removed`),
  ];
}

export function listOfNamed(json: JsonObject, field: string): readonly JsonObject[] {
  return objectsIn(json[field], 'list');
}

function fieldChanges(before: JsonObject, after: JsonObject): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((field) => !isSame(shownValue(before, field), shownValue(after, field)))
    .map((field) => {
      const word = words.get(field) ?? field;
      if (withoutValue.has(field)) return word;
      return `${word} ${changeOf(shownValue(before, field), shownValue(after, field))}`;
    });
}

/** Of a selection the text of the page is a second form of the value. */
function shownValue(one: JsonObject, field: string): unknown {
  const value = one[field];
  return field === 'current' && typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
}
