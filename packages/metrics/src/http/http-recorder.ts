import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ExpressApp, type ExpressRequest, KEPT_ROWS } from '../route/express-shape.js';
import { TemplateResolver, UNMATCHED } from '../route/template-resolver.js';
import type { ExemplarStore } from '../store/exemplar-store.js';
import type { CustomLabels } from './custom-labels.js';
import { onFirstByte } from './first-byte.js';
import { type InFlight, isEventStream, isQueued } from './in-flight.js';
import { methodIndex } from './method.js';
import { REQUESTS_COLUMN, type RequestLog } from './request-log.js';
import { type EndEvent, endEventOf, ResponseEnds } from './response-ends.js';
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

/**
 * Measures requests, from the moment they are seen to the event that their response has finished or its connection
 * has closed, one of which comes in every case.
 */
export class HttpRecorder {
  readonly #log: RequestLog;
  readonly #inFlight: InFlight;
  readonly #customLabels: CustomLabels | undefined;
  readonly #traces: TraceSource | undefined;
  readonly #traffic: Traffic | undefined;
  readonly #resolver = new TemplateResolver();
  readonly #ends = new ResponseEnds((res, event) => this.#end(res, event));
  #generation = 0;
  #entryApp: ExpressApp | undefined;
  readonly #onFirstByte = (res: ServerResponse): void => this.#inFlight.markFirstByte(res);

  constructor({ log, inFlight, customLabels, traces }: RecorderParts) {
    this.#log = log;
    this.#inFlight = inFlight;
    this.#customLabels = customLabels.isEmpty ? undefined : customLabels;
    this.#traces = traces;
    this.#traffic = log.requestSize && new Traffic();
  }

  /** Starts measuring. A request that passes the middleware twice (in an app and its sub-app) is measured once. */
  begin(req: ExpressRequest, res: ServerResponse): void {
    const { app } = req;
    if (app !== this.#entryApp) this.note(app);
    if (this.#inFlight.has(res)) return;
    this.#start(req, res);
    this.#ends.watch(app, res);
  }

  /** The same in the app's own entry, where Express has not given the request and the response their methods yet. */
  beginIn(app: ExpressApp, req: ExpressRequest, res: ServerResponse): void {
    if (app !== this.#entryApp) this.note(app);
    if (this.#inFlight.has(res)) return;
    this.#start(req, res);
    this.#ends.watchEarly(app, res);
  }

  /** Makes an app known before its first request. */
  note(app: ExpressApp | undefined): void {
    this.#entryApp = app;
    this.#ends.note(app);
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

  #start(req: ExpressRequest, res: ServerResponse): void {
    this.#inFlight.start(req, res);
    if (this.#traces?.note !== undefined) this.#traces.note(req);
    if (res.socket === null) this.#beginWithoutConnection(req, res);
    if (this.#log.firstByte !== undefined) onFirstByte(res, this.#onFirstByte);
  }

  /** The client has gone already, or earlier responses of its connection have to end first: nobody emits `close`. */
  #beginWithoutConnection(req: IncomingMessage, res: ServerResponse): void {
    if (isQueued(req, res) && !req.socket.destroyed) req.socket.once('close', () => this.#end(res, endEventOf(res)));
    // The route is known once the app has routed the request.
    else setImmediate(() => this.#end(res, endEventOf(res)));
  }

  #end(res: ServerResponse, event: EndEvent): void {
    const req = this.#inFlight.end(res);
    if (req !== undefined) this.#ended(req, res, event);
    // Of what is not measured too, or the next request of the connection would have its bytes.
    else if (event === 'finish') this.#traffic?.take(res.req);
  }

  #ended(req: ExpressRequest, res: ServerResponse, event: EndEvent): void {
    this.#traffic?.take(req);
    const rows = this.#rowsOf(req);
    if (!rows.isExcluded) this.#record(rows, { req, res, event });
  }

  #record(rows: RouteRows, { req, res, event }: Ended): void {
    const method = methodIndex(req.method);
    // A stream that its reader closes has ended as it was meant to.
    const isLongLived = (this.#inFlight.ended.isMarked && res.headersSent) || isEventStream(res);
    const isComplete = isLongLived || event === 'finish';
    const status = isComplete ? res.statusCode : ABORTED_STATUS;
    const row =
      this.#customLabels === undefined
        ? this.#log.rowOf(rows, method, status)
        : this.#log.combinationRowOf(rows, { method, status, combination: this.#customLabels.combinationOf(req, res) });
    this.#log.requests.increase(row, REQUESTS_COLUMN, 1);
    if (this.#traffic !== undefined) this.#observeSizes(row, this.#traffic);
    if (isLongLived) this.#log.recordLongLived(rows, method);
    else this.#observe(row, res);
    if (!isComplete) this.#log.recordAborted(rows, method);
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

interface Ended {
  readonly req: ExpressRequest;
  readonly res: ServerResponse;
  readonly event: EndEvent;
}

interface Observation {
  readonly row: number;
  readonly bucket: number;
  readonly res: ServerResponse;
  readonly seconds: number;
}
