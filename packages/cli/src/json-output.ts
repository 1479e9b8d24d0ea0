import type { Redactor } from '@fly-monitoring/kit';

/** What JSON.stringify leaves as it is and a log or terminal could obey: C1 controls, line ends, bidi and format signs. */
const unseen = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** JSON without secrets; it means the same wherever it is read, and is no command to GitHub's runner where it is logged. */
export function jsonOutput(value: unknown, redactor: Redactor): string {
  const redacted = (_: string, each: unknown) => (typeof each === 'string' ? redactor.redact(each) : each);
  return JSON.stringify(value, redacted, 2).replace(unseen, escapeUnits).replaceAll('##[', '#\\u0023[');
}

function escapeUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
