import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExpressRequest } from '../route/express-shape.js';
import { TemplateResolver, UNMATCHED } from '../route/template-resolver.js';
import type { ExemplarStore } from '../store/exemplar-store.js';
import type { CustomLabels } from './custom-labels.js';
import { onFirstByte } from './first-byte.js';
import { type InFlight, isQueued } from './in-flight.js';
import { methodIndex } from './method.js';
import { REQUESTS_COLUMN, type RequestLog } from './request-log.js';
import type { RouteRows } from './route-rows.js';
import type { TraceReader } from './trace-of.js';
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
  readonly traceOf: TraceReader;
}

/** Rows kept on a route, with the state of the router tree they were found in. */
class KeptRows {
  readonly rows: RouteRows;
  readonly generation: number;

  constructor(rows: RouteRows, generation: number) {
    this.rows = rows;
    this.generation = generation;
  }
}

/** Measures requests: one listener each, on the response's `close`, which comes exactly once in every case. */
export class HttpRecorder {
  readonly #log: RequestLog;
  readonly #inFlight: InFlight;
  readonly #customLabels: CustomLabels | undefined;
  readonly #traceOf: TraceReader;
  readonly #traffic: Traffic | undefined;
  readonly #resolver = new TemplateResolver();
  readonly #onClose: (this: ServerResponse) => void;
  /** Own to each recorder: two of them may measure one app. */
  readonly #keptRows = Symbol('metric rows');
  #generation = 0;
  #entryApp: unknown;
  readonly #onFirstByte = (res: ServerResponse): void => this.#inFlight.markFirstByte(res);

  constructor({ log, inFlight, customLabels, traceOf }: RecorderParts) {
    this.#log = log;
    this.#inFlight = inFlight;
    this.#customLabels = customLabels.isEmpty ? undefined : customLabels;
    this.#traceOf = traceOf;
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
    const seconds = this.#inFlight.end(res);
    this.#traffic?.take(req);
    if (seconds < 0) return;
    const rows = this.#rowsOf(req);
    if (rows.isExcluded) return;
    const method = methodIndex(req.method);
    // A stream that its reader closes has ended as it was meant to.
    const isLongLived = res.headersSent && this.#inFlight.isLongLived(res);
    const isComplete = isLongLived || res.writableFinished;
    const row = this.#rowOf(rows, res, isComplete ? res.statusCode : ABORTED_STATUS);
    this.#log.requests.increase(row, REQUESTS_COLUMN, 1);
    if (!isLongLived) this.#observe(row, res, seconds);
    if (this.#traffic !== undefined) this.#observeSizes(row, this.#traffic);
    if (isLongLived) this.#log.recordLongLived(rows, method);
    else if (!isComplete) this.#log.recordAborted(rows, method);
  }

  #rowOf(rows: RouteRows, res: ServerResponse, status: number): number {
    const method = methodIndex(res.req.method);
    if (this.#customLabels === undefined) return this.#log.rowOf(rows, method, status);
    const combination = this.#customLabels.combinationOf(res.req, res);
    return this.#log.combinationRowOf(rows, { method, status, combination });
  }

  #observe(row: number, res: ServerResponse, seconds: number): void {
    const { duration, native, exemplars, firstByte } = this.#log;
    const bucket = duration.observe(row, seconds);
    if (native !== undefined) native.observe(row, seconds);
    if (firstByte !== undefined) {
      const toFirstByte = this.#inFlight.firstByteOf(res);
      if (toFirstByte >= 0) firstByte.observe(row, toFirstByte);
    }
    if (exemplars?.wants(row, bucket) === true) this.#keepExemplar(exemplars, { row, bucket, res, seconds });
  }

  #observeSizes(row: number, { read, written }: Traffic): void {
    this.#log.requestSize?.observe(row, read);
    this.#log.responseSize?.observe(row, written);
  }

  /** The tracer is somebody else's code, in the last event of a response. */
  #keepExemplar(exemplars: ExemplarStore, { row, bucket, res, seconds }: Observation): void {
    try {
      const trace = this.#traceOf(res.req);
      if (trace !== undefined) exemplars.put(row, bucket, { ...trace, value: seconds, timestampMs: Date.now() });
    } catch {
      // No exemplar.
    }
  }

  #rowsOf(req: ExpressRequest): RouteRows {
    const kept = req.route?.[this.#keptRows];
    return kept instanceof KeptRows && kept.generation === this.#generation ? kept.rows : this.#resolve(req);
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
    const value = new KeptRows(rows, this.#generation);
    Object.defineProperty(route, this.#keptRows, { value, configurable: true, writable: true });
  }
}

interface Observation {
  readonly row: number;
  readonly bucket: number;
  readonly res: ServerResponse;
  readonly seconds: number;
}
