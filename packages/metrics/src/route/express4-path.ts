import type { Layer } from './express-shape.js';

/** How path-to-regexp 0.1 ends the pattern of a mount: an optional slash, then a segment border. */
const MOUNT_END = '\\/?(?=\\/|$)';

/** path-to-regexp 0.1 joins the patterns of an array with "|"; each of them starts with "^". */
const BORDER = /\|(?=\^)/;

/** The patterns of a layer's paths, one each. Without the flags g and y, which would make matching remember. */
export function splitExpress4Pattern(regexp: RegExp): RegExp[] {
  const flags = regexp.flags.replace(/[gy]/g, '');
  return regexp.source.split(BORDER).map((source) => new RegExp(source, flags));
}

/**
 * The templates of a mount in Express 4, which keeps only the pattern that path-to-regexp 0.1 made of each:
 * `^\/t(?:\/([^/]+?))\/?(?=\/|$)` was "/t/:tenant". A pattern that somebody wrote stands for itself.
 */
export function readExpress4Templates({ regexp, keys = [] }: Layer): string[] {
  if (regexp === undefined) return [];
  const names = keys.map(({ name }) => (typeof name === 'number' ? '*' : `:${name}`));
  let used = 0;
  return regexp.source.split(BORDER).map((source) => {
    if (!source.startsWith('^') || !source.endsWith(MOUNT_END)) return String(regexp);
    const { template, groups } = rewriteGroups(source.slice(1, -MOUNT_END.length), names.slice(used));
    used += groups;
    return template;
  });
}

/** Puts back a parameter's name for each group and takes the escapes away. */
function rewriteGroups(
  source: string,
  names: readonly string[],
): { readonly template: string; readonly groups: number } {
  let template = '';
  let groups = 0;
  for (let at = 0; at < source.length; at++) {
    if (source[at] === '\\') template += source[++at] ?? '';
    else if (source[at] === '(') {
      const end = groupEnd(source, at);
      template += (source.startsWith('(?:\\/', at) ? '/' : '') + (names[groups++] ?? '*');
      at = end;
    } else template += source[at] ?? '';
  }
  return { template, groups };
}

/** The position of the parenthesis that closes the one at `start`. */
function groupEnd(source: string, start: number): number {
  let depth = 0;
  let isClass = false;
  for (let at = start; at < source.length; at++) {
    const char = source[at];
    if (char === '\\') at++;
    else if (char === '[') isClass = true;
    else if (char === ']') isClass = false;
    else if (!isClass && char === '(') depth++;
    else if (!isClass && char === ')' && --depth === 0) return at;
  }
  return source.length;
}
