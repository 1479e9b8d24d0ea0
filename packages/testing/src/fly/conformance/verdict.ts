import { shapeProblems } from '../../conformance/shape.js';
import type { Expectation, JudgeName, Probe, RunResult, TextRule } from './probe.js';

export type Verdict = { readonly probe: Probe; readonly judge: JudgeName } & (
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly problems: readonly string[] }
  /** It fails as the probe says it does. */
  | { readonly kind: 'known'; readonly why: string; readonly problems: readonly string[] }
  | { readonly kind: 'skipped'; readonly why: string }
);

/** A known difference that is gone is a failure too, so that its mark is taken away. */
export function verdictOf(probe: Probe, judge: JudgeName, result: RunResult): Verdict {
  const problems = problemsOf(probe.expect, result);
  const known = judge === 'stand-in' ? probe.knownDifference : undefined;
  if (known === undefined) {
    return problems.length === 0 ? { probe, judge, kind: 'passed' } : { probe, judge, kind: 'failed', problems };
  }
  if (problems.length > 0) return { probe, judge, kind: 'known', why: known, problems };
  return { probe, judge, kind: 'failed', problems: [`it passes now; remove its line from known-differences.ts`] };
}

function problemsOf(expected: Expectation, result: RunResult): readonly string[] {
  const problems = [
    ...(result.exitCode === expected.exitCode
      ? []
      : [`exit code ${String(result.exitCode)}; expected ${expected.exitCode} (${excerpt(result)})`]),
    ...textProblems('stdout', result.stdout, expected.stdout ?? 'any'),
    ...textProblems('stderr', result.stderr, expected.stderr ?? 'any'),
    ...(result.unexpectedRequests ?? []).map((request) => `unexpected request: ${request}`),
  ];
  return [
    ...problems,
    ...jsonProblems(expected, result),
    ...secretProblems(expected, result),
    ...requestProblems(expected, result),
  ];
}

function textProblems(stream: string, text: string, rule: TextRule): readonly string[] {
  if (rule === 'any') return [];
  if (rule === 'empty') return text === '' ? [] : [`${stream} is ${quote(text)}; expected nothing`];
  return [
    ...(rule.has ?? [])
      .filter((wanted) => !wanted.test(text))
      .map((wanted) => `${stream} is ${quote(text)}; expected ${String(wanted)}`),
    ...(rule.lacks ?? [])
      .filter((unwanted) => unwanted.test(text))
      .map((unwanted) => `${stream} has ${String(unwanted)}: ${quote(text)}`),
  ];
}

function jsonProblems({ json }: Expectation, { stdout }: RunResult): readonly string[] {
  if (json === undefined) return [];
  try {
    return shapeProblems(json, JSON.parse(stdout));
  } catch {
    return [`stdout is ${quote(stdout)}; expected one JSON document`];
  }
}

function secretProblems({ sentSecrets }: Expectation, result: RunResult): readonly string[] {
  if (sentSecrets === undefined) return [];
  const sent = result.sentSecrets ?? {};
  const names = [...new Set([...Object.keys(sentSecrets), ...Object.keys(sent)])];
  return names
    .filter((name) => sent[name] !== sentSecrets[name])
    .map((name) => `secret ${name} arrives as ${shownSecret(sent[name])}; expected ${shownSecret(sentSecrets[name])}`);
}

function requestProblems({ requests: expected = [] }: Expectation, { requests }: RunResult): readonly string[] {
  if (requests === undefined) return [];
  return expected
    .filter((wanted) => !requests.some((request) => wanted.test(request)))
    .map((wanted) => `no request is like ${String(wanted)}; there were ${requests.length}`);
}

function shownSecret(value: string | null | undefined): string {
  return value === undefined ? 'nothing' : quote(String(JSON.stringify(value)));
}

function excerpt({ stdout, stderr }: RunResult): string {
  return quote(stderr.trim() === '' ? stdout : stderr);
}

function quote(text: string): string {
  return text.length > 300 ? `"${text.slice(0, 300)}…"` : `"${text}"`;
}
