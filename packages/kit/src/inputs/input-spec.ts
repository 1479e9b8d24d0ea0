import { SuiteError } from '../suite-error.js';
import { nearestName } from '../text/nearest.js';
import type { InputKind } from './input-kinds.js';

export type InputSpec = Readonly<Record<string, InputKind<unknown>>>;

type Camel<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;
type ValueOf<K> = K extends InputKind<infer T> ? T : never;

/** The typed object a spec parses to: `fly-api-token` becomes `flyApiToken`. */
export type InputsOf<S extends InputSpec> = { readonly [N in keyof S & string as Camel<N>]: ValueOf<S[N]> };

export interface RawInputs {
  /** By kebab-case name, as written; empty means not given, which is GitHub's value for a missing secret. */
  readonly given: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * Parses raw strings once into one frozen object.
 * @throws SuiteError INPUT_INVALID that lists every wrong, missing and unknown input
 */
export function parseInputs<S extends InputSpec>(spec: S, raw: RawInputs): InputsOf<S> {
  const values: Record<string, unknown> = {};
  const problems = unknownNames(spec, raw);
  for (const [name, kind] of Object.entries(spec)) {
    const text = rawValue(name, kind, raw);
    if (text === undefined) {
      if (kind.required) problems.push(missing(name, kind));
      values[camelCase(name)] = undefined;
      continue;
    }
    const parsed = kind.parse(text);
    if (parsed.ok) values[camelCase(name)] = parsed.value;
    else problems.push(`Input "${name}" is ${shown(kind, text)}; ${parsed.problem}.`);
  }
  if (problems.length > 0) throw invalidInputs(problems);
  return Object.freeze(values) as InputsOf<S>;
}

/** For rules over several inputs, in the same form as those over one. */
export function invalidInputs(problems: readonly string[]): SuiteError {
  return new SuiteError({
    code: 'INPUT_INVALID',
    message: problems.join('\n'),
    hint: 'Correct the inputs and run again.',
  });
}

function rawValue(name: string, kind: InputKind<unknown>, raw: RawInputs): string | undefined {
  const candidates = [raw.given[name], kind.environment && raw.environment[kind.environment], kind.default];
  return candidates
    .map((candidate) => candidate?.trim())
    .find((candidate) => candidate !== undefined && candidate !== '');
}

function unknownNames(spec: InputSpec, raw: RawInputs): string[] {
  const names = Object.keys(spec);
  return Object.keys(raw.given)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const near = nearestName(name, names);
      return `Input "${name}" is unknown${near === undefined ? `; the inputs are ${names.join(', ')}` : `; did you mean "${near}"?`}`;
    });
}

function missing(name: string, kind: InputKind<unknown>): string {
  const where = kind.environment === undefined ? '' : ` (or the environment variable ${kind.environment})`;
  return `Input "${name}"${where} is missing; it must be ${kind.expects}.`;
}

function shown(kind: InputKind<unknown>, text: string): string {
  if (kind.kind === 'secret' || kind.kind === 'pairs') return 'wrong (not shown: it is secret)';
  // An address is refused when it holds credentials, so it is not repeated whole.
  if (kind.kind === 'url') return `"${text.replace(/\/\/[^/@]*@/, '//***@')}"`;
  return `"${text}"`;
}
