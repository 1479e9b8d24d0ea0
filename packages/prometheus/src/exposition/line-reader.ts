import type { Sample } from './types.js';

/** What is wrong with one line. */
export class WrongLine extends Error {}

const nameStart = /[A-Za-z_:]/;
const namePart = /[A-Za-z0-9_:]/;
const numberForm = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const specials: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  '+inf': Number.POSITIVE_INFINITY,
  '-inf': Number.NEGATIVE_INFINITY,
};

/** Reads one line from left to right. */
export class LineReader {
  #at = 0;

  constructor(private readonly text: string) {}

  get atEnd(): boolean {
    return this.#at >= this.text.length;
  }

  get next(): string {
    return this.text[this.#at] ?? '';
  }

  skipBlanks(): void {
    while (this.next === ' ' || this.next === '\t') this.#at++;
  }

  /** Takes the character when it is the next one. */
  take(character: string): boolean {
    if (this.next !== character) return false;
    this.#at++;
    return true;
  }

  /** Everything up to the next blank. */
  word(): string {
    const start = this.#at;
    while (!this.atEnd && this.next !== ' ' && this.next !== '\t') this.#at++;
    return this.text.slice(start, this.#at);
  }

  rest(): string {
    const rest = this.text.slice(this.#at);
    this.#at = this.text.length;
    return rest;
  }

  /** A metric or label name; Prometheus 3 also writes any name in quotes. */
  name(what: string): string {
    if (this.next === '"') return this.quoted();
    const start = this.#at;
    if (!nameStart.test(this.next)) throw new WrongLine(`a ${what} must stand here, not ${this.#near()}`);
    while (namePart.test(this.next)) this.#at++;
    return this.text.slice(start, this.#at);
  }

  quoted(): string {
    if (!this.take('"')) throw new WrongLine(`a label value must begin with a quote, not ${this.#near()}`);
    let value = '';
    for (;;) {
      if (this.atEnd) throw new WrongLine('a quote is not closed');
      const character = this.text[this.#at++] ?? '';
      if (character === '"') return value;
      value += character === '\\' ? this.#escaped() : character;
    }
  }

  /** Labels up to the closing brace; a quoted name alone is the metric's name. */
  labels(): { readonly labels: Record<string, string>; readonly name: string | undefined } {
    const labels: Record<string, string> = {};
    let metric: string | undefined;
    for (;;) {
      this.skipBlanks();
      if (this.take('}')) return { labels, name: metric };
      const isQuoted = this.next === '"';
      const name = this.name('label name');
      this.skipBlanks();
      if (this.take('=')) {
        this.skipBlanks();
        if (Object.hasOwn(labels, name)) throw new WrongLine(`the label "${name}" is written twice`);
        Object.defineProperty(labels, name, { value: this.quoted(), enumerable: true });
      } else if (isQuoted && metric === undefined) metric = name;
      else throw new WrongLine(`"=" must follow the label name "${name}"`);
      this.skipBlanks();
      if (!this.take(',') && this.next !== '}') throw new WrongLine(`"," or "}" must stand here, not ${this.#near()}`);
    }
  }

  #escaped(): string {
    const character = this.text[this.#at++] ?? '';
    const meaning: Readonly<Record<string, string>> = { n: '\n', '\\': '\\', '"': '"' };
    // Other pairs are kept as they are, which is what Prometheus does.
    return meaning[character] ?? `\\${character}`;
  }

  #near(): string {
    return this.atEnd ? 'the end of the line' : JSON.stringify(this.text.slice(this.#at, this.#at + 12));
  }
}

/** `name{labels} value [timestamp]`, and in OpenMetrics an exemplar, which is read over. */
export function readSample(line: string, timestampUnitMs: number): Sample {
  const reader = new LineReader(line);
  const bare = reader.next === '{' ? undefined : reader.name('metric name');
  reader.skipBlanks();
  const { labels, name } = reader.take('{') ? reader.labels() : { labels: {}, name: undefined };
  const metric = bare ?? name;
  if (metric === undefined || (bare !== undefined && name !== undefined))
    throw new WrongLine('one metric name is needed');
  reader.skipBlanks();
  const value = readNumber(reader.word(), 'value');
  reader.skipBlanks();
  const hasTimestamp = !reader.atEnd && reader.next !== '#';
  const timestamp = hasTimestamp ? readNumber(reader.word(), 'timestamp') : undefined;
  readExemplar(reader);
  const sample = { name: metric, labels, value };
  return timestamp === undefined ? sample : { ...sample, timestampMs: timestamp * timestampUnitMs };
}

function readExemplar(reader: LineReader): void {
  reader.skipBlanks();
  if (reader.atEnd) return;
  if (!reader.take('#')) throw new WrongLine(`nothing may follow the timestamp: "${reader.rest()}"`);
  reader.skipBlanks();
  if (!reader.take('{')) throw new WrongLine('an exemplar begins with its labels in braces');
  reader.labels();
  reader.skipBlanks();
  readNumber(reader.word(), "exemplar's value");
}

function readNumber(word: string, what: string): number {
  const special = specials[word.toLowerCase()];
  if (special !== undefined) return special;
  if (!numberForm.test(word))
    throw new WrongLine(`the ${what} must be a number, not ${JSON.stringify(word.slice(0, 24))}`);
  return Number(word);
}
