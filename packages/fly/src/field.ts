/** Why a document is not what it should be; `path` is the field, as in `[0].config.metadata`. */
export type Complain = (path: string, expected: string, seen: string) => Error;

/**
 * A value from outside together with where it stands, so that a wrong one is named. Unknown fields are passed over:
 * Fly adds some with every release.
 */
export class Field {
  constructor(
    readonly value: unknown,
    readonly path: string,
    private readonly complain: Complain,
  ) {}

  at(name: string): Field {
    const path = this.path === '' ? name : `${this.path}.${name}`;
    return new Field(this.record()[name], path, this.complain);
  }

  /** Go writes an empty list or map as null, and leaves out what is empty. */
  get isAbsent(): boolean {
    return this.value === undefined || this.value === null;
  }

  string(): string {
    return typeof this.value === 'string' ? this.value : this.#fail('a text');
  }

  optionalString(): string | undefined {
    return this.isAbsent || this.value === '' ? undefined : this.string();
  }

  /** Fly writes some numbers as text: metadata and the JSON of string maps. */
  integer(): number {
    const number = typeof this.value === 'string' && /^-?\d+$/.test(this.value) ? Number(this.value) : this.value;
    return typeof number === 'number' && Number.isSafeInteger(number) ? number : this.#fail('a whole number');
  }

  optionalInteger(): number | undefined {
    return this.isAbsent || this.value === '' ? undefined : this.integer();
  }

  optionalBoolean(): boolean | undefined {
    if (this.isAbsent) return undefined;
    return typeof this.value === 'boolean' ? this.value : this.#fail('true or false');
  }

  list(): readonly Field[] {
    if (this.isAbsent) return [];
    if (!Array.isArray(this.value)) return this.#fail('a list');
    return this.value.map((item, index) => new Field(item, `${this.path}[${index}]`, this.complain));
  }

  /** TOML has `[mounts]` and `[[mounts]]`; flyctl takes both. */
  listOrOne(): readonly Field[] {
    return this.isAbsent || Array.isArray(this.value) ? this.list() : [this];
  }

  strings(): readonly string[] {
    return this.list().map((item) => item.string());
  }

  entries(): readonly (readonly [string, Field])[] {
    return Object.keys(this.record()).map((name) => [name, this.at(name)]);
  }

  /** Scalars of a map as text, as the environment of a machine holds them. */
  texts(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.entries().map(([name, field]) => [name, field.#scalar()]));
  }

  private record(): Readonly<Record<string, unknown>> {
    if (this.isAbsent) return {};
    if (typeof this.value !== 'object' || Array.isArray(this.value)) return this.#fail('an object');
    return this.value as Readonly<Record<string, unknown>>;
  }

  #scalar(): string {
    const kind = typeof this.value;
    return kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'bigint'
      ? String(this.value)
      : this.#fail('a text');
  }

  /** For rules of one field only; the words follow "expected". */
  refuse(expected: string): never {
    return this.#fail(expected);
  }

  #fail(expected: string): never {
    throw this.complain(this.path === '' ? 'the whole document' : this.path, expected, kindOf(this.value));
  }
}

/** The kind and never the value: a machine's environment or a list of secrets must not end up in a message. */
function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
