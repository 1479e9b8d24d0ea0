/** A field of an outside document that is not what it must be; caught where a whole document is parsed. */
export class WrongField extends Error {
  constructor(path: string, expected: string, seen: unknown) {
    super(`${path === '' ? 'the document' : path} must be ${expected}, is ${shown(seen)}`);
    this.name = 'WrongField';
  }
}

/** Turns an unknown value into a typed one, or throws WrongField with the path of what is wrong. */
export type Read<T> = (value: unknown, path: string) => T;

const longestShown = 40;

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

export const asText: Read<string> = (value, path) => {
  if (typeof value !== 'string') throw new WrongField(path, 'a text', value);
  return value;
};

export const asNumber: Read<number> = (value, path) => {
  if (typeof value !== 'number') throw new WrongField(path, 'a number', value);
  return value;
};

export const asBoolean: Read<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw new WrongField(path, 'true or false', value);
  return value;
};

export const asUnknown: Read<unknown> = (value) => value;

export function oneOf<const T extends string>(...words: readonly T[]): Read<T> {
  return (value, path) => {
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) throw new WrongField(path, `one of ${words.join(', ')}`, value);
    return word;
  };
}

/** A Go nil slice is written as null, so null is an empty list. */
export function listOf<T>(item: Read<T>): Read<readonly T[]> {
  return (value, path) => {
    if (value === null) return [];
    if (!Array.isArray(value)) throw new WrongField(path, 'a list', value);
    return value.map((one, index) => item(one, `${path}[${index}]`));
  };
}

export function recordOf<T>(item: Read<T>): Read<Readonly<Record<string, T>>> {
  return (value, path) =>
    Object.fromEntries(Object.entries(asObject(value, path)).map(([name, one]) => [name, item(one, at(path, name))]));
}

/** What stands for a missing or null field. */
export function either<T, F>(read: Read<T>, fallback: F): Read<T | F> {
  return (value, path) => (value === undefined || value === null ? fallback : read(value, path));
}

type Typed<S extends Record<string, Read<unknown>>> = { readonly [K in keyof S]: ReturnType<S[K]> };

/** An object with at least these fields; others are let through unseen, as servers add fields in minor releases. */
export function fields<S extends Record<string, Read<unknown>>>(shape: S): Read<Typed<S>> {
  return (value, path) => {
    const object = asObject(value, path);
    const entries = Object.entries(shape).map(([name, read]) => [name, read(object[name], at(path, name))]);
    return Object.fromEntries(entries) as Typed<S>;
  };
}

function asObject(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new WrongField(path, 'an object', value);
  return value as Readonly<Record<string, unknown>>;
}

function at(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** The typed document, or the sentence that names the field that is wrong. */
export function readWhole<T>(
  read: Read<T>,
  document: unknown,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string } {
  try {
    return { ok: true, value: read(document, '') };
  } catch (error) {
    if (error instanceof WrongField) return { ok: false, problem: error.message };
    throw error;
  }
}
