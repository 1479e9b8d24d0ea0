/**
 * How GitHub's runner finds commands in what a step prints, after actions/runner 258d6c8: ProcessInvoker.cs reads
 * lines, ActionCommand.cs parses them (TryParseV2, then TryParse), ActionCommandManager.cs knows the names.
 */
export type RunnerCommand = {
  /** In lower case: the runner's names have no case. */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
};

const NAMES: ReadonlySet<string> = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]);

/** What .NET's TrimStart takes away (Char.IsWhiteSpace): not the same as JavaScript's `\s`. */
const BLANKS = /^[\t-\r\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** StreamReader.ReadLine knows these three line ends only. */
export function runnerLines(printed: string): readonly string[] {
  return printed.split(/\r\n|\r|\n/);
}

/** Undefined for a line that is none. `token`: what ends `stop-commands` is a name of its own while that is on. */
export function parseRunnerCommand(line: string, token?: string): RunnerCommand | undefined {
  return parseDoubleColon(line.replace(BLANKS, ''), token) ?? parseBracket(line, token);
}

function parseDoubleColon(line: string, token: string | undefined): RunnerCommand | undefined {
  const end = line.indexOf('::', 2);
  if (!line.startsWith('::') || end < 0) {
    return undefined;
  }
  const known = nameIn(line.slice(2, end), token);
  return known && { ...commandOf(known, ',', PROPERTY), data: decoded(line.slice(end + 2), DATA) };
}

/** The older form, anywhere in a line. */
function parseBracket(line: string, token: string | undefined): RunnerCommand | undefined {
  const start = line.indexOf('##[');
  const end = line.indexOf(']', start);
  if (start < 0 || end < 0) {
    return undefined;
  }
  const known = nameIn(line.slice(start + 3, end), token);
  return known && { ...commandOf(known, ';', BRACKET), data: decoded(line.slice(end + 1), BRACKET) };
}

type NameAndProperties = { readonly name: string; readonly properties: string };

function nameIn(text: string, token: string | undefined): NameAndProperties | undefined {
  const space = text.indexOf(' ');
  const name = (space < 0 ? text : text.slice(0, space)).toLowerCase();
  const properties = space < 0 ? '' : text.slice(space + 1).trim();
  return NAMES.has(name) || name === token?.toLowerCase() ? { name, properties } : undefined;
}

type Escapes = Readonly<Record<string, string>>;

const DATA: Escapes = { '%0D': '\r', '%0A': '\n', '%25': '%' };
const PROPERTY: Escapes = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' };
const BRACKET: Escapes = { '%3B': ';', '%0D': '\r', '%0A': '\n', '%5D': ']', '%25': '%' };

function commandOf({ name, properties }: NameAndProperties, separator: string, escapes: Escapes) {
  const pairs = properties.split(separator).flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 && at < pair.length - 1 ? [[pair.slice(0, at), decoded(pair.slice(at + 1), escapes)]] : [];
  });
  return { name, properties: Object.fromEntries(pairs) as Record<string, string> };
}

/** One after the other as the runner does, so that `%250A` becomes a line break no more than there. */
function decoded(text: string, escapes: Escapes): string {
  return Object.entries(escapes).reduce((out, [code, character]) => out.replaceAll(code, character), text);
}
