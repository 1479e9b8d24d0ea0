/** Milliseconds since the epoch, NaN for what is neither Unix seconds nor RFC 3339. */
export function parseTime(time: string): number {
  if (/^\d{9,11}(\.\d+)?$/.test(time)) return Number(time) * 1_000;
  return /^\d{4}-\d\d-\d\dT/.test(time) ? Date.parse(time) : Number.NaN;
}
