/** What a value may be that comes from code without types. */
export interface Shape {
  /** In words that follow "it must be". */
  readonly wanted: string;
  readonly fits: (value: unknown) => boolean;
  /** Whether a value may be a secret: errors tell no more than its type. */
  readonly isSecret?: boolean;
  /** Whether there has to be one. */
  readonly isRequired?: boolean;
}

/** A value that is missing or of another kind than it must be, or values under names that there are not. */
export interface Misfit {
  readonly names: readonly string[];
  readonly message: string;
}

/** As much of a text as tells which one it is. */
const SHOWN_CHARACTERS = 40;

export const FILLED_TEXT: Shape = { wanted: 'text that is not empty', fits: (value) => isText(value) && value !== '' };
export const TEXT: Shape = { wanted: 'text', fits: isText };
export const YES_OR_NO: Shape = { wanted: 'true or false', fits: (value) => typeof value === 'boolean' };
export const NUMBER: Shape = { wanted: 'a number', fits: isNumber };
export const FUNCTION: Shape = { wanted: 'a function', fits: isFunction };
export const OBJECT: Shape = { wanted: 'an object', fits: isObject };
export const TEXTS: Shape = { wanted: 'a list of texts', fits: isListOf(isText) };
export const NUMBERS: Shape = { wanted: 'a list of numbers', fits: isListOf(isNumber) };

export function either(...shapes: readonly Shape[]): Shape {
  return {
    wanted: shapes.map(({ wanted }) => wanted).join(' or '),
    fits: (value) => shapes.some(({ fits }) => fits(value)),
  };
}

export function oneOf(texts: readonly string[]): Shape {
  return { wanted: texts.map(shown).join(' or '), fits: (value) => isText(value) && texts.includes(value) };
}

/** Everything in an object that does not fit its shape. What is undefined is not there. */
export function misfitsOf(given: object, shapes: Readonly<Record<string, Shape>>): Misfit[] {
  const names = Object.keys(given).filter((name) => !Object.hasOwn(shapes, name));
  const listed = `there is no option ${names.map(shown).join(', ')} (there are: ${Object.keys(shapes).join(', ')})`;
  return [
    ...(names.length > 0 ? [{ names, message: listed }] : []),
    ...Object.entries(shapes).flatMap(([name, shape]) => misfitOf(name, Reflect.get(given, name), shape)),
  ];
}

function misfitOf(name: string, value: unknown, shape: Shape): Misfit[] {
  if (value === undefined)
    return shape.isRequired === true
      ? [{ names: [name], message: `${name} is missing; it must be ${shape.wanted}` }]
      : [];
  if (shape.fits(value)) return [];
  const seen = shape.isSecret === true ? kindOf(value) : shown(value);
  return [{ names: [name], message: `${name} is ${seen}; it must be ${shape.wanted}` }];
}

/** Throws what is wrong with a call's options, all of it in one error. */
export function refuseProblems(call: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(`${call} was given wrong options: ${problems.join('; ')}.`);
}

/** Throws where a call was given no object at all. */
export function requireOptions(call: string, options: unknown): asserts options is object {
  if (!isObject(options)) throw new Error(`${call} takes an object of options; it was given ${shown(options)}.`);
}

/** What fits, for a second look at it: what is wrong is to be told at once. */
export function withoutMisfits<Given extends object>(given: Given, misfits: readonly Misfit[]): Partial<Given> {
  // What is inherited is given too, and a copy would be without it.
  if (misfits.length === 0) return given;
  const rest: Partial<Given> = { ...given };
  for (const name of misfits.flatMap(({ names }) => names)) Reflect.deleteProperty(rest, name);
  return rest;
}

/** A value in an error. */
export function shown(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!isText(value)) return kindOf(value);
  return JSON.stringify(value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value);
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isListOf(fits: (item: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every(fits);
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number';
}

/** All that may be said of a secret. */
function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'a list';
  if (isText(value)) return 'text';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
