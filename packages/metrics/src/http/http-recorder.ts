import type { IncomingMessage, ServerResponse } from 'node:http';
import { appOf, routeOf } from '../route/express-shape.js';
import { TemplateResolver, UNMATCHED } from '../route/template-resolver.js';
import type { InFlight } from './in-flight.js';
import { methodIndex } from './method.js';
import type { Ending, RequestLog, RouteRows } from './request-log.js';

/**
 * The status of a request whose connection ended before its response was complete, whatever status the handler had
 * in mind: the client never had it. nginx logs 499 for the same.
 */
const ABORTED_STATUS = 499;

export interface RecorderParts {
  readonly log: RequestLog;
  readonly inFlight: InFlight;
  /** Route templates that are left out. */
  readonly exclude: ReadonlySet<string>;
}

/** Measures requests: one listener each, on the response's `close`, which comes exactly once in every case. */
export class HttpRecorder {
  readonly #log: RequestLog;
  readonly #inFlight: InFlight;
  readonly #exclude: ReadonlySet<string>;
  readonly #resolver = new TemplateResolver();
  readonly #onClose: (this: ServerResponse) => void;
  #rowsOfRoute = new WeakMap<object, RouteRows>();
  #entryApp: unknown;

  constructor({ log, inFlight, exclude }: RecorderParts) {
    this.#log = log;
    this.#inFlight = inFlight;
    this.#exclude = exclude;
    const recorder = this;
    this.#onClose = function onClose() {
      recorder.#end(this.req, this);
    };
  }

  /** Starts measuring. A request that passes the middleware twice (in an app and its sub-app) is measured once. */
  begin(req: IncomingMessage, res: ServerResponse): void {
    if (this.#inFlight.has(res)) return;
    const app = appOf(req);
    if (app !== this.#entryApp) this.#enter(app);
    this.#inFlight.start(res);
    res.on('close', this.#onClose);
  }

  #enter(app: unknown): void {
    this.#entryApp = app;
    if (this.#resolver.note(app)) this.#rowsOfRoute = new WeakMap();
  }

  #end(req: IncomingMessage, res: ServerResponse): void {
    const seconds = this.#inFlight.end(res);
    if (seconds === undefined) return;
    const rows = this.#rowsOf(req);
    if (this.#exclude.has(rows.template)) return;
    const ending = this.#endingOf(res);
    const status = ending === 'aborted' ? ABORTED_STATUS : res.statusCode;
    this.#log.record(rows, { method: methodIndex(req.method), status, seconds, ending });
  }

  /** A stream that its reader closes has ended as it was meant to. */
  #endingOf(res: ServerResponse): Ending {
    if (res.headersSent && this.#inFlight.isLongLived(res)) return 'long-lived';
    return res.writableFinished ? 'complete' : 'aborted';
  }

  #rowsOf(req: IncomingMessage): RouteRows {
    const route = routeOf(req);
    const known = route && this.#rowsOfRoute.get(route);
    if (known !== undefined) return known;
    try {
      const { template, isFixed } = this.#resolver.resolve(req);
      const rows = this.#log.route(template);
      if (route !== undefined && isFixed) this.#rowsOfRoute.set(route, rows);
      return rows;
    } catch {
      // The router tree belongs to Express and to the app; no surprise in it may reach a request's last event.
      return this.#log.route(UNMATCHED);
    }
  }
}
