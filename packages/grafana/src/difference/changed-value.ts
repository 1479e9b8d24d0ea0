import { isObject } from '../json.js';

/** Longer ones are cut around the place where they differ. */
const longestValue = 70;
/** Of what is equal before the first difference. */
const leadIn = 15;

/** Whether two values of JSON are the same, whatever the order of their keys. */
export function isEqual(before: unknown, after: unknown): boolean {
  return JSON.stringify(sorted(before)) === JSON.stringify(sorted(after));
}

/** The same to a person: null is no value. */
export function isSame(before: unknown, after: unknown): boolean {
  return isEqual(before ?? null, after ?? null);
}

/** `30s → 1m`; a long value is shown where it differs. */
export function changeOf(before: unknown, after: unknown): string {
  const [old, now] = [text(before), text(after)];
  const at = firstDifference(old, now);
  return `${around(old, at)} → ${around(now, at)}`;
}

/** Keys in order, so that equal objects are equal texts; a text as it is. */
function text(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  return typeof value === 'string' ? value : (JSON.stringify(sorted(value)) ?? '');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]));
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

function around(value: string, at: number): string {
  const line = value.replace(/\s/g, ' ');
  if (line.length <= longestValue) return line === '' ? '""' : line;
  const start = Math.max(0, Math.min(at - leadIn, line.length - longestValue));
  const end = start + longestValue;
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${end < line.length ? '…' : ''}`;
}
