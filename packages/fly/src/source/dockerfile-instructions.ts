export interface DockerInstruction {
  /** In capitals. */
  readonly keyword: string;
  /** Its words, without heredocs; the JSON form is read as words too. */
  readonly words: readonly string[];
}

export interface ReadDockerfile {
  /** Image of the frontend that reads the file, from its first lines. */
  readonly syntax: string | undefined;
  readonly instructions: readonly DockerInstruction[];
}

/** What BuildKit's parser (v0.32) makes of a Dockerfile, as far as it is needed to know what is fetched from elsewhere. */
export function readDockerfile(text: string): ReadDockerfile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const directives = directivesOf(lines);
  const continued = directives.get('escape') === '`' ? '`' : '\\';
  return { syntax: directives.get('syntax')?.split(' ')[0], instructions: [...instructionsOf(lines, continued)] };
}

/** Only at the very top: the first line that is something else ends them. */
function directivesOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const directives = new Map<string, string>();
  for (const line of lines[0]?.startsWith('#!') ? lines.slice(1) : lines) {
    const [, name = '', value = ''] = /^(?:#|\/\/)\s*(syntax|escape|check)\s*=\s*(.+?)\s*$/i.exec(line) ?? [];
    if (name === '') break;
    directives.set(name.toLowerCase(), value);
  }
  return directives;
}

function* instructionsOf(lines: readonly string[], continued: string): Generator<DockerInstruction> {
  for (let at = 0; at < lines.length; ) {
    const { text, next } = wholeLine(lines, { at, continued });
    at = next;
    const [keyword = '', ...words] = wordsOf(text);
    if (keyword === '') continue;
    if (/^(RUN|COPY|ADD)$/i.test(keyword)) at = afterHeredocs(lines, { at, words });
    yield { keyword: keyword.toUpperCase(), words };
  }
}

/** In the JSON form `["a", "b"]` the signs between the words are no part of them. */
function wordsOf(text: string): readonly string[] {
  const isJson = /^\S+\s+(--\S+\s+)*\[/.test(text);
  const words = text.split(isJson ? /[\s[\],"]+/ : /\s+/).filter((word) => word !== '');
  return words.map((word) => word.replace(/^(['"])(.*)\1$/, '$2'));
}

interface Place {
  /** Index of a line. */
  readonly at: number;
}

/** With the lines that continue it; empty lines and comments between them do not end it. */
function wholeLine(
  lines: readonly string[],
  { at, continued }: Place & { readonly continued: string },
): { readonly text: string; readonly next: number } {
  let text = '';
  for (let next = at; next < lines.length; next++) {
    const line = lines[next] ?? '';
    if (/^\s*(#|$)/.test(line)) {
      if (text === '') return { text, next: next + 1 };
      continue;
    }
    const trimmed = line.trimEnd();
    if (!trimmed.endsWith(continued)) return { text: `${text}${line}`.trim(), next: next + 1 };
    text += trimmed.slice(0, -1);
  }
  return { text: text.trim(), next: lines.length };
}

/** `<<EOF` is a heredoc only when its end is there: `1<<2` in a command is none. */
function afterHeredocs(lines: readonly string[], { at, words }: Place & { readonly words: readonly string[] }): number {
  let next = at;
  for (const word of words) {
    const [, name] = /^\d*<<-?['"]?([A-Za-z_]\w*)['"]?$/.exec(word) ?? [];
    const end =
      name === undefined ? -1 : lines.findIndex((line, index) => index >= next && line.replace(/^\t+/, '') === name);
    if (end >= 0) next = end + 1;
  }
  return next;
}
