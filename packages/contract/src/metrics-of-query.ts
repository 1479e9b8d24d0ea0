import { analyzeQuery } from '@fly-monitoring/prometheus/promql';
import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';

/** Prometheus writes these itself, about scrapes and alerts; no service exposes them. */
const ofPrometheus = /^(up|ALERTS|ALERTS_FOR_STATE)$|^scrape_|^prometheus_/;
/** Questions that are about absence. */
const aboutAbsence: ReadonlySet<string> = new Set(['absent', 'absent_over_time']);

/**
 * Names of the metrics without which the query cannot mean what its author meant. Of alternatives (`a or b`) only what all
 * of them need; a side without a metric of its own, such as `or vector(0)`, only fills gaps.
 */
export function metricsOfQuery(expr: string): readonly string[] {
  return [...needed(parser.parse(expr).topNode, expr)];
}

function needed(node: SyntaxNode, expr: string): ReadonlySet<string> {
  if (node.name === 'VectorSelector') return nameIn(node, expr);
  if (node.name === 'FunctionCall' && aboutAbsence.has(functionIn(node, expr))) return new Set();
  const parts = childrenOf(node);
  if (node.name !== 'BinaryExpr') return union(parts.map((part) => needed(part, expr)));
  const left = parts[0] === undefined ? new Set<string>() : needed(parts[0], expr);
  if (node.getChild('Unless')) return left;
  const right = parts.length < 2 ? new Set<string>() : needed(parts[parts.length - 1] as SyntaxNode, expr);
  if (!node.getChild('Or')) return union([left, right]);
  if (left.size === 0 || right.size === 0) return union([left, right]);
  return new Set([...left].filter((name) => right.has(name)));
}

function nameIn(node: SyntaxNode, expr: string): ReadonlySet<string> {
  const metric = analyzeQuery(expr.slice(node.from, node.to)).selectors[0]?.metric;
  return metric === undefined || ofPrometheus.test(metric) ? new Set() : new Set([metric]);
}

function functionIn(node: SyntaxNode, expr: string): string {
  const name = node.getChild('FunctionIdentifier');
  return name === null ? '' : expr.slice(name.from, name.to);
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}
