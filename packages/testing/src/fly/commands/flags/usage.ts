import { COMMAND_FLAGS, type CommandName } from './command-flags.js';
import { type KnownFlag, knownFlags } from './flags.js';

const TYPE_WORDS: Readonly<Record<KnownFlag['kind'], string>> = {
  switch: '',
  text: ' string',
  int: ' int',
  float: ' float',
  duration: ' duration',
  list: ' stringArray',
  slice: ' strings',
  optional: ' string[="true"]',
};

/** What --help prints: the flags that are not hidden, in the order of the alphabet. */
export function usage(name: CommandName): string {
  const shown = [...knownFlags(COMMAND_FLAGS[name]), ...knownFlags({ 'help,h': 'switch' })]
    .filter(({ hidden }) => !hidden)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return `Usage:\n  flyctl ${name} [flags]\n\nFlags:\n${shown.map(flagLine).join('')}`;
}

function flagLine({ short, name, kind }: KnownFlag): string {
  const letter = short === undefined ? '   ' : `-${short},`;
  return `  ${letter} --${name}${TYPE_WORDS[kind]}\n`;
}

export function groupHelp(group: string): string {
  const inside = Object.keys(COMMAND_FLAGS).filter((name) => name.startsWith(`${group} `));
  const names = inside.map((name) => `  ${name.slice(group.length + 1)}\n`).join('');
  return `Usage:\n  flyctl ${group} [command]\n\nAvailable Commands:\n${names}`;
}
