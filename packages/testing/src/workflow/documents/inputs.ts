import { fill, type Scope } from './expressions.js';
import { asText, isRecord, type Json, mapValues, recordIn, textIn } from './values.js';

export type Typed = { readonly values: Record<string, unknown>; readonly problems: readonly string[] };

/** Inputs of a called or dispatched workflow: declared, of their type, with their defaults. */
export function typedInputs(declared: Json, given: Json, scope: Scope): Typed {
  const problems = undeclared(declared, given, 'input');
  const values = mapValues(declared, (definition, name) => {
    const value = given[name] ?? defaultOf(definition, scope);
    const problem = problemWith(name, definition, given[name]);
    problems.push(...(problem === undefined ? [] : [problem]));
    return convert(definition, value);
  });
  return { values, problems };
}

export function undeclared(declared: Json, given: Json, what: 'input' | 'secret'): string[] {
  const names = new Set(Object.keys(declared).map((name) => name.toLowerCase()));
  const extra = Object.keys(given).filter((name) => !names.has(name.toLowerCase()));
  return extra.map((name) => `Invalid ${what}, ${name} is not defined in the referenced workflow.`);
}

export function missing(declared: Json, given: Json, what: 'input' | 'secret'): string[] {
  const required = Object.entries(declared).filter(
    ([, definition]) => recordIn({ definition }, 'definition')['required'] === true,
  );
  const absent = required.filter(([name, definition]) => {
    return given[name] === undefined && (!isRecord(definition) || definition['default'] === undefined);
  });
  return absent.map(
    ([name]) => `${what === 'input' ? 'Input' : 'Secret'} ${name} is required, but not provided while calling.`,
  );
}

function defaultOf(definition: unknown, scope: Scope): unknown {
  const value = isRecord(definition) ? definition['default'] : undefined;
  return value === undefined ? undefined : fill(value, scope);
}

function problemWith(name: string, definition: unknown, given: unknown): string | undefined {
  const type = textIn(definition, 'type') ?? 'string';
  if (given === undefined || given === null || given === '') {
    return undefined;
  }
  const options = recordIn({ definition }, 'definition')['options'];
  if (type === 'choice' && Array.isArray(options) && !options.includes(given)) {
    return `Provided value '${asText(given)}' for input '${name}' not in the list of allowed values`;
  }
  const wrong = (type === 'boolean' && typeof given !== 'boolean') || (type === 'number' && typeof given !== 'number');
  return wrong ? `Input '${name}' is '${asText(given)}', which is not of type ${type}.` : undefined;
}

/** What is not given is false, 0 or empty. */
function convert(definition: unknown, value: unknown): unknown {
  switch (textIn(definition, 'type') ?? 'string') {
    case 'boolean':
      return value === true || value === 'true';
    case 'number':
      return Number(value ?? 0);
    default:
      return asText(value);
  }
}
