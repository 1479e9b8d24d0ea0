/** A field of a GraphQL document: what it asks for, and under which name it wants the answer. */
export interface Selection {
  readonly name: string;
  readonly answerAs: string;
  readonly children: readonly Selection[];
}

/** The selections of the first operation; arguments, types and directives are passed over. */
export function parseSelections(document: string): readonly Selection[] {
  const tokens = document.match(/"(?:[^"\\]|\\.)*"|\.\.\.|[A-Za-z_]\w*|[^\s,\w]/g) ?? [];
  const reader = new SelectionReader(tokens);
  reader.skipToOperation();
  return reader.readSet();
}

class SelectionReader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  skipToOperation(): void {
    while (this.#at < this.#tokens.length && this.#tokens[this.#at] !== '{') {
      if (this.#tokens[this.#at] === '(') this.#skipParentheses();
      else this.#at += 1;
    }
  }

  readSet(): readonly Selection[] {
    const selections: Selection[] = [];
    this.#at += 1;
    while (this.#at < this.#tokens.length && this.#tokens[this.#at] !== '}') selections.push(...this.#readField());
    this.#at += 1;
    return selections;
  }

  #readField(): readonly Selection[] {
    const first = this.#take();
    if (first === '...') throw new Error('the answerer knows no fragments');
    const aliased = this.#tokens[this.#at] === ':';
    if (aliased) this.#at += 1;
    const name = aliased ? this.#take() : first;
    if (this.#tokens[this.#at] === '(') this.#skipParentheses();
    const children = this.#tokens[this.#at] === '{' ? this.readSet() : [];
    return [{ name, answerAs: first, children }];
  }

  #take(): string {
    const token = this.#tokens[this.#at] ?? '';
    this.#at += 1;
    return token;
  }

  #skipParentheses(): void {
    let depth = 0;
    do {
      const token = this.#take();
      if (token === '(') depth += 1;
      if (token === ')') depth -= 1;
    } while (depth > 0 && this.#at < this.#tokens.length);
  }
}

export type Fields = Readonly<Record<string, unknown>>;

/**
 * Only what was asked for, as a GraphQL server answers.
 * @throws Error that names a field nothing was prepared for
 */
export function project(selections: readonly Selection[], value: Fields, path = ''): Fields {
  return Object.fromEntries(
    selections.map(({ name, answerAs, children }) => {
      const at = `${path}.${name}`;
      if (!(name in value)) throw new Error(`nothing is prepared for ${at.slice(1)}`);
      return [answerAs, projected(children, value[name], at)];
    }),
  );
}

function projected(children: readonly Selection[], value: unknown, path: string): unknown {
  if (children.length === 0 || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => projected(children, item, path));
  return project(children, value as Fields, path);
}
