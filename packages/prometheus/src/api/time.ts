import { type Read, WrongField } from '@fly-monitoring/kit';

/** Go's zero time, which stands for "never". */
const never = '0001-01-01T00:00:00Z';

/** RFC 3339, as Go writes it, in milliseconds since the epoch; undefined for "never". */
export const asTime: Read<number | undefined> = (value, path) => {
  if (value === never) return undefined;
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) throw new WrongField(path, 'a time such as 2026-01-31T10:00:00Z', value);
  return ms;
};
