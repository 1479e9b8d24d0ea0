import type { Environment } from '../platform/tokens.js';
import { Cancelled, type FlyctlError } from './flyctl-error.js';

interface Printer {
  readonly env: Environment;
  out(text: string): void;
  err(text: string): void;
}

const TRUE_WORDS = ['1', 'ok', 't', 'true'];

/** The error's line, then its description and its suggestion, each with an empty line behind; nothing when cancelled. */
export function printError({ env, out, err }: Printer, error: FlyctlError): void {
  if (error instanceof Cancelled) return;
  const { message, description, suggestion } = error;
  const hasMore = description !== undefined && description !== '' && description !== message;
  if (isOn(env['GITHUB_ACTIONS']) && isOn(env['FLY_GHA_ERROR_ANNOTATION'])) {
    const text = hasMore ? `${message}\n${description}` : message;
    out(`::error title=flyctl error::${text.replaceAll('\n', '⏎')}\n`);
  }
  err(`Error: ${message}\n`);
  if (hasMore) err(`${description}\n\n`);
  if (suggestion !== undefined && suggestion !== '') err(`${suggestion}\n\n`);
}

function isOn(value: string | undefined): boolean {
  return TRUE_WORDS.includes((value ?? '').toLowerCase());
}
