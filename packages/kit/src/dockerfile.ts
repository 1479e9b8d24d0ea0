import { posix } from 'node:path';

export interface Copy {
  /** Relative to the build context, as written; may hold glob characters. */
  readonly sources: readonly string[];
  /** Absolute path in the image; ends with a slash when it is a folder. */
  readonly target: string;
}

/** What the last stage of a Dockerfile takes from the build context. Earlier stages count too: they may hand it on. */
export function copiesOf(dockerfile: string): readonly Copy[] {
  const copies: Copy[] = [];
  let workdir = '/';
  for (const { keyword, rest } of instructionsOf(dockerfile)) {
    if (keyword === 'FROM') workdir = '/';
    if (keyword === 'WORKDIR') workdir = posix.resolve(workdir, rest);
    if (keyword !== 'COPY' && keyword !== 'ADD') continue;
    const copy = parseCopy(rest, workdir);
    if (copy !== undefined) copies.push(copy);
  }
  return copies;
}

export interface Instruction {
  /** In capitals. */
  readonly keyword: string;
  readonly rest: string;
}

export function instructionsOf(text: string): readonly Instruction[] {
  const lines = text
    .split(/\r?\n/)
    // Comments may stand inside a continued line.
    .filter((line) => !/^\s*(#|$)/.test(line))
    .join('\n')
    .replace(/\\[ \t]*\n/g, ' ')
    .split('\n');
  return lines.map((line) => {
    const [keyword = ''] = line.trim().split(/\s/, 1);
    return { keyword: keyword.toUpperCase(), rest: line.trim().slice(keyword.length).trim() };
  });
}

function parseCopy(rest: string, workdir: string): Copy | undefined {
  const flags = /^(--\S+\s+)*/.exec(rest)?.[0] ?? '';
  if (flags.includes('--from')) return undefined;
  const words = wordsOf(rest.slice(flags.length));
  const target = words.at(-1);
  if (target === undefined || words.length < 2) return undefined;
  const sources = words.slice(0, -1).filter((source) => !/^(https?:|git@|<<)/.test(source));
  const isFolder = target.endsWith('/') || words.length > 2;
  return { sources, target: `${posix.resolve(workdir, target)}${isFolder ? '/' : ''}` };
}

function wordsOf(text: string): readonly string[] {
  if (text.startsWith('[')) {
    try {
      const words: unknown = JSON.parse(text);
      if (Array.isArray(words)) return words.map(String);
    } catch {
      // Not the JSON form after all; Docker reads it as words then.
    }
  }
  return text.split(/\s+/).filter((word) => word !== '');
}
