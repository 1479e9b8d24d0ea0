import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ExpressRequest, KEPT_ROWS } from '../route/express-shape.js';
import { TemplateResolver, UNMATCHED } from '../route/template-resolver.js';
import type { ExemplarStore } from '../store/exemplar-store.js';
import type { CustomLabels } from './custom-labels.js';
import { onFirstByte } from './first-byte.js';
import { type InFlight, isEventStream, isQueued } from './in-flight.js';
import { methodIndex } from './method.js';
import { REQUESTS_COLUMN, type RequestLog } from './request-log.js';
import type { RouteRows } from './route-rows.js';
import type { TraceSource } from './trace-of.js';
import { Traffic } from './traffic.js';

/**
 * The status of a request whose connection ended before its response was complete, whatever status the handler had
 * in mind: the client never had it. nginx logs 499 for the same.
 */
const ABORTED_STATUS = 499;

const UPGRADED_STATUS = 101;

export interface RecorderParts {
  readonly log: RequestLog;
  readonly inFlight: InFlight;
  readonly customLabels: CustomLabels;
  /** Undefined where there are no exemplars. */
  readonly traces: TraceSource | undefined;
}

/** Rows kept on a route by one recorder, with the state of the router tree they were found in. */
class KeptRows {
  readonly owner: HttpRecorder;
  readonly next: unknown;
  readonly rows: RouteRows;
  readonly generation: number;

  constructor(recorder: HttpRecorder, kept: Pick<KeptRows, 'next' | 'rows' | 'generation'>) {
    this.owner = recorder;
    this.next = kept.next;
    this.rows = kept.rows;
    this.generation = kept.generation;
  }
}

/** Measures requests: one listener each, on the response's `close`, which comes exactly once in every case. */
export class HttpRecorder {
  readonly #log: RequestLog;
  readonly #inFlight: InFlight;
  readonly #customLabels: CustomLabels | undefined;
  readonly #traces: TraceSource | undefined;
  readonly #traffic: Traffic | undefined;
  readonly #resolver = new TemplateResolver();
  readonly #onClose: (this: ServerResponse) => void;
  #generation = 0;
  #entryApp: unknown;
  readonly #onFirstByte = (res: ServerResponse): void => this.#inFlight.markFirstByte(res);

  constructor({ log, inFlight, customLabels, traces }: RecorderParts) {
    this.#log = log;
    this.#inFlight = inFlight;
    this.#customLabels = customLabels.isEmpty ? undefined : customLabels;
    this.#traces = traces;
    this.#traffic = log.requestSize && new Traffic();
    const recorder = this;
    this.#onClose = function onClose() {
      recorder.#end(this.req, this);
    };
  }

  /** Starts measuring. A request that passes the middleware twice (in an app and its sub-app) is measured once. */
  begin(req: ExpressRequest, res: ServerResponse): void {
    if (req.app !== this.#entryApp) this.note(req.app);
    if (this.#inFlight.has(res)) return;
    this.#inFlight.start(res);
    if (this.#traces?.note !== undefined) this.#traces.note(req);
    res.on('close', this.#onClose);
    if (res.socket === null) this.#beginWithoutConnection(req, res);
    if (this.#log.firstByte !== undefined) onFirstByte(res, this.#onFirstByte);
  }

  /** Makes an app known before its first request. */
  note(app: unknown): void {
    this.#entryApp = app;
    if (this.#resolver.note(app)) this.#generation++;
  }

  /** Looks whether routers were mounted since; what is known of routes may be wrong then. */
  review(): void {
    if (this.#resolver.hasChanged()) this.#generation++;
  }

  /** Counts a connection that leaves HTTP (a WebSocket) until it ends, as a long-lived request with status 101. */
  upgrade(req: IncomingMessage, route: string): void {
    const { socket } = req;
    const rows = this.#log.route(route);
    if (rows.isExcluded || socket.destroyed) return;
    this.#inFlight.startUpgrade();
    socket.once('close', () => {
      this.#inFlight.endUpgrade();
      const method = methodIndex(req.method);
      this.#log.requests.increase(this.#log.rowOf(rows, method, UPGRADED_STATUS), REQUESTS_COLUMN, 1);
      this.#log.recordLongLived(rows, method);
    });
  }

  /** The client has gone already, or earlier responses of its connection have to end first: nobody emits `close`. */
  #beginWithoutConnection(req: IncomingMessage, res: ServerResponse): void {
    if (isQueued(req, res) && !req.socket.destroyed) req.socket.once('close', () => this.#end(req, res));
    // The route is known once the app has routed the request.
    else setImmediate(() => this.#end(req, res));
  }

  #end(req: ExpressRequest, res: ServerResponse): void {
    const isMeasured = this.#inFlight.end(res);
    // Also of what is not measured, or the next request of the connection would have its bytes.
    if (this.#traffic !== undefined) this.#traffic.take(req);
    if (!isMeasured) return;
    const rows = this.#rowsOf(req);
    if (!rows.isExcluded) this.#record(rows, res);
  }

  #record(rows: RouteRows, res: ServerResponse): void {
    // A stream that its reader closes has ended as it was meant to.
    const isLongLived = (this.#inFlight.ended.isMarked && res.headersSent) || isEventStream(res);
    const isComplete = isLongLived || res.writableFinished;
    const row = this.#rowOf(rows, res, isComplete ? res.statusCode : ABORTED_STATUS);
    this.#log.requests.increase(row, REQUESTS_COLUMN, 1);
    if (this.#traffic !== undefined) this.#observeSizes(row, this.#traffic);
    if (isLongLived) this.#log.recordLongLived(rows, methodIndex(res.req.method));
    else this.#observe(row, res);
    if (!isComplete) this.#log.recordAborted(rows, methodIndex(res.req.method));
  }

  #rowOf(rows: RouteRows, res: ServerResponse, status: number): number {
    const method = methodIndex(res.req.method);
    if (this.#customLabels === undefined) return this.#log.rowOf(rows, method, status);
    const combination = this.#customLabels.combinationOf(res.req, res);
    return this.#log.combinationRowOf(rows, { method, status, combination });
  }

  #observe(row: number, res: ServerResponse): void {
    const { duration, native, exemplars, firstByte } = this.#log;
    const { seconds, secondsToFirstByte } = this.#inFlight.ended;
    const bucket = duration.observe(row, seconds);
    if (native !== undefined) native.observe(row, seconds);
    if (firstByte !== undefined && secondsToFirstByte >= 0) firstByte.observe(row, secondsToFirstByte);
    if (exemplars?.wants(row, bucket) === true) this.#keepExemplar(exemplars, { row, bucket, res, seconds });
  }

  #observeSizes(row: number, { read, written }: Traffic): void {
    this.#log.requestSize?.observe(row, read);
    this.#log.responseSize?.observe(row, written);
  }

  /** The tracer is somebody else's code, in the last event of a response. */
  #keepExemplar(exemplars: ExemplarStore, { row, bucket, res, seconds }: Observation): void {
    try {
      const trace = this.#traces?.read(res.req);
      if (trace !== undefined) exemplars.put(row, bucket, { ...trace, value: seconds, timestampMs: Date.now() });
    } catch {
      // No exemplar.
    }
  }

  #rowsOf(req: ExpressRequest): RouteRows {
    for (let kept = req.route?.[KEPT_ROWS]; kept instanceof KeptRows; kept = kept.next)
      if (kept.owner === this && kept.generation === this.#generation) return kept.rows;
    return this.#resolve(req);
  }

  #resolve(req: ExpressRequest): RouteRows {
    try {
      const { template, isFixed } = this.#resolver.resolve(req);
      const rows = this.#log.route(template);
      if (req.route !== undefined && isFixed) this.#keep(req.route, rows);
      return rows;
    } catch {
      // The router tree belongs to Express and to the app; no surprise in it may reach a request's last event.
      return this.#log.route(UNMATCHED);
    }
  }

  /** Not enumerable: whoever prints a route sees Express only. */
  #keep(route: object, rows: RouteRows): void {
    const present: unknown = Reflect.get(route, KEPT_ROWS);
    const next = present instanceof KeptRows && present.owner === this ? present.next : present;
    const value = new KeptRows(this, { next, rows, generation: this.#generation });
    Object.defineProperty(route, KEPT_ROWS, { value, configurable: true, writable: true });
  }
}

interface Observation {
  readonly row: number;
  readonly bucket: number;
  readonly res: ServerResponse;
  readonly seconds: number;
}
