import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const NAMES = ['output', 'env', 'path', 'step_summary', 'state'] as const;
export type FileCommandName = (typeof NAMES)[number];

/** The files that a step writes its results to, one set for each step. */
export type FileCommands = {
  readonly env: Readonly<Record<string, string>>;
  read(name: FileCommandName): Promise<string>;
};

export async function createFileCommands(folder: string, step: string): Promise<FileCommands> {
  await mkdir(folder, { recursive: true });
  const fileOf = (name: FileCommandName): string => path.join(folder, `${name}_${step}`);
  await Promise.all(NAMES.map(async (name) => await writeFile(fileOf(name), '')));
  return {
    env: Object.fromEntries(NAMES.map((name) => [`GITHUB_${name.toUpperCase()}`, fileOf(name)])),
    read: async (name) => await readFile(fileOf(name), 'utf8'),
  };
}

/** `name=value` lines and `name<<END` … `END` blocks; anything else is an error of the step. */
export function parsePairs(text: string): Record<string, string> {
  const lines = text.split(/\r?\n/);
  const pairs: [string, string][] = [];
  while (lines.length > 0) {
    const line = lines.shift() ?? '';
    const pair = line === '' ? undefined : pairFrom(line, lines);
    pairs.push(...(pair === undefined ? [] : [pair]));
  }
  return Object.fromEntries(pairs);
}

/** Takes the lines of a block off the front of `rest`. */
function pairFrom(line: string, rest: string[]): [string, string] {
  const equals = line.indexOf('=');
  const heredoc = line.indexOf('<<');
  if (equals > 0 && (heredoc < 0 || equals < heredoc)) {
    return [line.slice(0, equals), line.slice(equals + 1)];
  }
  if (heredoc <= 0) {
    throw new Error(`Invalid format '${line}'`);
  }
  const delimiter = line.slice(heredoc + 2);
  const end = rest.indexOf(delimiter);
  if (delimiter === '' || end < 0) {
    throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
  }
  const value = rest
    .splice(0, end + 1)
    .slice(0, -1)
    .join('\n');
  return [line.slice(0, heredoc), value];
}
