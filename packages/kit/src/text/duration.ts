const unitMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000, y: 31_536_000_000 } as const;

/** `90`, `90s`, `1.5m`, `1h30m` -> milliseconds; a bare number is seconds, as flyctl reads it. Undefined when it is none. */
export function parseDuration(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^\d+$/.test(trimmed)) return Number(trimmed) * unitMs.s;
  if (!/^(\d+(\.\d+)?(ms|[smhdwy]))+$/.test(trimmed)) return undefined;
  let totalMs = 0;
  for (const [, count, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdwy])/g)) {
    totalMs += Number(count) * unitMs[unit as keyof typeof unitMs];
  }
  return Math.round(totalMs);
}

/** Milliseconds as people write them: `850 ms`, `12 s`, `2 min 5 s`. */
export function formatDuration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 120) return `${seconds} s`;
  const rest = seconds % 60;
  return rest === 0 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 60)} min ${rest} s`;
}
