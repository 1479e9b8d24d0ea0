import { inspect } from 'node:util';

const hidden = '***';

/** A value that shows itself only to a caller that asks with `reveal()`; printed, logged or serialised it is `***`. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return hidden;
  }

  toJSON(): string {
    return hidden;
  }

  [inspect.custom](): string {
    return hidden;
  }
}

/** Shorter values are not replaced in texts: they occur by chance, and replacing them garbles every line. */
const shortestRedacted = 4;

/** Words that a NAME=value input may hold and that stand in every log. */
const everyday = /^(true|false|null|none|info|debug|production|development|staging|\d{1,5})$/i;

/** Replaces known secrets, and the forms in which they travel, in any text that leaves the process. */
export class Redactor {
  readonly #needles = new Set<string>();

  /** @returns the forms that were added, for the runner's own masking */
  add(value: string): readonly string[] {
    const forms = secretForms(value);
    for (const form of forms) this.#needles.add(form);
    return forms;
  }

  redact(text: string): string {
    let out = text;
    // Longest first, or a part of a token would be replaced and the rest of it left standing.
    for (const needle of [...this.#needles].sort((a, b) => b.length - a.length)) out = out.replaceAll(needle, hidden);
    return out;
  }
}

/**
 * The value, its lines, its scheme-less and comma-separated parts (a Fly token is `FlyV1 part,part`), and its base64
 * and percent-encoded forms.
 */
export function secretForms(value: string): readonly string[] {
  const withoutScheme = value.trim().replace(/^(FlyV1|Bearer|Basic)\s+/i, '');
  const parts = [value, value.trim(), withoutScheme, ...withoutScheme.split(','), ...value.split('\n')];
  const forms = parts.flatMap((part) => {
    const trimmed = part.trim();
    return [trimmed, Buffer.from(trimmed).toString('base64'), encodeURIComponent(trimmed)];
  });
  return [...new Set(forms)].filter((form) => form.length >= shortestRedacted && !everyday.test(form));
}
