const gbOf: Readonly<Record<string, number>> = { k: 1e-6, m: 1e-3, g: 1, t: 1e3, p: 1e6 };

/**
 * Whole gigabytes of an `initial_size`: `10`, `10gb`, `1tb`, `500MB`. flyctl reads a bare number as gigabytes, takes
 * units by thousands and cuts fractions off (helpers.ParseSize, go-units FromHumanSize). Undefined when it is no size.
 */
export function volumeSizeGb(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?) ?([kmgtp])?i?b?$/i.exec(text.trim());
  if (match === null) return undefined;
  return Math.floor(Number(match[1]) * (gbOf[(match[2] ?? 'g').toLowerCase()] ?? 1));
}
