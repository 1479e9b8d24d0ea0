/** Text after which the event loop gets its turn: some hundredths of a millisecond of work. */
export const PIECE_LENGTH = 64 * 1024;

export function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
  return /^[\x00-\x7f]*$/.test(text);
}

/** Text on its way to becoming bytes. */
export class TextPiece {
  #text = '';
  #isAscii = true;

  get isFull(): boolean {
    return this.#text.length >= PIECE_LENGTH;
  }

  get isEmpty(): boolean {
    return this.#text === '';
  }

  add(text: string): void {
    this.#text += text;
    this.#isAscii &&= isAscii(text);
  }

  /** Text that is known to be ASCII is not looked through again. */
  addChecked(text: string, check: { readonly isAscii: boolean }): void {
    this.#text += text;
    this.#isAscii &&= check.isAscii;
  }

  /** Its bytes; afterwards it is empty. */
  take(): Buffer {
    // A byte a character: UTF-8 would look through the text twice, for the length and for the bytes.
    const bytes = Buffer.from(this.#text, this.#isAscii ? 'latin1' : 'utf8');
    this.#text = '';
    this.#isAscii = true;
    return bytes;
  }
}
