import { COMMAND_FLAGS, type CommandName, isCommandName } from './flags/command-flags.js';
import { FlyctlError } from './flyctl-error.js';

const GROUP_ALIASES: Readonly<Record<string, string>> = {
  app: 'apps',
  machines: 'machine',
  m: 'machine',
  img: 'image',
  ip: 'ips',
  vol: 'volumes',
  volume: 'volumes',
  v: 'volumes',
};

const COMMAND_ALIASES: Readonly<Record<string, CommandName>> = {
  'apps ls': 'apps list',
  'apps delete': 'apps destroy',
  'apps remove': 'apps destroy',
  'apps rm': 'apps destroy',
  'secrets ls': 'secrets list',
  'machine ls': 'machine list',
  'machine remove': 'machine destroy',
  'machine rm': 'machine destroy',
  'checks ls': 'checks list',
  'ips ls': 'ips list',
  'volumes ls': 'volumes list',
  'config display': 'config show',
};

export type Found =
  | { readonly kind: 'command'; readonly name: CommandName; readonly rest: readonly string[] }
  | { readonly kind: 'help'; readonly name: string };

/** The longest known name wins. A group asked for something it has not prints its help, and that is no failure. */
export function findCommand(argv: readonly string[]): Found {
  const [first = '', ...others] = argv;
  const group = GROUP_ALIASES[first] ?? first;
  const words = [group, ...others];
  for (let count = Math.min(words.length, 3); count > 0; count -= 1) {
    const written = words.slice(0, count).join(' ');
    const name = COMMAND_ALIASES[written] ?? written;
    if (isCommandName(name)) return { kind: 'command', name, rest: argv.slice(count) };
  }
  if (Object.keys(COMMAND_FLAGS).some((name) => name.startsWith(`${group} `))) return { kind: 'help', name: group };
  if (first.startsWith('--')) throw new FlyctlError(`unknown flag: ${first}`);
  if (first.startsWith('-')) throw new FlyctlError(`unknown shorthand flag: '${first.slice(1, 2)}' in ${first}`);
  throw new FlyctlError(`unknown command "${first}" for "flyctl"`);
}
