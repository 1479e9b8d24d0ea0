import { OVERFLOW } from '../catalogue/definition.js';
import {
  type HistogramColumns,
  histogramColumns,
  histogramRow,
  histogramWidth,
  observationCount,
  observe,
  rowsOf,
  type Sample,
  selectSamples,
} from '../store/samples.js';
import { SeriesTable } from '../store/series-table.js';
import { methodName } from './method.js';

/** Room for every status code in a row key: codes have three digits. */
const STATUS_RANGE = 1000;

const REQUESTS = 0;
const ABORTED = 0;
const LONG_LIVED = 1;

export type Ending = 'complete' | 'aborted' | 'long-lived';

/** The rows of one route template, by method and status. Kept by whoever resolved the template. */
export interface RouteRows {
  readonly template: string;
  readonly requests: Map<number, number>;
  readonly events: Map<number, number>;
}

/** One ended request, as the log records it. */
export interface EndedRequest {
  readonly method: number;
  readonly status: number;
  readonly seconds: number;
  readonly ending: Ending;
}

/** Every request that ended, by method, route template and status, in typed arrays of a bounded size. */
export class RequestLog {
  readonly #duration: HistogramColumns;
  readonly #requests: SeriesTable;
  readonly #events: SeriesTable;
  readonly #routes = new Map<string, RouteRows>();
  readonly #overflow = new Map<string, number>();

  constructor(buckets: readonly number[], maxSeries: number) {
    this.#duration = histogramColumns(REQUESTS + 1, buckets);
    this.#requests = new SeriesTable(1 + histogramWidth(buckets), maxSeries);
    this.#events = new SeriesTable(2, maxSeries);
  }

  /** The rows of a template: two routes with one template share them, or their series would be exposed twice. */
  route(template: string): RouteRows {
    const present = this.#routes.get(template);
    if (present !== undefined) return present;
    const created: RouteRows = { template, requests: new Map(), events: new Map() };
    this.#routes.set(template, created);
    return created;
  }

  record(route: RouteRows, { method, status, seconds, ending }: EndedRequest): void {
    const key = method * STATUS_RANGE + status;
    const row = route.requests.get(key) ?? this.#addRequestRow(route, key);
    this.#requests.increase(row, REQUESTS, 1);
    if (ending !== 'long-lived') observe(this.#requests, row, this.#duration, seconds);
    if (ending === 'complete') return;
    const eventRow = route.events.get(method) ?? this.#addEventRow(route, method);
    this.#events.increase(eventRow, ending === 'aborted' ? ABORTED : LONG_LIVED, 1);
  }

  requestSamples(): Sample[] {
    return selectSamples(this.#requests, REQUESTS);
  }

  /** Series that hold nothing but long-lived responses have no latency, and are left out. */
  durationSamples(name: string): Sample[] {
    return rowsOf(this.#requests)
      .filter((row) => observationCount(this.#requests, row, this.#duration) > 0)
      .flatMap((row) => histogramRow(this.#requests, row, this.#duration, name));
  }

  abortedSamples(): Sample[] {
    return selectSamples(this.#events, ABORTED);
  }

  longLivedSamples(): Sample[] {
    return selectSamples(this.#events, LONG_LIVED);
  }

  reset(): void {
    this.#requests.reset();
    this.#events.reset();
  }

  #addRequestRow(route: RouteRows, key: number): number {
    const status = key % STATUS_RANGE;
    // The class keeps error ratios right: `status_code=~"5.."` matches "5xx" too.
    if (this.#requests.isFull) return this.#overflowRow(this.#requests, `${Math.floor(status / 100)}xx`);
    const method = methodName(Math.floor(key / STATUS_RANGE));
    const row = this.#requests.add({ method, route: route.template, status_code: String(status) });
    route.requests.set(key, row);
    return row;
  }

  #addEventRow(route: RouteRows, method: number): number {
    if (this.#events.isFull) return this.#overflowRow(this.#events);
    const row = this.#events.add({ method: methodName(method), route: route.template });
    route.events.set(method, row);
    return row;
  }

  #overflowRow(table: SeriesTable, statusClass?: string): number {
    const key = statusClass ?? '';
    const present = this.#overflow.get(key);
    if (present !== undefined) return present;
    const labels = { method: 'OTHER', route: OVERFLOW };
    const row = table.add(statusClass === undefined ? labels : { ...labels, status_code: statusClass });
    this.#overflow.set(key, row);
    return row;
  }
}
