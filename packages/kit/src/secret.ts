import { inspect } from 'node:util';
import { escapeCell } from './text/markdown.js';

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

/**
 * Shorter values, and their encoded forms, are not replaced in texts: they occur by chance, and the runner drops every
 * output that holds a masked value.
 */
const shortestRedacted = 6;

/** Words that stand in every log, so that hiding them would hide nothing and garble everything. */
const everyday = /^(production|development|staging|default|password|secret|\d{1,6})$/i;

/** Replaces known secrets, and the forms in which they travel, in any text that leaves the process. */
export class Redactor {
  readonly #needles = new Set<string>();

  /** @returns the forms that were added, for the runner's own masking */
  add(value: string): readonly string[] {
    const forms = secretForms(value);
    // Summaries are escaped before they are redacted, and an escaped secret is one still.
    for (const form of forms) for (const needle of [form, escapeCell(form)]) this.#needles.add(needle);
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
 * The value and its lines, without a scheme as well; the parts of a Fly token, which is `FlyV1 part,part`; the password
 * inside an address; and the base64 and percent-encoded forms of each.
 */
export function secretForms(value: string): readonly string[] {
  const withoutScheme = value.trim().replace(/^(FlyV1|Bearer|Basic)\s+/i, '');
  const wholes = [value, withoutScheme, ...flyTokenParts(withoutScheme), ...passwordsIn(value), ...value.split('\n')];
  const isHideable = (text: string) => text.length >= shortestRedacted && !everyday.test(text);
  const forms = wholes
    .map((whole) => whole.trim())
    .filter(isHideable)
    .flatMap((whole) => [whole, Buffer.from(whole).toString('base64'), orSame(encodeURIComponent, whole)]);
  return [...new Set(forms)];
}

function flyTokenParts(value: string): readonly string[] {
  return /(^|,)f[mo]\d+r?_/.test(value) ? value.split(',') : [];
}

function passwordsIn(value: string): readonly string[] {
  const address = value.trim();
  if (!URL.canParse(address)) return [];
  const { password } = new URL(address);
  return [password, orSame(decodeURIComponent, password)];
}

/** Half a surrogate pair cannot be encoded, nor a lone % be decoded. */
function orSame(convert: (text: string) => string, text: string): string {
  try {
    return convert(text);
  } catch {
    return text;
  }
}
