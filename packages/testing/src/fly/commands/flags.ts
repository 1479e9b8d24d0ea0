import { FlyctlError } from './flyctl-error.js';

/** switch: true/false; text: the last value wins; list: repeatable; optional: a word only after "=". */
export type FlagKind = 'switch' | 'text' | 'list' | 'optional';

/** Keys are `long` or `long,s` with the one-letter form. */
export type FlagSpec = Readonly<Record<string, FlagKind>>;

export interface Flags {
  readonly args: readonly string[];
  text(name: string): string | undefined;
  list(name: string): readonly string[];
  isOn(name: string): boolean | undefined;
}

interface KnownFlag {
  readonly name: string;
  readonly kind: FlagKind;
}

export const GLOBAL_FLAGS: FlagSpec = {
  'access-token,t': 'text',
  verbose: 'switch',
  debug: 'switch',
  'help,h': 'switch',
};

const TRUE_WORDS = new Set(['1', 't', 'T', 'true', 'TRUE', 'True']);
const FALSE_WORDS = new Set(['0', 'f', 'F', 'false', 'FALSE', 'False']);

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
    for (const [key, kind] of Object.entries(spec)) {
      const [name = key, letter] = key.split(',');
      this.#long.set(name, { name, kind });
      if (letter !== undefined) this.#short.set(letter, { name, kind });
    }
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
    this.#store(flag, cut < 0 ? undefined : word.slice(cut + 1));
  }

  #readShort(letters: string): void {
    const flag = this.#short.get(letters.slice(0, 1));
    if (flag === undefined) throw new FlyctlError(`unknown shorthand flag: '${letters.slice(0, 1)}' in -${letters}`);
    const rest = letters.slice(1);
    if (rest === '') this.#store(flag, undefined);
    else if ((flag.kind !== 'switch' && flag.kind !== 'optional') || rest.startsWith('='))
      this.#store(flag, rest.replace(/^=/, ''));
    else {
      this.#store(flag, undefined);
      this.#readShort(rest);
    }
  }

  #store(flag: KnownFlag, given: string | undefined): void {
    if (flag.kind === 'switch') this.#storeSwitch(flag, given ?? 'true');
    else this.#storeText(flag, given);
  }

  #storeText(flag: KnownFlag, given: string | undefined): void {
    const value = given ?? (flag.kind === 'optional' ? 'true' : this.#rest.shift());
    if (value === undefined) throw new FlyctlError(`flag needs an argument: --${flag.name}`);
    this.values.set(flag.name, [...(this.values.get(flag.name) ?? []), value]);
  }

  #storeSwitch(flag: KnownFlag, word: string): void {
    if (!TRUE_WORDS.has(word) && !FALSE_WORDS.has(word)) {
      const why = `strconv.ParseBool: parsing "${word}": invalid syntax`;
      throw new FlyctlError(`invalid argument "${word}" for "--${flag.name}" flag: ${why}`);
    }
    this.switches.set(flag.name, TRUE_WORDS.has(word));
  }
}
