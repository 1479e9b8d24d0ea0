import { isRecord } from '../json.js';

export type Words = Readonly<Record<string, string>>;

/** @throws Error for a word in braces that nobody has given */
export function fill(text: string, words: Words): string {
  return text.replaceAll(/\{(?<name>[a-z-]+)\}/g, (_all, name: string) => {
    const word = words[name];
    if (word === undefined) throw new Error(`The probe has the word {${name}}, which no step before has kept.`);
    return word;
  });
}

/** The same for every text inside a JSON value; numbers are kept as `#{id}`. */
export function fillAll(value: unknown, words: Words): unknown {
  if (typeof value === 'string') {
    return value.startsWith('#{') ? Number(fill(value.slice(1), words)) : fill(value, words);
  }
  if (Array.isArray(value)) return value.map((item) => fillAll(item, words));
  if (!isRecord(value) || value instanceof RegExp) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillAll(item, words)]));
}

/** `versions.0.id` of a JSON value, as a text. */
export function valueAt(value: unknown, path: string): string | undefined {
  const found = path.split('.').reduce<unknown>((inside, key) => {
    if (Array.isArray(inside)) return inside[Number(key)];
    return isRecord(inside) ? inside[key] : undefined;
  }, value);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}
