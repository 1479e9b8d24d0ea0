/** Readers for YAML somebody else wrote. The schema has been checked before; a wrong type reads as absent. */
export type Json = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function recordIn(value: unknown, key: string): Json {
  const found = isRecord(value) ? value[key] : undefined;
  return isRecord(found) ? found : {};
}

export function listIn(value: unknown, key: string): readonly unknown[] {
  const found = isRecord(value) ? value[key] : undefined;
  if (found === undefined || found === null) {
    return [];
  }
  return Array.isArray(found) ? found : [found];
}

export function textIn(value: unknown, key: string): string | undefined {
  const found = isRecord(value) ? value[key] : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** How the runner writes a value into an environment or a script. */
export function asText(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

export function mapValues<T>(value: Json, change: (item: unknown, key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item, key)]));
}
