/** Of a path that is relative to the build context, with slashes. */
export type PathTest = (path: string) => boolean;

/** In a regular expression of Go `.` is anything but a line break; in JavaScript it is less. */
const anything = '[^\\n]*';

/**
 * One pattern of an ignore file, cleaned and without `!`, as moby's patternmatcher v0.6.1 compiles it: `*` and `?` stay
 * within a folder, `**` goes over any number of them. Undefined for what it refuses, and for forms that Go's regular
 * expressions read in a way of their own.
 */
export function compileIgnorePattern(pattern: string): PathTest | undefined {
  if (!/[*?[\]\\]/.test(pattern)) return (path) => path === pattern;
  // These two are compared as plain text: `**foo` also matches `a/xfoo`, and `foo**` also `foobar/a`.
  const [, suffix] = /^\*\*([^*?[\]\\]*)$/.exec(pattern) ?? [];
  if (suffix !== undefined) return (path) => path.endsWith(suffix) || suffix === `/${path}`;
  const [, prefix] = /^([^*?[\]\\]+)\*\*$/.exec(pattern) ?? [];
  if (prefix !== undefined) return (path) => path.startsWith(prefix);
  return expressionOf(pattern);
}

/** A class may hold anything but what Go would read as a wildcard, a class by name or an escape. */
const tokens = /\*\*\/?|\*|\?|\[\^?[^\]\][*?\\/]+\]|\\[^\w]|[^\]\\[*?]/guy;

function expressionOf(pattern: string): PathTest | undefined {
  const parts = pattern.match(tokens) ?? [];
  if (parts.join('') !== pattern) return undefined;
  try {
    const expression = new RegExp(
      `^${parts.map((part, index) => sourceOf(part, index === parts.length - 1)).join('')}$`,
      'u',
    );
    return (path) => expression.test(path);
  } catch {
    return undefined;
  }
}

function sourceOf(part: string, isLast: boolean): string {
  if (part.startsWith('**')) return isLast ? anything : `(${anything}/)?`;
  if (part === '*') return '[^/]*';
  if (part === '?') return '[^/]';
  // A caret is not escaped by the builders: in an expression it stands for the beginning.
  if (part === '^') return '^';
  if (part.startsWith('[')) return part;
  return (part.startsWith('\\') ? part.slice(1) : part).replace(/[.+()|{}$^*?[\]\\/]/g, '\\$&');
}
