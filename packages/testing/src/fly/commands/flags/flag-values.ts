import { parseGoDuration } from '../../config/go-duration.js';
import type { FlagKind } from './flag-kind.js';

const BOOLEANS = new Set(['1', 't', 'T', 'true', 'TRUE', 'True', '0', 'f', 'F', 'false', 'FALSE', 'False']);

/** What Go says about a value that does not fit a flag of this kind; undefined when it fits. */
export function complaintOf(kind: FlagKind, value: string): string | undefined {
  switch (kind) {
    case 'switch':
      return BOOLEANS.has(value) ? undefined : `strconv.ParseBool: parsing "${value}": invalid syntax`;
    case 'int':
      return /^[+-]?\d+$/.test(value) ? undefined : `strconv.ParseInt: parsing "${value}": invalid syntax`;
    case 'float':
      return value !== '' && !Number.isNaN(Number(value))
        ? undefined
        : `strconv.ParseFloat: parsing "${value}": invalid syntax`;
    case 'duration':
      return durationComplaint(value);
    default:
      return undefined;
  }
}

function durationComplaint(value: string): string | undefined {
  if (/^[+-]?[1-9]\d*$/.test(value)) return `time: missing unit in duration "${value}"`;
  return parseGoDuration(value) === undefined ? `time: invalid duration "${value}"` : undefined;
}
