import type { RouteRows } from './route-rows.js';

/** What a recorder keeps on a route. One key for the whole module: the compiler has to know it. */
const KEPT_ROWS = Symbol('metric rows');

export interface KeepingRoute {
  [KEPT_ROWS]?: KeptRows;
}

/** Whose rows they are; another object after each change of the router tree they were found in. */
export interface RowsKey {
  readonly owner: object;
}

class KeptRows {
  readonly key: RowsKey;
  readonly rows: RouteRows;
  readonly next: KeptRows | undefined;

  constructor(key: RowsKey, rows: RouteRows, next: KeptRows | undefined) {
    this.key = key;
    this.rows = rows;
    this.next = next;
  }
}

export function keptRows(route: KeepingRoute, key: RowsKey): RouteRows | undefined {
  for (let kept = route[KEPT_ROWS]; kept !== undefined; kept = kept.next) if (kept.key === key) return kept.rows;
  return undefined;
}

/** Not enumerable: whoever prints a route sees Express only. */
export function keepRows(route: KeepingRoute, key: RowsKey, rows: RouteRows): void {
  const present = route[KEPT_ROWS];
  const next = present?.key.owner === key.owner ? present.next : present;
  const value = new KeptRows(key, rows, next);
  Object.defineProperty(route, KEPT_ROWS, { value, configurable: true, writable: true });
}
