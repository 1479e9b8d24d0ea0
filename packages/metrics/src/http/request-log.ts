import { OVERFLOW } from '../catalogue/definition.js';
import { ExemplarStore } from '../store/exemplar-store.js';
import { HistogramCells, histogramWidth } from '../store/histogram-cells.js';
import { NativeHistograms } from '../store/native-histograms.js';
import { SeriesTable } from '../store/series-table.js';
import type { CustomLabels } from './custom-labels.js';
import type { Exchange } from './exchange.js';
import { METHODS, methodName } from './method.js';
import { RouteRows } from './route-rows.js';
import { STATUS_CLASSES, StatusIndex, statusClass } from './status-index.js';

/** The labels of a request's series, before those of the user's own. */
const REQUEST_LABELS = ['method', 'route', 'status_code'];
const EVENT_LABELS = ['method', 'route'];

export const REQUESTS_COLUMN = 0;
export const ABORTED_COLUMN = 0;
export const LONG_LIVED_COLUMN = 1;

/** What is measured of each request, and how finely it is told apart. */
export interface LogShape {
  readonly buckets: readonly number[];
  /** Label sets, those that stand for what overflows included: one for each class of status. */
  readonly maxSeries: number;
  readonly statusGrouping: 'code' | 'class';
  readonly customLabels: CustomLabels;
  /** Route templates that are left out. */
  readonly exclude: ReadonlySet<string>;
  /** Upper bounds of the size histograms; undefined where sizes are not measured. */
  readonly sizeBuckets: readonly number[] | undefined;
  readonly measuresFirstByte: boolean;
  readonly hasNativeHistograms: boolean;
  readonly hasExemplars: boolean;
}

/** Every request that ended, by method, route template and status, in typed arrays of a bounded size. */
export class RequestLog {
  readonly requests: SeriesTable;
  /** Aborted and long-lived requests: few, and without a status. */
  readonly events: SeriesTable;
  readonly duration: HistogramCells;
  readonly requestSize: HistogramCells | undefined;
  readonly responseSize: HistogramCells | undefined;
  readonly firstByte: HistogramCells | undefined;
  readonly native: NativeHistograms | undefined;
  readonly exemplars: ExemplarStore | undefined;
  readonly #statuses: StatusIndex;
  readonly #customLabels: CustomLabels;
  readonly #exclude: ReadonlySet<string>;
  readonly #routes = new Map<string, RouteRows>();
  readonly #overflow = new Map<string, number>();
  #overflowed = 0;

  constructor(shape: LogShape) {
    const { buckets, sizeBuckets, maxSeries, measuresFirstByte } = shape;
    const histograms = [
      buckets,
      ...(sizeBuckets ? [sizeBuckets, sizeBuckets] : []),
      ...(measuresFirstByte ? [buckets] : []),
    ];
    const width = histograms.reduce((sum, bounds) => sum + histogramWidth(bounds), REQUESTS_COLUMN + 1);
    const labelNames = [...REQUEST_LABELS, ...shape.customLabels.names];
    this.requests = new SeriesTable({ width, maxSeries: maxSeries - STATUS_CLASSES, labelNames });
    this.events = new SeriesTable({ width: 2, maxSeries, labelNames: EVENT_LABELS });
    let column = REQUESTS_COLUMN + 1;
    const cellsFor = (bounds: readonly number[]) => {
      const cells = new HistogramCells(this.requests, column, bounds);
      column += histogramWidth(bounds);
      return cells;
    };
    this.duration = cellsFor(buckets);
    this.requestSize = sizeBuckets && cellsFor(sizeBuckets);
    this.responseSize = sizeBuckets && cellsFor(sizeBuckets);
    this.firstByte = measuresFirstByte ? cellsFor(buckets) : undefined;
    this.native = shape.hasNativeHistograms ? new NativeHistograms() : undefined;
    this.exemplars = shape.hasExemplars ? new ExemplarStore(buckets.length + 1) : undefined;
    this.#statuses = new StatusIndex(shape.statusGrouping);
    this.#customLabels = shape.customLabels;
    this.#exclude = shape.exclude;
  }

  /** Requests that have no series of their own, because there were `maxSeries` already. */
  get overflowed(): number {
    return this.#overflowed;
  }

  /** The rows of a template: two routes with one template share them, or their series would be exposed twice. */
  route(template: string): RouteRows {
    const present = this.#routes.get(template);
    if (present !== undefined) return present;
    const created = new RouteRows(template, this.#exclude.has(template));
    this.#routes.set(template, created);
    return created;
  }

  /** The row of a request, where no labels of the user's own tell it apart. */
  rowOf(route: RouteRows, method: number, status: number): number {
    const statusNumber = this.#statuses.numberOf(status);
    const row = route.rowOf(statusNumber, method);
    if (row !== -1) return route.keepAsLast(method, status, row);
    const added = this.#addRow(route, { method, status, statusNumber, combination: undefined });
    if (added.isOwn) route.put({ statusNumber, method }, added.row);
    return added.row;
  }

  /** The row of a request with a combination of the user's own labels. */
  combinationRowOf(route: RouteRows, request: CombinedRequest): number {
    const { method, status, combination } = request;
    const statusNumber = this.#statuses.numberOf(status);
    const key = (combination * STATUS_NUMBERS + statusNumber) * METHODS.length + method;
    const row = route.combinations.get(key);
    if (row !== undefined) return row;
    const added = this.#addRow(route, { method, status, statusNumber, combination });
    if (added.isOwn) route.combinations.set(key, added.row);
    return added.row;
  }

  /** Counts a request and observes what is measured of it. @returns the bucket that its duration fell into */
  recordTimed(row: number, exchange: Exchange): number {
    const { cells, width } = this.requests;
    const start = row * width;
    const at = start + REQUESTS_COLUMN;
    const { seconds, secondsToFirstByte } = exchange;
    cells[at] = (cells[at] ?? 0) + 1;
    if (this.requestSize !== undefined) this.#observeSizes(cells, start, exchange);
    if (this.native !== undefined) this.native.observe(row, seconds);
    if (this.firstByte !== undefined && secondsToFirstByte >= 0)
      this.firstByte.observeAt(cells, start, secondsToFirstByte);
    return this.duration.observeAt(cells, start, seconds);
  }

  /** Counts a request that has stayed open on purpose: how long it took says nothing about speed. */
  recordUntimed(row: number, exchange: Exchange): void {
    const { cells, width } = this.requests;
    this.requests.increase(row, REQUESTS_COLUMN, 1);
    this.#observeSizes(cells, row * width, exchange);
  }

  /** Its bytes, where they are measured and known. */
  #observeSizes(cells: Float64Array, start: number, { read, written }: Exchange): void {
    if (this.requestSize !== undefined && read >= 0) this.requestSize.observeAt(cells, start, read);
    if (this.responseSize !== undefined && written >= 0) this.responseSize.observeAt(cells, start, written);
  }

  recordAborted(route: RouteRows, method: number): void {
    this.events.increase(this.#eventRowOf(route, method), ABORTED_COLUMN, 1);
  }

  recordLongLived(route: RouteRows, method: number): void {
    this.events.increase(this.#eventRowOf(route, method), LONG_LIVED_COLUMN, 1);
  }

  #addRow(route: RouteRows, request: NewRow): { readonly row: number; readonly isOwn: boolean } {
    const { method, status, statusNumber, combination } = request;
    if (this.requests.isFull) return { row: this.#overflowRow(statusClass(status)), isOwn: false };
    const custom = combination === undefined ? [] : this.#customLabels.valuesOf(combination);
    const own = [methodName(method), route.template, this.#statuses.nameOf(statusNumber)];
    return { row: this.requests.add([...own, ...custom]), isOwn: true };
  }

  /** The class keeps error ratios right: `status_code=~"5.."` matches "5xx" too. */
  #overflowRow(group: string): number {
    this.#overflowed++;
    const present = this.#overflow.get(group);
    if (present !== undefined) return present;
    const row = this.requests.add(['OTHER', OVERFLOW, group, ...this.#customLabels.overflow()]);
    this.#overflow.set(group, row);
    return row;
  }

  #eventRowOf(route: RouteRows, method: number): number {
    const present = route.events.get(method);
    if (present !== undefined) return present;
    if (this.events.isFull) return this.#overflowEventRow();
    const row = this.events.add([methodName(method), route.template]);
    route.events.set(method, row);
    return row;
  }

  #overflowEventRow(): number {
    const present = this.#overflow.get('');
    if (present !== undefined) return present;
    const row = this.events.add(['OTHER', OVERFLOW]);
    this.#overflow.set('', row);
    return row;
  }
}

/** More than there are three-digit status codes. */
const STATUS_NUMBERS = 1000;

export interface CombinedRequest {
  readonly method: number;
  readonly status: number;
  readonly combination: number;
}

interface NewRow {
  readonly method: number;
  readonly status: number;
  readonly statusNumber: number;
  readonly combination: number | undefined;
}
