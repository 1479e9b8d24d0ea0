/** One instruction of a Dockerfile, its keyword in capitals, continuation lines joined. */
export interface Instruction {
  readonly keyword: string;
  readonly rest: string;
}

export interface Stage {
  readonly from: string;
  readonly name: string | undefined;
  readonly instructions: readonly Instruction[];
}

export interface Dockerfile {
  /** ARG lines before the first FROM. */
  readonly globalArgs: readonly Instruction[];
  readonly stages: readonly Stage[];
}

export function parseDockerfile(text: string): Dockerfile {
  const globalArgs: Instruction[] = [];
  const stages: { from: string; name: string | undefined; instructions: Instruction[] }[] = [];
  for (const instruction of instructionsOf(text)) {
    const stage = stages.at(-1);
    if (instruction.keyword === 'FROM') stages.push({ ...parseFrom(instruction.rest), instructions: [] });
    else if (stage === undefined) globalArgs.push(instruction);
    else stage.instructions.push(instruction);
  }
  return { globalArgs, stages };
}

function instructionsOf(text: string): readonly Instruction[] {
  const lines = joinedLines(withoutHeredocs(text));
  return lines.map((line) => {
    const [keyword = ''] = line.split(/\s+/, 1);
    return { keyword: keyword.toUpperCase(), rest: line.slice(keyword.length).trim() };
  });
}

/** A RUN <<EOF block is never interpreted here, so that its lines only must not be taken for instructions. */
function withoutHeredocs(text: string): string {
  return text.replace(/^(RUN[^\n]*)<<-?["']?(\w+)["']?[^\n]*\n[\s\S]*?\n\2\s*$/gm, '$1');
}

function joinedLines(text: string): readonly string[] {
  const joined: string[] = [];
  let open = '';
  for (const line of text.split(/\r?\n/)) {
    // Comment lines and empty lines are allowed inside a continued instruction.
    if (/^\s*(#|$)/.test(line)) continue;
    if (/\\\s*$/.test(line)) open += `${line.replace(/\\\s*$/, '')} `;
    else {
      joined.push((open + line).trim());
      open = '';
    }
  }
  return open === '' ? joined : [...joined, open.trim()];
}

function parseFrom(rest: string): { from: string; name: string | undefined } {
  const words = rest.split(/\s+/).filter((word) => !word.startsWith('--'));
  const [from = '', as, name] = words;
  return { from, name: as?.toLowerCase() === 'as' ? name : undefined };
}

/** The words of an exec form (["a","b"]), or undefined for the shell form. */
export function execForm(rest: string): readonly string[] | undefined {
  if (!rest.startsWith('[')) return undefined;
  try {
    const words: unknown = JSON.parse(rest);
    return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : undefined;
  } catch {
    return undefined;
  }
}

/** Words of ENV and LABEL lines: quotes group, a backslash escapes. */
export function shellWords(text: string): readonly string[] {
  const words = text.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/g) ?? [];
  return words.map((word) =>
    word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g, (_all, double, single) => String(double ?? single)),
  );
}

/** Replaces $NAME, ${NAME}, ${NAME:-word} and ${NAME:+word}. */
export function substitute(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\\\$|\$(?:(\w+)|\{(\w+)(?::([-+])([^}]*))?\})/g, (all, plain, braced, operator, word) => {
    if (all === '\\$') return '$';
    const value = values.get(String(plain ?? braced)) ?? '';
    if (operator === '-') return value === '' ? String(word) : value;
    if (operator === '+') return value === '' ? '' : String(word);
    return value;
  });
}
