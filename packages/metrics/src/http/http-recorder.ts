import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExpressApp, ExpressRequest } from '../route/express-shape.js';
import { TemplateResolver, UNMATCHED } from '../route/template-resolver.js';
import type { ExemplarStore } from '../store/exemplar-store.js';
import { type CustomLabels, NO_VALUES } from './custom-labels.js';
import { isEventStream } from './event-stream.js';
import type { EndEvent, Exchange } from './exchange.js';
import { onFirstByte } from './first-byte.js';
import { isHttp2 } from './http-version.js';
import { type InFlight, isQueued } from './in-flight.js';
import { keepRows, keptRows, type RowsKey } from './kept-rows.js';
import { methodIndex } from './method.js';
import { REQUESTS_COLUMN, type RequestLog } from './request-log.js';
import { endEventOf, ResponseEnds } from './response-ends.js';
import type { RouteRows } from './route-rows.js';
import type { TraceSource } from './trace-of.js';

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

/**
 * Measures requests, from the moment they are seen to the event that their response has finished or its connection
 * has closed, one of which comes in every case.
 */
export class HttpRecorder {
  readonly #log: RequestLog;
  readonly #inFlight: InFlight;
  readonly #customLabels: CustomLabels | undefined;
  readonly #traces: TraceSource | undefined;
  readonly #resolver = new TemplateResolver();
  readonly #ends = new ResponseEnds((res, event) => this.#end(res, event));
  #rowsKey: RowsKey = { owner: this };
  #entryApp: ExpressApp | undefined;
  readonly #onFirstByte = (res: ServerResponse): void => this.#inFlight.markFirstByte(res);

  constructor({ log, inFlight, customLabels, traces }: RecorderParts) {
    this.#log = log;
    this.#inFlight = inFlight;
    this.#customLabels = customLabels.isEmpty ? undefined : customLabels;
    this.#traces = traces;
  }

  /** Starts measuring. A request that passes the middleware twice (in an app and its sub-app) is measured once. */
  begin(req: ExpressRequest, res: ServerResponse): void {
    const { app } = req;
    if (app !== this.#entryApp) this.note(app);
    if (this.#start(req, res)) this.#ends.watch(app, res);
  }

  /** The same in the app's own entry, where Express has not given the request and the response their methods yet. */
  beginIn(app: ExpressApp, req: ExpressRequest, res: ServerResponse): void {
    if (app !== this.#entryApp) this.note(app);
    if (this.#start(req, res)) this.#ends.watchEarly(app, res);
  }

  /** Makes an app known before its first request. */
  note(app: ExpressApp | undefined): void {
    this.#entryApp = app;
    this.#ends.note(app);
    if (this.#resolver.note(app)) this.#rowsKey = { owner: this };
  }

  /** Looks whether routers were mounted since; what is known of routes may be wrong then. */
  review(): void {
    if (this.#resolver.hasChanged()) this.#rowsKey = { owner: this };
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
      this.#log.requests.increase(this.#upgradedRow(rows, method), REQUESTS_COLUMN, 1);
      this.#log.recordLongLived(rows, method);
    });
  }

  #upgradedRow(rows: RouteRows, method: number): number {
    const status = UPGRADED_STATUS;
    if (this.#customLabels === undefined) return this.#log.rowOf(rows, method, status);
    // Labels of the user's own are read off a response, which an upgraded connection has not.
    return this.#log.combinationRowOf(rows, { method, status, combination: NO_VALUES });
  }

  #start(req: ExpressRequest, res: ServerResponse): boolean {
    if (!this.#inFlight.start(req, res)) return false;
    if (this.#traces?.note !== undefined) this.#traces.note(req);
    // Node's HTTP/2 has undefined there.
    if (res.socket === null || res.socket === undefined) this.#beginWithoutConnection(req, res);
    if (this.#log.firstByte !== undefined) onFirstByte(res, this.#onFirstByte);
    return true;
  }

  /** The client has gone already, or earlier responses of its connection have to end first: nobody emits `close`. */
  #beginWithoutConnection(req: IncomingMessage, res: ServerResponse): void {
    if (isQueued(req, res) && !req.socket.destroyed) req.socket.once('close', () => this.#end(res, endEventOf(res)));
    // The route is known once the app has routed the request.
    else setImmediate(() => this.#end(res, endEventOf(res)));
  }

  #end(res: ServerResponse, event: EndEvent): void {
    const { req } = res;
    const exchange = this.#inFlight.find(req, res);
    if (exchange === undefined) {
      if (event === 'finish' && this.#log.requestSize !== undefined) this.#inFlight.skip(req);
      return;
    }
    exchange.event = event;
    this.#inFlight.end(exchange, res);
    if (this.#log.requestSize !== undefined && !isHttp2(req)) exchange.takeBytes(req.socket);
    this.#record(req, res, exchange);
  }

  #record(req: ExpressRequest, res: ServerResponse, exchange: Exchange): void {
    const rows = this.#rowsOf(req);
    if (rows.isExcluded) return;
    // A stream that its reader closes has ended as it was meant to.
    exchange.isLongLived = (exchange.isMarked && res.headersSent) || isEventStream(res);
    if (isOrdinary(exchange) && rows.isAsLast(methodIndex(req.method), res.statusCode))
      this.#recordTimed(rows.lastRow, req, exchange);
    else this.#recordOther(rows, res, exchange);
  }

  #recordOther(rows: RouteRows, res: ServerResponse, exchange: Exchange): void {
    const { req } = res;
    const method = rows.shownMethod(methodIndex(req.method));
    const isAborted = exchange.event !== 'finish' && !exchange.isLongLived;
    const status = isAborted ? ABORTED_STATUS : res.statusCode;
    const row =
      this.#customLabels === undefined
        ? this.#log.rowOf(rows, method, status)
        : this.#log.combinationRowOf(rows, { method, status, combination: this.#customLabels.combinationOf(req, res) });
    if (!exchange.isLongLived) this.#recordTimed(row, req, exchange);
    else {
      this.#log.recordUntimed(row, exchange);
      this.#log.recordLongLived(rows, method);
    }
    if (isAborted) this.#log.recordAborted(rows, method);
  }

  #recordTimed(row: number, req: IncomingMessage, exchange: Exchange): void {
    const { exemplars } = this.#log;
    const bucket = this.#log.recordTimed(row, exchange);
    if (exemplars?.wants(row, bucket) === true)
      this.#keepExemplar(exemplars, { row, bucket, req, seconds: exchange.seconds });
  }

  /** The tracer is somebody else's code, in the last event of a response. */
  #keepExemplar(exemplars: ExemplarStore, { row, bucket, req, seconds }: Observation): void {
    try {
      const trace = this.#traces?.read(req);
      if (trace !== undefined) exemplars.put(row, bucket, { ...trace, value: seconds, timestampMs: Date.now() });
    } catch {
      // No exemplar.
    }
  }

  #rowsOf(req: ExpressRequest): RouteRows {
    const { route } = req;
    return (route && keptRows(route, this.#rowsKey)) ?? this.#resolve(req);
  }

  #resolve(req: ExpressRequest): RouteRows {
    try {
      const { template, isFixed } = this.#resolver.resolve(req);
      const rows = this.#log.route(template);
      if (req.route !== undefined && isFixed) keepRows(req.route, this.#rowsKey, rows);
      return rows;
    } catch {
      // The router tree belongs to Express and to the app; no surprise in it may reach a request's last event.
      return this.#log.route(UNMATCHED);
    }
  }
}

/** Neither long-lived nor aborted. */
function isOrdinary({ event, isLongLived }: Exchange): boolean {
  return event === 'finish' && !isLongLived;
}

interface Observation {
  readonly row: number;
  readonly bucket: number;
  readonly req: IncomingMessage;
  readonly seconds: number;
}
