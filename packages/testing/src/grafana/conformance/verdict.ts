import { type Shape, shapeProblems } from '../../conformance/shape.js';
import type { Answer, Expectation, Probe } from './probe.js';

export type Verdict = { readonly probe: Probe; readonly server: string } & (
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly problems: readonly string[] }
  /** The stand-in fails as is written down in known-differences.ts. */
  | { readonly kind: 'known'; readonly why: string; readonly problems: readonly string[] }
  | { readonly kind: 'skipped'; readonly why: string }
);

export function answerProblems(expected: Expectation, answer: Answer): readonly string[] {
  const { status, contentType, text } = answer;
  if (status === 0) return [`it got no answer: ${text}`];
  const problems = [
    ...(expected.status.includes(status)
      ? []
      : [`it answered ${status}; expected ${expected.status.join(' or ')} (${excerpt(text)})`]),
    ...(contentType.startsWith(expected.contentType ?? '')
      ? []
      : [`its content type is "${contentType}"; expected ${String(expected.contentType)}`]),
    ...(expected.lacks ?? []).filter((secret) => text.includes(secret)).map(() => 'it holds what must stay secret'),
  ];
  // The body of another status is another document.
  return problems.length > 0 ? problems : bodyProblems(expected.body, answer);
}

function bodyProblems(shape: Shape | undefined, { text }: Answer): readonly string[] {
  if (shape === undefined) return [];
  try {
    return shapeProblems(shape, JSON.parse(text), 'the answer');
  } catch {
    return [`the answer is ${excerpt(text)}; expected JSON`];
  }
}

function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 200 ? `"${line.slice(0, 200)}…"` : `"${line}"`;
}
