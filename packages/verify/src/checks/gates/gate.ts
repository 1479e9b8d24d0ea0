export type GateOperator = '<' | '<=' | '>' | '>=' | '==' | '!=';

export type GateBound =
  | { readonly kind: 'number'; readonly value: number }
  /** `factor * before + offset`, for each series its own value of before the deploy. */
  | { readonly kind: 'before'; readonly factor: number; readonly offset: number };

/** A condition that somebody sets for a release. */
export interface Gate {
  readonly name: string;
  readonly expr: string;
  readonly operator: GateOperator;
  readonly bound: GateBound;
  /** Below this there is too little to judge by. */
  readonly enough: { readonly expr: string; readonly atLeast: number } | undefined;
}

const relations: Readonly<Record<GateOperator, (value: number, limit: number) => boolean>> = {
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
  '==': (value, limit) => value === limit,
  '!=': (value, limit) => value !== limit,
};

export function holds(operator: GateOperator, value: number, limit: number): boolean {
  return relations[operator](value, limit);
}

/** As it is written in the input. */
export function formatGate({ name, expr, operator, bound, enough }: Gate): string {
  const when = enough === undefined ? '' : ` when ${enough.expr} >= ${enough.atLeast}`;
  return `${name}: ${expr} ${operator} ${formatBound(bound)}${when}`;
}

export function formatBound(bound: GateBound): string {
  if (bound.kind === 'number') return String(bound.value);
  const { factor, offset } = bound;
  const times = factor === 1 ? 'before' : `${factor} * before`;
  if (offset === 0) return times;
  return `${times} ${offset > 0 ? '+' : '-'} ${Math.abs(offset)}`;
}
