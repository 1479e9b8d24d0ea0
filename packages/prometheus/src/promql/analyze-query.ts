import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { unquote } from './unquote.js';

export type MatchOperator = '=' | '!=' | '=~' | '!~';

export interface Matcher {
  readonly name: string;
  readonly operator: MatchOperator;
  readonly value: string;
}

export interface Selector {
  /** Undefined when the name is matched by a pattern or not at all. */
  readonly metric: string | undefined;
  readonly matchers: readonly Matcher[];
  /** Functions and aggregations around it, the nearest first. */
  readonly inside: readonly string[];
  /** As written, such as `5m`; undefined for an instant selector. */
  readonly range: string | undefined;
}

export interface SyntaxProblem {
  /** Offset in the query. */
  readonly at: number;
  /** The text around it. */
  readonly near: string;
}

export interface QueryAnalysis {
  readonly selectors: readonly Selector[];
  readonly errors: readonly SyntaxProblem[];
  /** Labels of by, without, on, ignoring, group_left and group_right. */
  readonly groupingLabels: readonly string[];
  /** Functions and aggregation operators, each once. */
  readonly functions: readonly string[];
}

/** Takes a query apart. Only the grammar is checked: wrong types and argument counts are Prometheus' to find. */
export function analyzeQuery(expr: string): QueryAnalysis {
  const selectors: Selector[] = [];
  const errors: SyntaxProblem[] = [];
  const labels = new Set<string>();
  const functions = new Set<string>();
  parser.parse(expr).iterate({
    enter: (ref) => {
      if (ref.type.isError) errors.push({ at: ref.from, near: expr.slice(Math.max(0, ref.from - 8), ref.to + 8) });
      else if (ref.name === 'GroupingLabels') for (const label of labelsIn(ref.node, expr)) labels.add(label);
      else if (ref.name === 'FunctionIdentifier' || ref.name === 'AggregateOp') functions.add(textOf(ref, expr));
      else if (ref.name === 'VectorSelector') selectors.push(selectorAt(ref.node, expr));
    },
  });
  return { selectors, errors, groupingLabels: [...labels], functions: [...functions] };
}

function textOf(ref: SyntaxNodeRef | SyntaxNode, expr: string): string {
  return expr.slice(ref.from, ref.to);
}

function nameOf(node: SyntaxNode, expr: string): string {
  return node.name === 'QuotedLabelName' ? unquote(textOf(node, expr)) : textOf(node, expr);
}

function labelsIn(node: SyntaxNode, expr: string): readonly string[] {
  return [...node.getChildren('LabelName'), ...node.getChildren('QuotedLabelName')].map((label) => nameOf(label, expr));
}

function selectorAt(node: SyntaxNode, expr: string): Selector {
  const list = node.getChild('LabelMatchers');
  const written = [
    ...(list?.getChildren('UnquotedLabelMatcher') ?? []),
    ...(list?.getChildren('QuotedLabelMatcher') ?? []),
  ];
  const matchers = written.flatMap((matcher) => matcherAt(matcher, expr));
  const identifier = node.getChild('Identifier');
  // Prometheus 3 writes a name that is no identifier as {"name"}.
  const quoted = list?.getChild('QuotedLabelName');
  const named = matchers.find(({ name, operator }) => name === '__name__' && operator === '=')?.value;
  const metric = identifier ? textOf(identifier, expr) : quoted ? nameOf(quoted, expr) : named;
  return { metric, matchers, inside: functionsAround(node, expr), range: rangeOf(node, expr) };
}

function matcherAt(node: SyntaxNode, expr: string): readonly Matcher[] {
  const label = node.getChild('LabelName') ?? node.getChild('QuotedLabelName');
  const operator = node.getChild('MatchOp');
  const value = node.getChild('StringLiteral');
  if (!label || !operator || !value) return [];
  const written = textOf(operator, expr) as MatchOperator;
  return [{ name: nameOf(label, expr), operator: written, value: unquote(textOf(value, expr)) }];
}

function functionsAround(node: SyntaxNode, expr: string): readonly string[] {
  const names: string[] = [];
  for (let parent = node.parent; parent !== null; parent = parent.parent) {
    const named = parent.getChild('FunctionIdentifier') ?? parent.getChild('AggregateOp');
    if (named) names.push(textOf(named, expr));
  }
  return names;
}

function rangeOf(node: SyntaxNode, expr: string): string | undefined {
  const matrix = node.parent?.name === 'MatrixSelector' ? node.parent : undefined;
  const duration = matrix?.getChild('DurationExpr') ?? matrix?.getChild('NumberDurationLiteralInDurationContext');
  return duration ? textOf(duration, expr) : undefined;
}
