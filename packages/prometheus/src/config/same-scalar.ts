import { parseDuration } from '@fly-monitoring/kit';

/** Prometheus writes these in place of a secret and of a password in an address. */
const hidden = '<secret>';
const hiddenInAddress = /:\/\/[^/@]*@/;

/** Does Prometheus show this value when the file holds that one? */
export function isSameScalar(wanted: unknown, loaded: unknown): boolean {
  if (typeof loaded === 'object' || loaded === undefined) return false;
  const there = String(loaded);
  const here = String(wanted);
  return (
    there === here ||
    there === hidden ||
    // Variables of the environment are expanded in external labels.
    /\$/.test(here) ||
    isSameDuration(here, there) ||
    isSameSize(here, there) ||
    isSameFile(here, there) ||
    isSameAddress(here, there)
  );
}

/** `90s` comes back as `1m30s`. */
function isSameDuration(here: string, there: string): boolean {
  if (!/[a-z]$/.test(here) || !/[a-z]$/.test(there)) return false;
  const ms = parseDuration(here);
  return ms !== undefined && ms === parseDuration(there);
}

const unitBytes: Readonly<Record<string, number>> = { B: 1, KB: 1_024, MB: 1_048_576, GB: 1_073_741_824 };

/** `10MB` and `10240KB`; Prometheus counts in 1024. */
function isSameSize(here: string, there: string): boolean {
  const bytes = sizeBytes(here);
  return bytes !== undefined && bytes === sizeBytes(there);
}

function sizeBytes(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)([KMG]?)(?:i?)(B)$/.exec(text);
  const unit = match === null ? undefined : unitBytes[`${match[2] ?? ''}B`];
  return unit === undefined ? undefined : Number(match?.[1]) * unit;
}

/** Relative paths are taken from the folder of the configuration. */
function isSameFile(here: string, there: string): boolean {
  return there.startsWith('/') && there.endsWith(`/${here.replace(/^(\.\/)+/, '')}`);
}

function isSameAddress(here: string, there: string): boolean {
  return hiddenInAddress.test(here) && here.replace(hiddenInAddress, '://') === there.replace(hiddenInAddress, '://');
}
