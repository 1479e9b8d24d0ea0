import { type Fields, isFields, numberOf, stringMapOf, textOf } from './fields.js';
import { parseGoDuration, renderGoDuration } from './go-duration.js';
import type { CheckConfig } from './machine-config.js';

export interface DefaultTimes {
  readonly intervalMs: number;
  readonly timeoutMs: number;
  readonly graceMs: number;
}

/** A check of [checks] or of a service; durations are printed the way the API prints them. */
export function checkFrom(table: Fields, defaults: DefaultTimes): CheckConfig {
  const duration = (name: string, fallback: number) => renderGoDuration(durationOf(table[name]) ?? fallback);
  const headers = isFields(table['headers']) ? { headers: stringMapOf(table['headers']) } : {};
  const times = {
    interval: duration('interval', defaults.intervalMs),
    timeout: duration('timeout', defaults.timeoutMs),
    grace_period: duration('grace_period', defaults.graceMs),
  };
  const type = textOf(table['type']) === 'http' ? 'http' : 'tcp';
  const base = { type, port: numberOf(table['port']) ?? 8080, ...times } as const;
  if (type === 'tcp') return base;
  const method = (textOf(table['method']) ?? 'GET').toUpperCase();
  return { ...base, method, path: textOf(table['path']) ?? '/', ...headers };
}

export function durationOf(value: unknown): number | undefined {
  if (typeof value === 'string') return parseGoDuration(value);
  const seconds = numberOf(value);
  return seconds === undefined ? undefined : seconds * 1000;
}
