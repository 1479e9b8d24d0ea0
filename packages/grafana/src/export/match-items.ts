import { isEqual } from '../difference/changed-value.js';
import { isObject, textIn } from '../json.js';

type IsMatch = (before: unknown, after: unknown) => boolean;

const sameText =
  (name: string): IsMatch =>
  (a, b) => {
    const value = textIn(a, name) ?? '';
    return value !== '' && value === textIn(b, name);
  };
const sameField =
  (name: string): IsMatch =>
  (a, b) =>
    isObject(a) && isObject(b) && a[name] !== undefined && a[name] === b[name];
const both =
  (...all: readonly IsMatch[]): IsMatch =>
  (a, b) =>
    all.every((one) => one(a, b));

/** From the surest to the least sure; the number of a panel alone says little, as the editor numbers anew. */
const waysToMatch: readonly IsMatch[] = [
  isEqual,
  sameText('refId'),
  sameText('name'),
  both(sameText('title'), sameText('type'), sameField('id')),
  both(sameText('title'), sameText('type')),
  both(sameField('id'), sameText('type')),
  sameText('title'),
];

/**
 * For each item of a list as it is now, where it was in the list before; undefined for a new one. Lists of equal length
 * whose items have no name are taken as changed in place.
 */
export function matchItems(before: readonly unknown[], after: readonly unknown[]): readonly (number | undefined)[] {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  const take = (now: number, old: number) => {
    found.set(now, old);
    taken.add(old);
  };
  for (const isMatch of waysToMatch) {
    for (const [now, item] of after.entries()) {
      if (found.has(now)) continue;
      const isFree = (old: number) => !taken.has(old) && isMatch(before[old], item);
      const old = [now, ...before.keys()].find((place) => place < before.length && isFree(place));
      if (old !== undefined) take(now, old);
    }
  }
  if (before.length === after.length) {
    for (const now of after.keys()) if (!found.has(now) && !taken.has(now)) take(now, now);
  }
  return after.map((_, now) => found.get(now));
}
