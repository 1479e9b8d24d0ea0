/** The longest line Go's bufio.Scanner yields; a longer one ends the scan and flyctl does not look at the error. */
const SCANNER_LINE_LIMIT = 64 * 1024;
const FENCE = '"""';

interface OpenBlock {
  readonly name: string;
  text: string;
}

/** Thrown for a line that is not NAME=VALUE, with flyctl's text. */
export class SecretLineError extends Error {}

/**
 * Reads standard input as `flyctl secrets import` does, traps included: `#` cuts a value unless an odd number of
 * double quotes precede it, nothing is an escape, an unterminated block is dropped, a line over 64 KiB ends the reading.
 */
export function parseSecretLines(input: string): Map<string, string> {
  const secrets = new Map<string, string>();
  let open: OpenBlock | undefined;
  for (const line of input.replace(/\n$/, '').split('\n')) {
    if (Buffer.byteLength(line) >= SCANNER_LINE_LIMIT) break;
    const text = line.replace(/\r$/, '');
    open = open === undefined ? readLine(text, secrets) : continueBlock(open, { line: text, secrets });
  }
  return secrets;
}

function continueBlock(open: OpenBlock, at: { line: string; secrets: Map<string, string> }): OpenBlock | undefined {
  if (!at.line.endsWith(FENCE)) return { name: open.name, text: `${open.text}${at.line}\n` };
  at.secrets.set(open.name, open.text + at.line.slice(0, -FENCE.length));
  return undefined;
}

function readLine(line: string, secrets: Map<string, string>): OpenBlock | undefined {
  if (line.startsWith('#') || line.trim() === '') return undefined;
  const cut = line.indexOf('=');
  if (cut < 0) throw new SecretLineError(`Secrets must be provided as NAME=VALUE pairs (${line} is invalid)`);
  const name = line.slice(0, cut).trim();
  const value = withoutComment(line.slice(cut + 1).replace(/^ +/, ''));
  if (!value.startsWith(FENCE)) {
    secrets.set(name, withoutOuterQuotes(value));
    return undefined;
  }
  const rest = value.slice(FENCE.length);
  if (!rest.endsWith(FENCE)) return { name, text: `${rest}\n` };
  secrets.set(name, rest.slice(0, -FENCE.length));
  return undefined;
}

function withoutComment(value: string): string {
  let quotes = 0;
  for (const [index, character] of [...value].entries()) {
    if (character === '"') quotes += 1;
    if (character === '#' && quotes % 2 === 0) return [...value].slice(0, index).join('').trimEnd();
  }
  return value;
}

function withoutOuterQuotes(value: string): string {
  const quote = value[0];
  const paired = (quote === '"' || quote === "'") && value.length > 1 && value.endsWith(quote);
  return paired ? value.slice(1, -1) : value;
}
