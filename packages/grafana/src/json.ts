/** A JSON object whose fields nobody has looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textIn(value: unknown, name: string): string | undefined {
  const field = fieldIn(value, name);
  return typeof field === 'string' ? field : undefined;
}

export function numberIn(value: unknown, name: string): number | undefined {
  const field = fieldIn(value, name);
  return typeof field === 'number' ? field : undefined;
}

export function objectIn(value: unknown, name: string): JsonObject | undefined {
  const field = fieldIn(value, name);
  return isObject(field) ? field : undefined;
}

/** Empty when there is no such list. */
export function listIn(value: unknown, name: string): readonly unknown[] {
  const field = fieldIn(value, name);
  return Array.isArray(field) ? field : [];
}

/** The objects of a list; what is none is left out. */
export function objectsIn(value: unknown, name: string): readonly JsonObject[] {
  return listIn(value, name).filter(isObject);
}

/** A copy in which `change` has replaced every string, keys excepted. */
export function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]));
}

function fieldIn(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined;
}
