import type { InputSpec } from '@fly-monitoring/kit';

/** Where the value of a secret comes from: never from the command line itself, which every user of the machine can read. */
export type SecretSource =
  | { readonly kind: 'environment'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'stdin' };

export interface ParsedFlags {
  readonly given: Readonly<Record<string, string>>;
  readonly secretSources: Readonly<Record<string, SecretSource>>;
  /** `watch`: how often; empty for the usual. Undefined: once. */
  readonly wants: { readonly help: boolean; readonly json: boolean; readonly watch: string | undefined };
  readonly problems: readonly string[];
}

/** Of the command line itself; all others are inputs of a stage. */
const ownFlags: ReadonlySet<string> = new Set(['help', 'json', 'watch']);

interface Flag {
  readonly name: string;
  /** Undefined when the flag stands alone. */
  readonly value: string | undefined;
}

/** Flags are the inputs' names: `--wait-timeout 5m`, `--wait-timeout=5m`, `--dry-run`. A list's flag may be repeated. */
export function parseFlags(args: readonly string[], spec: InputSpec): ParsedFlags {
  const given: Record<string, string> = {};
  const secretSources: Record<string, SecretSource> = {};
  const problems: string[] = [];
  const flags = readFlags(args, spec, problems);
  for (const { name, value } of flags) {
    if (ownFlags.has(name)) continue;
    const kind = spec[name]?.kind;
    if (kind === 'secret' || kind === 'pairs') {
      const source = secretSource(value ?? '');
      if (source === undefined) problems.push(secretInArguments(name, spec[name]?.environment));
      else secretSources[name] = source;
    } else if (value === undefined && kind !== 'boolean') problems.push(`--${name} needs a value.`);
    else if (kind === 'list' && given[name] !== undefined) given[name] += `\n${value}`;
    else given[name] = value ?? 'true';
  }
  const has = (name: string) => flags.some((flag) => flag.name === name);
  const watch = flags.find(({ name }) => name === 'watch');
  const wants = { help: has('help'), json: has('json'), watch: watch && (watch.value ?? '') };
  return { given, secretSources, wants, problems };
}

function readFlags(args: readonly string[], spec: InputSpec, problems: string[]): readonly Flag[] {
  const flags: Flag[] = [];
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? '';
    const match = /^--([a-z][a-z0-9-]*)(?:=(.*))?$/s.exec(argument === '-h' ? '--help' : argument);
    if (match === null) {
      problems.push(`"${argument}" is not a flag; flags begin with --.`);
      continue;
    }
    const name = match[1] ?? '';
    const next = args[index + 1];
    const standsAlone = name === 'help' || name === 'json' || spec[name]?.kind === 'boolean';
    if (match[2] !== undefined) flags.push({ name, value: match[2] });
    else if (standsAlone || next === undefined || next.startsWith('--')) flags.push({ name, value: undefined });
    else {
      flags.push({ name, value: next });
      index++;
    }
  }
  return flags;
}

function secretSource(value: string): SecretSource | undefined {
  if (value === '-') return { kind: 'stdin' };
  const match = /^(env|file):(.+)$/.exec(value);
  if (match === null) return undefined;
  const rest = match[2] ?? '';
  return match[1] === 'env' ? { kind: 'environment', name: rest } : { kind: 'file', path: rest };
}

function secretInArguments(name: string, environment: string | undefined): string {
  const set = environment === undefined ? '' : ` Set ${environment} in the environment, or`;
  return `--${name} is a secret and must not stand on the command line.${set} write --${name} env:NAME, file:PATH or - (standard input).`;
}
