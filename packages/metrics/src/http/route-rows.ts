import { UNMATCHED } from '../route/template-resolver.js';
import { LAST_UNMATCHED_METHOD, METHODS, OTHER_METHOD } from './method.js';

/** Statuses a route makes room for at first: most answer with fewer. */
const INITIAL_STATUSES = 4;

/**
 * The rows of one route template, found by position instead of by a key: what is done for every request has to cost
 * nothing. Kept with the route by whoever resolved its template.
 */
export class RouteRows {
  readonly template: string;
  /** Left out of all metrics. */
  readonly isExcluded: boolean;
  /** Rows of combinations with custom labels, by a number that stands for the combination. */
  readonly combinations = new Map<number, number>();
  /** Rows by method: aborted and long-lived requests. */
  readonly events = new Map<number, number>();
  readonly #lastShown: number;
  /** The row of its last request, and what it was found by. */
  lastRow = -1;
  #lastMethod = -1;
  #lastStatus = -1;
  /** Row + 1 by status number and method; 0 where there is none yet. */
  #rows = new Int32Array(INITIAL_STATUSES * METHODS.length);

  constructor(template: string, isExcluded: boolean) {
    this.template = template;
    this.isExcluded = isExcluded;
    this.#lastShown = template === UNMATCHED ? LAST_UNMATCHED_METHOD : OTHER_METHOD;
  }

  /** The method that a request counts under. */
  shownMethod(method: number): number {
    return method <= this.#lastShown ? method : OTHER_METHOD;
  }

  /** Whether a request is like the last one whose row was looked up, as most of a route are: `lastRow` is its row. */
  isAsLast(method: number, status: number): boolean {
    return method === this.#lastMethod && status === this.#lastStatus;
  }

  /** @returns the row */
  keepAsLast(method: number, status: number, row: number): number {
    this.#lastMethod = method;
    this.#lastStatus = status;
    this.lastRow = row;
    return row;
  }

  /** The row, -1 when there is none yet. */
  rowOf(statusNumber: number, method: number): number {
    return (this.#rows[statusNumber * METHODS.length + method] ?? 0) - 1;
  }

  put(key: { readonly statusNumber: number; readonly method: number }, row: number): void {
    const at = key.statusNumber * METHODS.length + key.method;
    if (at >= this.#rows.length) this.#grow(at);
    this.#rows[at] = row + 1;
  }

  #grow(at: number): void {
    const larger = new Int32Array(Math.max(this.#rows.length * 2, at + METHODS.length));
    larger.set(this.#rows);
    this.#rows = larger;
  }
}
