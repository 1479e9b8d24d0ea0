import { isOrdinary } from '../ordinary-value.js';
import { Secret } from '../secret.js';
import type { InputSpec, RawInputs } from './input-spec.js';

/** Declares every given secret before anything is parsed, so that no message about inputs can show one. */
export function protectInputs(spec: InputSpec, raw: RawInputs, protect: (secret: Secret) => void): void {
  for (const [name, kind] of Object.entries(spec)) {
    const values = [raw.given[name], kind.environment && raw.environment[kind.environment]].map((value) =>
      value?.trim(),
    );
    for (const value of values) {
      if (value === undefined || value === '') continue;
      if (kind.kind === 'secret') protect(new Secret(value));
      if (kind.kind === 'pairs') protectPairs(value, protect);
    }
  }
}

/** Of NAME=value only what may be a secret: a setting such as NODE_ENV=prod hides nothing and garbles everything. */
function protectPairs(text: string, protect: (secret: Secret) => void): void {
  for (const line of text.split('\n')) {
    const cut = line.indexOf('=');
    const [name, value] = [line.slice(0, Math.max(0, cut)).trim(), line.slice(cut + 1).trim()];
    if (value !== '' && !isOrdinary(name, value)) protect(new Secret(value));
  }
}
