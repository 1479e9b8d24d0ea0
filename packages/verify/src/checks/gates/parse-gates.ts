import { analyzeQuery } from '@fly-monitoring/prometheus/promql';
import type { Gate, GateBound, GateOperator } from './gate.js';

export interface ParsedGates {
  readonly gates: readonly Gate[];
  /** In sentences that name the line. */
  readonly problems: readonly string[];
}

type Part<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };
const wrong = (problem: string) => ({ ok: false, problem }) as const;

const number = String.raw`-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?:%|ms|s)?`;
const bound = String.raw`${number}|(?:${number}\s*\*\s*)?before(?:\s*\*\s*${number})?(?:\s*[+-]\s*${number})?`;
/** Greedy at its start: the last comparison is the condition, those before belong to the query. */
const conditionForm = new RegExp(String.raw`^(?<expr>.*\S)\s*(?<operator><=|>=|==|!=|<|>)\s*(?<bound>${bound})$`, 'd');
const nameForm = /^(?<name>[A-Za-z_][\w .-]*?)\s*:\s+(?=\S)/;
const whenForm = /^(?<condition>.*\S)\s+when\s+(?<enough>\S.*)$/d;

/**
 * One gate a line: `[name: ]query operator bound[ when query >= count]`, where the bound is a number (`0.01`, `1%`,
 * `250ms`) or a value of before the deploy (`before`, `1.2 * before`, `before + 0.01`). Lines that begin with # are notes.
 */
export function parseGates(text: string): ParsedGates {
  const gates: Gate[] = [];
  const problems: string[] = [];
  for (const [index, written] of text.split('\n').entries()) {
    const line = written.trim();
    if (line === '' || line.startsWith('#')) continue;
    const parsed = parseGate(line);
    if (!parsed.ok) problems.push(`line ${index + 1}: ${parsed.problem}`);
    else if (gates.some(({ name }) => name === parsed.value.name)) {
      problems.push(`line ${index + 1}: "${parsed.value.name}" is there twice; give each gate a name of its own`);
    } else gates.push(parsed.value);
  }
  return { gates, problems };
}

function parseGate(line: string): Part<Gate> {
  const name = nameForm.exec(line)?.groups?.['name'];
  const rest = line.replace(nameForm, '');
  const when = whenForm.exec(withoutTexts(rest))?.indices?.groups;
  const condition = parseCondition(when === undefined ? rest : slice(rest, when['condition']));
  if (!condition.ok) return condition;
  const enough = when === undefined ? undefined : parseEnough(slice(rest, when['enough']));
  if (enough !== undefined && !enough.ok) return enough;
  const { expr, operator, bound } = condition.value;
  return { ok: true, value: { name: name ?? expr, expr, operator, bound, enough: enough?.value } };
}

type Condition = Pick<Gate, 'expr' | 'operator' | 'bound'>;

function parseCondition(text: string): Part<Condition> {
  const groups = conditionForm.exec(withoutTexts(text))?.indices?.groups;
  if (groups === undefined) {
    return wrong('it must end with a comparison such as < 0.01, <= 1.2 * before or >= before - 5%');
  }
  const expr = slice(text, groups['expr']);
  const problem = problemIn(expr);
  if (problem !== undefined) return wrong(problem);
  const operator = slice(text, groups['operator']) as GateOperator;
  return { ok: true, value: { expr, operator, bound: parseBound(slice(text, groups['bound'])) } };
}

function parseEnough(text: string): Part<NonNullable<Gate['enough']>> {
  const parsed = parseCondition(text);
  if (!parsed.ok) return parsed;
  const { expr, operator, bound } = parsed.value;
  if (operator !== '>=' || bound.kind !== 'number') return wrong('what follows "when" must be a query >= a number');
  return { ok: true, value: { expr, atLeast: bound.value } };
}

function problemIn(expr: string): string | undefined {
  const [error] = analyzeQuery(expr).errors;
  return error === undefined ? undefined : `the query is no PromQL near "${error.near.trim()}"`;
}

function parseBound(text: string): GateBound {
  if (!text.includes('before')) return { kind: 'number', value: parseNumber(text) };
  const [left = '', right = ''] = text.split('before');
  const after = /^\s*(?:\*\s*(?<factor>[^\s+*]+?))?\s*(?:(?<sign>[+-])\s*(?<offset>\S+))?$/.exec(right)?.groups;
  const before = left.replace('*', '').trim();
  const factor = (before === '' ? 1 : parseNumber(before)) * parseNumber(after?.['factor'] ?? '1');
  const offset = parseNumber(after?.['offset'] ?? '0');
  return { kind: 'before', factor, offset: after?.['sign'] === '-' ? 0 - offset : offset };
}

/** Prometheus counts in seconds and ratios. */
function parseNumber(text: string): number {
  const value = Number.parseFloat(text);
  if (text.endsWith('%')) return value / 100;
  return text.endsWith('ms') ? value / 1_000 : value;
}

/** String literals blanked out, each character in its place: what stands in them is no part of the grammar. */
function withoutTexts(line: string): string {
  return line.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`/g, (text) => '"'.repeat(text.length));
}

function slice(text: string, range: readonly [number, number] | undefined): string {
  return text.slice(...(range ?? [0, 0]));
}
