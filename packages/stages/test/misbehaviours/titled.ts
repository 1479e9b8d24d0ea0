import type { Lane, Row } from './row.js';

/** Each row with what a test of it is called. */
export function titled(lanes: readonly Lane[]): readonly (readonly [string, Row])[] {
  return lanes.flatMap(({ app, rows }) => rows.map((row) => [titleOf(app, row), row] as const));
}

function titleOf(app: string, { kind, when, with: others = [], expects }: Row): string {
  const kinds = [kind, ...others].join(' and ');
  return `${kinds}${when === undefined ? '' : `, ${when}`}, of ${app} as ${expects.code}`;
}
