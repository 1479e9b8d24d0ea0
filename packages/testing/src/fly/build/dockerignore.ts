import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Rule {
  readonly pattern: RegExp;
  readonly keeps: boolean;
}

/** Tells which paths of a build context are left out; a path is relative to the context, with slashes. */
export type IsIgnored = (file: string) => boolean;

export function readDockerignore(context: string, dockerfile: string): IsIgnored {
  const text = readIfThere(`${dockerfile}.dockerignore`) ?? readIfThere(path.join(context, '.dockerignore')) ?? '';
  return parseDockerignore(text);
}

/** The last rule that matches a path or one of its parents decides, as in Docker. */
export function parseDockerignore(text: string): IsIgnored {
  const rules = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(ruleFrom);
  return (file) => rules.reduce((ignored, rule) => (rule.pattern.test(file) ? !rule.keeps : ignored), false);
}

function ruleFrom(line: string): Rule {
  const keeps = line.startsWith('!');
  const cleaned = path.posix.normalize(line.replace(/^!/, '').trim()).replace(/^\/+|\/+$/g, '');
  return { keeps, pattern: new RegExp(`^${globSource(cleaned)}(/.*)?$`) };
}

/** Go's filepath.Match with Docker's `**`, as the source of a regular expression. */
export function globSource(glob: string): string {
  return glob
    .split(/(\*\*\/|\*\*|\*|\?|\[\^?[^\]\\]+\])/)
    .map((part) => GLOB_PARTS[part] ?? (isClass(part) ? part : part.replace(/[.+^${}()|[\]\\]/g, '\\$&')))
    .join('');
}

/** Brackets that are no class, such as `[z-a]`, stand for themselves. */
function isClass(part: string): boolean {
  try {
    return /^\[.+\]$/s.test(part) && new RegExp(part) !== undefined;
  } catch {
    return false;
  }
}

const GLOB_PARTS: Readonly<Record<string, string>> = { '**/': '(.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
