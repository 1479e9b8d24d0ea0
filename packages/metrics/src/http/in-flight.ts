import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { isEventStream } from './event-stream.js';
import { Exchange } from './exchange.js';
import { isHttp2 } from './http-version.js';

/**
 * What a connection keeps, for each instance that measures it (a second `metrics()` in the same app). One key for the
 * whole module, because reading a property by a key that the compiler does not know costs more than all the rest.
 */
const KEPT = Symbol('kept exchange');

class Kept {
  readonly owner: InFlight;
  readonly next: Kept | undefined;
  readonly exchange = new Exchange();

  constructor(owner: InFlight, next: Kept | undefined) {
    this.owner = owner;
    this.next = next;
  }
}

type KeepingSocket = Socket & { [KEPT]?: Kept };

/** The requests being served. The gauges are read off them, so that they cannot drift from them. */
export class InFlight {
  readonly #open: Exchange[] = [];
  /** Those that wait behind an earlier one of their connection, share one (HTTP/2), or have none. */
  readonly #others = new Map<ServerResponse, Exchange>();
  #upgrades = 0;

  get count(): number {
    return this.#open.length + this.#upgrades;
  }

  get longLivedCount(): number {
    const isLongLived = ({ res, isMarked }: Exchange): boolean => isMarked || (res !== undefined && isEventStream(res));
    return this.#open.filter(isLongLived).length + this.#upgrades;
  }

  /** Starts measuring a request. Returns whether it was not measured already. */
  start(req: IncomingMessage, res: ServerResponse): boolean {
    const kept = this.#keptBy(req);
    if (kept?.res === res || (this.#others.size > 0 && this.#others.has(res))) return false;
    const exchange = kept !== undefined && kept.res === undefined ? kept : this.#addOther(kept, res);
    exchange.begin(res);
    exchange.place = this.#open.push(exchange) - 1;
    return true;
  }

  /** The exchange of a response, undefined when it is not (any more) measured. */
  find(req: IncomingMessage, res: ServerResponse): Exchange | undefined {
    const kept = this.#keptBy(req);
    if (kept?.res === res) return kept;
    return this.#others.size === 0 ? undefined : this.#others.get(res);
  }

  /** Takes an exchange out; what is known of it stays until its connection's next request. */
  end(exchange: Exchange, res: ServerResponse): void {
    exchange.seconds = exchange.secondsSoFar();
    exchange.res = undefined;
    const last = this.#open.pop();
    if (last !== undefined && last !== exchange) {
      this.#open[exchange.place] = last;
      last.place = exchange.place;
    }
    if (this.#others.size > 0) this.#others.delete(res);
  }

  /** Stops measuring a response: it is counted nowhere. */
  forget(res: ServerResponse): void {
    const exchange = this.find(res.req, res);
    if (exchange !== undefined) this.end(exchange, res);
  }

  markFirstByte(res: ServerResponse): void {
    const exchange = this.find(res.req, res);
    if (exchange !== undefined) exchange.secondsToFirstByte = exchange.secondsSoFar();
  }

  markLongLived(res: ServerResponse): void {
    const exchange = this.find(res.req, res);
    if (exchange !== undefined) exchange.isMarked = true;
  }

  /** Tells that a request has ended which was not measured: its bytes are not the next one's. */
  skip(req: IncomingMessage): void {
    this.#keptBy(req)?.takeBytes(req.socket);
  }

  /** A connection that has left HTTP counts until it is told to have ended. */
  startUpgrade(): void {
    this.#upgrades++;
  }

  endUpgrade(): void {
    this.#upgrades--;
  }

  /** Undefined without a connection of its own, as in HTTP/2 and in requests that somebody made up. */
  #keptBy(req: IncomingMessage): Exchange | undefined {
    if (isHttp2(req)) return undefined;
    const socket: KeepingSocket | null | undefined = req.socket;
    if (socket === null || socket === undefined) return undefined;
    for (let kept = socket[KEPT]; kept !== undefined; kept = kept.next) if (kept.owner === this) return kept.exchange;
    const created = new Kept(this, socket[KEPT]);
    socket[KEPT] = created;
    return created.exchange;
  }

  #addOther(kept: Exchange | undefined, res: ServerResponse): Exchange {
    const exchange = new Exchange(kept);
    this.#others.set(res, exchange);
    return exchange;
  }
}

/** Whether a response waits behind an earlier one of its connection (pipelining): Node tells it of nothing then. */
export function isQueued(req: IncomingMessage, res: ServerResponse): boolean {
  return res.socket === null && req.socket !== null;
}
