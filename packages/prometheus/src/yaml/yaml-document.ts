import { type Alias, type Document, isScalar, Lexer, type Node, parseAllDocuments } from 'yaml';

/**
 * The first document of a text, whose scalars are all texts as written; undefined for an empty text. Offsets are those of
 * the text. It is read as leniently as libyaml does where that matters to people: the lines of a `[` or `{` collection
 * may be indented in any way, and a comment may stand right behind a quote.
 */
export function parseYamlDocument(text: string): Document.Parsed | undefined {
  const documents = parseAllDocuments(joinFlowLines(text), {
    schema: 'failsafe',
    version: '1.1',
    uniqueKeys: isSameKey,
  });
  const document = Array.isArray(documents) ? documents[0] : undefined;
  if (document === undefined) return undefined;
  document.errors = document.errors.filter(({ message }) => !message.startsWith('Comments must be separated'));
  return document;
}

/** The node that an alias stands for. */
export function resolveAlias(alias: Alias, document: Document): Node | undefined {
  return alias.resolve(document);
}

export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
}

/** A mapping may have several merge keys. */
function isSameKey(one: unknown, other: unknown): boolean {
  return isScalar(one) && isScalar(other) && one.value === other.value && !isMergeKey(one);
}

/** Each costs one more reading of the text. */
const mostJoins = 500;

function joinFlowLines(text: string): string {
  let joined = text;
  for (let joins = 0; joins < mostJoins; joins += 1) {
    const gap = gapInFlow(joined);
    if (gap === undefined) return joined;
    // Spaces in place of a comment and the end of its line keep all offsets.
    joined = joined.slice(0, gap.start) + ' '.repeat(gap.end - gap.start) + joined.slice(gap.end);
  }
  return joined;
}

interface Gap {
  readonly start: number;
  readonly end: number;
}

/** What the lexer writes where a line is indented too little for the collection it stands in, and before each scalar. */
const endOfFlow = '\x18';
const beforeScalar = '\x1f';
const marks = new Set(['\x02', beforeScalar]);
const isSpace = /^(?:[ \t\r\n]|#)/;

/** The space and the comments before the first line that is indented too little. */
function gapInFlow(text: string): Gap | undefined {
  let end = 0;
  let start = 0;
  let last = '';
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === endOfFlow) return isLineEnd(text, { start, end }) ? { start, end } : undefined;
    if (!marks.has(lexeme)) {
      end += lexeme.length;
      if (last === beforeScalar || !isSpace.test(lexeme)) start = end;
    }
    last = lexeme;
  }
  return undefined;
}

function isLineEnd(text: string, { start, end }: Gap): boolean {
  return text.slice(start, end).includes('\n') && !/^(?:---|\.\.\.)/.test(text.slice(end));
}
