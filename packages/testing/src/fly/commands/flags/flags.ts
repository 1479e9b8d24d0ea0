import { FlyctlError } from '../flyctl-error.js';
import type { FlagKind } from './flag-kind.js';
import { complaintOf } from './flag-values.js';

export interface FlagDetails {
  readonly kind: FlagKind;
  /** Not shown by --help. */
  readonly hidden?: true;
  /** Other names in the form of a key, never shown. */
  readonly aliases?: readonly string[];
}

/** Keys are `long` or `long,s` with the one-letter form. */
export type FlagSpec = Readonly<Record<string, FlagKind | FlagDetails>>;

export interface Flags {
  readonly args: readonly string[];
  text(name: string): string | undefined;
  list(name: string): readonly string[];
  isOn(name: string): boolean | undefined;
}

export interface KnownFlag {
  readonly name: string;
  readonly short: string | undefined;
  readonly kind: FlagKind;
  readonly hidden: boolean;
  readonly aliases: readonly string[];
}

export const GLOBAL_FLAGS: FlagSpec = {
  'access-token,t': 'text',
  verbose: 'switch',
  debug: 'switch',
  'help,h': 'switch',
};

export function knownFlags(spec: FlagSpec): readonly KnownFlag[] {
  return Object.entries(spec).map(([key, given]) => {
    const [name, short] = splitKey(key);
    const details: FlagDetails = typeof given === 'string' ? { kind: given } : given;
    return { name, short, kind: details.kind, hidden: details.hidden === true, aliases: details.aliases ?? [] };
  });
}

/** Parses arguments by the rules of Go's pflag, with its error texts. */
export function parseFlags(argv: readonly string[], spec: FlagSpec): Flags {
  const parser = new FlagParser(argv, { ...GLOBAL_FLAGS, ...spec });
  parser.run();
  return {
    args: parser.args,
    text: (name) => parser.values.get(name)?.at(-1),
    list: (name) => parser.values.get(name) ?? [],
    isOn: (name) => parser.switches.get(name),
  };
}

class FlagParser {
  readonly args: string[] = [];
  readonly values = new Map<string, string[]>();
  readonly switches = new Map<string, boolean>();
  readonly #rest: string[];
  readonly #long = new Map<string, KnownFlag>();
  readonly #short = new Map<string, KnownFlag>();

  constructor(argv: readonly string[], spec: FlagSpec) {
    this.#rest = [...argv];
    for (const flag of knownFlags(spec)) {
      this.#know(flag, flag.name, flag.short);
      for (const alias of flag.aliases) this.#know(flag, ...splitKey(alias));
    }
  }

  #know(flag: KnownFlag, name: string, short: string | undefined): void {
    this.#long.set(name, flag);
    if (short !== undefined) this.#short.set(short, flag);
  }

  run(): void {
    for (let word = this.#rest.shift(); word !== undefined; word = this.#rest.shift()) {
      if (word === '--') this.args.push(...this.#rest.splice(0));
      else if (word.startsWith('--')) this.#readLong(word.slice(2));
      else if (word.startsWith('-') && word.length > 1) this.#readShort(word.slice(1));
      else this.args.push(word);
    }
  }

  #readLong(word: string): void {
    const cut = word.indexOf('=');
    const name = cut < 0 ? word : word.slice(0, cut);
    const flag = this.#long.get(name);
    if (flag === undefined) throw new FlyctlError(`unknown flag: --${name}`);
    this.#store(flag, cut < 0 ? undefined : word.slice(cut + 1), `--${name}`);
  }

  #readShort(letters: string): void {
    const letter = letters.slice(0, 1);
    const flag = this.#short.get(letter);
    if (flag === undefined) throw new FlyctlError(`unknown shorthand flag: '${letter}' in -${letters}`);
    const rest = letters.slice(1);
    const seenAs = `'${letter}' in -${letters}`;
    if (rest === '') this.#store(flag, undefined, seenAs);
    else if ((flag.kind !== 'switch' && flag.kind !== 'optional') || rest.startsWith('='))
      this.#store(flag, rest.replace(/^=/, ''), seenAs);
    else {
      this.#store(flag, undefined, seenAs);
      this.#readShort(rest);
    }
  }

  #store(flag: KnownFlag, given: string | undefined, seenAs: string): void {
    const whenAlone = flag.kind === 'switch' || flag.kind === 'optional' ? 'true' : this.#takeNext(given);
    const value = given ?? whenAlone;
    if (value === undefined) throw new FlyctlError(`flag needs an argument: ${seenAs}`);
    const complaint = complaintOf(flag.kind, value);
    if (complaint !== undefined)
      throw new FlyctlError(`invalid argument "${value}" for "${nameOf(flag)}" flag: ${complaint}`);
    this.#keep(flag, value);
  }

  #takeNext(given: string | undefined): string | undefined {
    return given === undefined ? this.#rest.shift() : undefined;
  }

  #keep(flag: KnownFlag, value: string): void {
    if (flag.kind === 'switch') {
      this.switches.set(flag.name, ['1', 't', 'T', 'true', 'TRUE', 'True'].includes(value));
      return;
    }
    const added = flag.kind === 'slice' ? value.split(',') : [value];
    this.values.set(flag.name, [...(this.values.get(flag.name) ?? []), ...added]);
  }
}

function splitKey(key: string): [string, string | undefined] {
  const [name = key, short] = key.split(',');
  return [name, short];
}

function nameOf(flag: KnownFlag): string {
  return flag.short === undefined ? `--${flag.name}` : `-${flag.short}, --${flag.name}`;
}
