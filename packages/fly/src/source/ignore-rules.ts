import { posix } from 'node:path';
import { compileIgnorePattern, type PathTest } from './ignore-pattern.js';

interface Rule {
  /** Written with `!`: it takes paths back in. */
  readonly isException: boolean;
  readonly pattern: string;
  readonly matches: PathTest;
}

/** The rules of one ignore file, in their order. */
export type IgnoreRules = readonly Rule[];

/** Both builders refuse such a file. */
export interface BadIgnoreFile {
  readonly badPattern: string;
}

/** What the rules say of a path; its children need `matched`, because a rule that matches a folder matches all below. */
export interface IgnoreVerdict {
  readonly isIgnored: boolean;
  /** For each rule. */
  readonly matched: readonly boolean[];
}

/** Reads the lines as moby's ignorefile.ReadAll and patternmatcher.New do (moby/patternmatcher v0.6.1). */
export function parseIgnoreRules(text: string): IgnoreRules | BadIgnoreFile {
  const rules: Rule[] = [];
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const rule = parseRule(line.trim());
    if (rule === undefined) return { badPattern: line.trim() };
    rules.push(rule);
  }
  return rules;
}

function parseRule(line: string): Rule | undefined {
  const isMarked = line.startsWith('!');
  const written = isMarked ? line.slice(1).trim() : line;
  const relative = written === '' ? '' : cleanPath(written).replace(/^\/(?=.)/, '');
  // patternmatcher cleans once more, together with the mark: of "!../../a" only "a" is left, and it is no exception.
  const cleaned = cleanPath(isMarked ? `!${relative}` : relative);
  if (cleaned === '!') return undefined;
  const isException = cleaned.startsWith('!');
  const pattern = isException ? cleaned.slice(1) : cleaned;
  const matches = compileIgnorePattern(pattern);
  return matches === undefined ? undefined : { isException, pattern, matches };
}

/** Go's path.Clean. */
function cleanPath(path: string): string {
  const normal = posix.normalize(path);
  return normal.length > 1 ? normal.replace(/\/$/, '') : normal;
}

/**
 * The last rule that changes something decides. `parent` is the verdict on the folder above; the walk over the context
 * goes from the top, as that of both builders does (patternmatcher's MatchesUsingParentResults).
 */
export function judgePath(rules: IgnoreRules, path: string, parent: IgnoreVerdict | undefined): IgnoreVerdict {
  let isIgnored = false;
  const matched = rules.map((rule, index) => {
    const isMatch = parent?.matched[index] === true || (rule.isException === isIgnored && rule.matches(path));
    if (isMatch) isIgnored = !rule.isException;
    return isMatch;
  });
  return { isIgnored, matched };
}

/** Whether an exception may match something below an ignored folder; else the folder need not be read. */
export function mayHoldExceptions(rules: IgnoreRules, folder: string): boolean {
  const start = `${folder}/`;
  return rules.some(({ isException, pattern }) => {
    const [fixed = ''] = /^[^*?[\\^]*/.exec(pattern) ?? [];
    return isException && (fixed.startsWith(start) || (fixed.length < pattern.length && start.startsWith(fixed)));
  });
}
