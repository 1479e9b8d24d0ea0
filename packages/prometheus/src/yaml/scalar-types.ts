import type { YamlValue } from './yaml-tree.js';

/**
 * Values of scalars as go-yaml reads them into a field of a type (resolve.go, decode.go of v2), and Prometheus' own
 * durations and sizes. Each is undefined for a scalar that the field would refuse.
 */

const nullTexts = new Set(['', '~', 'null', 'Null', 'NULL']);
const trueTexts = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const falseTexts = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;

export function isNull(value: YamlValue): boolean {
  return value.kind === 'scalar' && value.isPlain && nullTexts.has(value.text);
}

export function booleanOf(value: YamlValue): boolean | undefined {
  if (value.kind !== 'scalar' || !value.isPlain) return undefined;
  if (trueTexts.test(value.text)) return true;
  return falseTexts.test(value.text) ? false : undefined;
}

const integer = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/;
const float = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const bases = [16, 2, 8, 10] as const;

/** `10_000`, `0x1F`, `0b11`, `010` (8), `1e3`. */
export function numberOf(value: YamlValue): number | undefined {
  if (value.kind !== 'scalar' || !value.isPlain || !/^[-+.\d]/.test(value.text)) return undefined;
  const digits = value.text.replaceAll('_', '');
  const match = integer.exec(digits);
  if (match !== null) {
    const [, sign, ...parts] = match;
    const index = parts.findIndex((part) => part !== undefined);
    const number = Number.parseInt(parts[index] ?? '', bases[index]);
    return sign === '-' ? -number : number;
  }
  return float.test(digits) ? Number(digits) : undefined;
}

const duration = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;
const unitsMs = [31_536_000_000, 604_800_000, 86_400_000, 3_600_000, 60_000, 1_000, 1];

/** ParseDuration of prometheus/common (model/time.go): whole numbers, units from large to small, 0 without a unit. */
export function parsePrometheusDuration(text: string): number | undefined {
  if (text === '0') return 0;
  const match = text === '' ? null : duration.exec(text);
  if (match === null) return undefined;
  return unitsMs.reduce((sum, unitMs, index) => sum + Number(match[index + 1] ?? 0) * unitMs, 0);
}

const sizePart = /(\d+\.?\d*|\.\d+)([KMGTPE]i?)?B/g;
const wholeSize = /^(?:(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i?)?B)+$/;
const unitsOf1024 = 'KMGTPE';

/** ParseBase2Bytes of alecthomas/units (bytes.go): KB and KiB are both 1024, and `1GiB512MiB` is a sum. */
export function parseSizeBytes(text: string): number | undefined {
  if (text === '0') return 0;
  if (!wholeSize.test(text)) return undefined;
  return [...text.matchAll(sizePart)].reduce((sum, [, count, unit = '']) => {
    const power = unit === '' ? 0 : unitsOf1024.indexOf(unit.charAt(0)) + 1;
    return sum + Math.trunc(Number(count) * 1024 ** power);
  }, 0);
}
