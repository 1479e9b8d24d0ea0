import { Secret } from '../secret.js';
import { parseDuration } from '../text/duration.js';

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** Words for one input, in the languages of the documentation. */
export interface InputFacts {
  readonly help: string;
  /** Value when nothing is given; the same text stands in action.yml. */
  readonly default?: string;
  readonly required?: true;
  /** Environment variable that is read when the input is empty. */
  readonly environment?: string;
}

export interface InputKind<T> extends InputFacts {
  readonly kind: 'text' | 'secret' | 'url' | 'choice' | 'boolean' | 'integer' | 'duration' | 'list' | 'pairs';
  readonly choices?: readonly string[];
  /** What a right value looks like, for messages and the documentation. */
  readonly expects: string;
  parse(raw: string): Parsed<T>;
}

/** A value that is always there, because it has a default or is required. */
type Certain = { readonly default: string } | { readonly required: true };
export type Given<T, F> = F extends Certain ? T : T | undefined;
type Kind<T, F> = InputKind<Given<T, F>>;

const right = <T>(value: T): Parsed<T> => ({ ok: true, value });
const wrong = (problem: string): Parsed<never> => ({ ok: false, problem });

export interface TextFacts extends InputFacts {
  readonly pattern?: RegExp;
  readonly expects?: string;
}

export function text<const F extends TextFacts>(facts: F): Kind<string, F> {
  const { pattern, expects = 'text', ...rest } = facts as TextFacts;
  const parse = (raw: string) =>
    pattern === undefined || pattern.test(raw) ? right(raw) : wrong(`it must be ${expects}`);
  return { ...rest, kind: 'text', expects, parse } as Kind<string, F>;
}

/** Never printed, not even when it is wrong. */
export function secret<const F extends InputFacts>(facts: F): Kind<Secret, F> {
  return { ...facts, kind: 'secret', expects: 'a secret', parse: (raw: string) => right(new Secret(raw)) } as Kind<
    Secret,
    F
  >;
}

export function url<const F extends InputFacts>(facts: F): Kind<string, F> {
  return { ...facts, kind: 'url', expects: 'an https:// address without user and password', parse: parseUrl } as Kind<
    string,
    F
  >;
}

function parseUrl(raw: string): Parsed<string> {
  if (!URL.canParse(raw)) return wrong('it must be a whole address such as https://host/path');
  const parsed = new URL(raw);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return wrong('it must begin with https://');
  if (parsed.username !== '' || parsed.password !== '') {
    return wrong('it must not hold a user or password: addresses are logged; give them in their own inputs');
  }
  return right(raw.replace(/\/+$/, ''));
}

export function choice<const C extends readonly string[], const F extends InputFacts>(
  choices: C,
  facts: F,
): Kind<C[number], F> {
  const parse = (raw: string) =>
    choices.includes(raw) ? right(raw) : wrong(`it must be one of ${choices.join(', ')}`);
  return { ...facts, kind: 'choice', choices, expects: choices.join(', '), parse } as unknown as Kind<C[number], F>;
}

/** Only `true` and `false`, as in YAML 1.2: a typing error must not silently become false. */
export function boolean<const F extends InputFacts>(facts: F): Kind<boolean, F> {
  const parse = (raw: string) =>
    /^(true|false)$/i.test(raw) ? right(raw.toLowerCase() === 'true') : wrong('it must be true or false');
  return { ...facts, kind: 'boolean', expects: 'true or false', parse } as Kind<boolean, F>;
}

export interface IntegerFacts extends InputFacts {
  readonly min: number;
  readonly max: number;
}

export function integer<const F extends IntegerFacts>(facts: F): Kind<number, F> {
  const { min, max, ...rest } = facts;
  const expects = `a whole number from ${min} to ${max}`;
  const parse = (raw: string) => {
    const value = Number(raw);
    return /^-?\d+$/.test(raw) && value >= min && value <= max ? right(value) : wrong(`it must be ${expects}`);
  };
  return { ...rest, kind: 'integer', expects, parse } as unknown as Kind<number, F>;
}

/** Milliseconds. */
export function duration<const F extends InputFacts>(facts: F): Kind<number, F> {
  const parse = (raw: string) => {
    const ms = parseDuration(raw);
    return ms === undefined ? wrong('it must be a duration such as 90s, 5m or 1h') : right(ms);
  };
  return { ...facts, kind: 'duration', expects: 'a duration such as 90s or 5m', parse } as Kind<number, F>;
}

/** One item a line, or separated by commas; empty ones are left out. */
export function list<const F extends InputFacts>(facts: F): Kind<readonly string[], F> {
  const parse = (raw: string) =>
    right(
      raw
        .split(/[\n,]/)
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    );
  return { ...facts, kind: 'list', expects: 'a list, one item a line', parse } as unknown as Kind<readonly string[], F>;
}

/** `NAME=value`, one a line. The values are secrets as long as nobody says otherwise. */
export function pairs<const F extends InputFacts>(facts: F): Kind<ReadonlyMap<string, Secret>, F> {
  return { ...facts, kind: 'pairs', expects: 'NAME=value, one a line', parse: parsePairs } as unknown as Kind<
    ReadonlyMap<string, Secret>,
    F
  >;
}

function parsePairs(raw: string): Parsed<ReadonlyMap<string, Secret>> {
  const map = new Map<string, Secret>();
  for (const [index, line] of raw.split('\n').entries()) {
    if (line.trim() === '') continue;
    const match = /^\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(line.replace(/\r$/, ''));
    if (match === null) return wrong(`line ${index + 1} must be NAME=value`);
    const name = match[1] ?? '';
    if (map.has(name)) return wrong(`${name} is given twice`);
    map.set(name, new Secret(match[2] ?? ''));
  }
  return right(map);
}
