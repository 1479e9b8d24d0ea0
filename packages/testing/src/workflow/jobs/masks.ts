/** Values that must not be seen, as the runner hides them: whole, line by line, and in their common encodings. */
export class Masks {
  readonly #hidden = new Set<string>();

  constructor(secrets: Iterable<string> = []) {
    for (const secret of secrets) {
      this.add(secret);
    }
  }

  add(value: string): void {
    const pieces = [value, ...value.split(/\r?\n/)].map((piece) => piece.trim()).filter((piece) => piece !== '');
    for (const piece of pieces) {
      for (const form of formsOf(piece)) {
        this.#hidden.add(form);
      }
    }
  }

  /** Longest first, so that a secret inside another leaves nothing of the longer one. */
  apply(text: string): string {
    const found = [...this.#hidden].filter((hidden) => text.includes(hidden)).sort((a, b) => b.length - a.length);
    return found.reduce((masked, hidden) => masked.replaceAll(hidden, '***'), text);
  }

  isIn(text: string): boolean {
    return [...this.#hidden].some((hidden) => text.includes(hidden));
  }

  copy(): Masks {
    return new Masks(this.#hidden);
  }
}

function formsOf(piece: string): readonly string[] {
  const base64 = Buffer.from(piece).toString('base64').replace(/=+$/, '');
  // Half a surrogate pair cannot be encoded; going through bytes replaces it.
  const uri = encodeURIComponent(Buffer.from(piece).toString());
  return [piece, base64, uri, JSON.stringify(piece).slice(1, -1)];
}
