const DECIMAL: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12, p: 1e15 };

/** A size of [mounts] in GB: "10gb", "1tb"; a bare number is GB. Undefined when it is no size. */
export function sizeGb(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s?([kmgtp]?)b?$/i.exec(text.trim());
  if (match === null) return undefined;
  const [, amount, unit = ''] = match;
  return /^\d+$/.test(text.trim())
    ? Number(text)
    : Math.floor((Number(amount) * (DECIMAL[unit.toLowerCase()] ?? 1)) / 1e9);
}

/** Memory of [[vm]] in MB: "1gb", "512mb"; a bare number is MB. */
export function memoryMb(text: string): number | undefined {
  const match = /^(\d+)\s*(gi?b?|mi?b?)?$/i.exec(text.trim());
  if (match === null) return undefined;
  return Number(match[1]) * ((match[2] ?? '').toLowerCase().startsWith('g') ? 1024 : 1);
}
