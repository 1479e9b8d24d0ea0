/** What a JSON value must look like: only the fields that the suite reads. */
export type Shape =
  | 'text'
  | 'number'
  | 'boolean'
  | 'any'
  | { readonly is: unknown }
  | { readonly oneOf: readonly unknown[] }
  | { readonly matches: RegExp }
  | { readonly optional: Shape }
  | { readonly list: Shape; readonly atLeast?: number; readonly atMost?: number }
  /** A list with such an item among others. */
  | { readonly some: Shape }
  | { readonly mapOf: Shape }
  | { readonly fields: Readonly<Record<string, Shape>> };

/** What is wrong, each with the path of the field; empty when all fits. */
export function shapeProblems(shape: Shape, value: unknown, path = 'the document'): readonly string[] {
  const wrong = (expected: string) => [`${path} is ${seen(value)}; expected ${expected}`];
  if (shape === 'any') return value === undefined ? wrong('anything') : [];
  if (shape === 'text') return typeof value === 'string' ? [] : wrong('a text');
  if (shape === 'number' || shape === 'boolean') return typeof value === shape ? [] : wrong(`a ${shape}`);
  if ('is' in shape) return Object.is(value, shape.is) ? [] : wrong(JSON.stringify(shape.is));
  if ('oneOf' in shape) return shape.oneOf.includes(value) ? [] : wrong(`one of ${JSON.stringify(shape.oneOf)}`);
  if ('matches' in shape) {
    return typeof value === 'string' && shape.matches.test(value) ? [] : wrong(`a text like ${String(shape.matches)}`);
  }
  if ('optional' in shape) {
    return value === undefined || value === null ? [] : shapeProblems(shape.optional, value, path);
  }
  if ('list' in shape) return listProblems(shape, value, path);
  if ('some' in shape) return someProblems(shape.some, value, path);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('an object');
  const fields = 'fields' in shape ? shape.fields : Object.fromEntries(Object.keys(value).map((k) => [k, shape.mapOf]));
  const record = value as Readonly<Record<string, unknown>>;
  return Object.entries(fields).flatMap(([name, field]) => shapeProblems(field, record[name], `${path}.${name}`));
}

function listProblems(
  { list, atLeast = 0, atMost = Number.POSITIVE_INFINITY }: Extract<Shape, { readonly list: Shape }>,
  value: unknown,
  path: string,
): readonly string[] {
  if (!Array.isArray(value)) return [`${path} is ${seen(value)}; expected a list`];
  if (value.length < atLeast) return [`${path} has ${value.length} items; expected at least ${atLeast}`];
  if (value.length > atMost) return [`${path} has ${value.length} items; expected at most ${atMost}`];
  return value.flatMap((item, index) => shapeProblems(list, item, `${path}[${index}]`));
}

function someProblems(shape: Shape, value: unknown, path: string): readonly string[] {
  if (!Array.isArray(value)) return [`${path} is ${seen(value)}; expected a list`];
  const isThere = value.some((item) => shapeProblems(shape, item).length === 0);
  return isThere ? [] : [`${path} has ${value.length} items; expected one like ${JSON.stringify(shape)}`];
}

function seen(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
