import type { InputSpec, RawInputs } from './input-spec.js';
import { Secret } from './secret.js';

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

function protectPairs(value: string, protect: (secret: Secret) => void): void {
  for (const line of value.split('\n')) {
    const secret = line.slice(line.indexOf('=') + 1).trim();
    if (secret !== '') protect(new Secret(secret));
  }
}
