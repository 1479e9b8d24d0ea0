import type { IncomingMessage, ServerResponse } from 'node:http';

/** Content types of responses that are meant to stay open: their length says nothing about speed. */
const LONG_LIVED_TYPE = /^\s*(text\/event-stream|multipart\/x-mixed-replace)\b/i;

/** Responses there is room for at first; the room doubles, and stays at the most that were ever open at once. */
const INITIAL_PLACES = 64;

const NONE = 0;
const MARKED = 1;

/**
 * Where a response has the number of its place. One for the whole module, because reading a property by a key that
 * the compiler does not know costs more than all the rest of this.
 */
const PLACE = Symbol('in-flight place');

type PlacedResponse = ServerResponse & { [PLACE]?: number };

/**
 * The responses that are being served, each at a numbered place with its start. Places are used again, so that
 * measuring a request allocates nothing; and the gauges are read off the places, so that they cannot drift from them.
 */
export class InFlight {
  /** What is known of the response that was taken out last. One object for all of them: no request allocates. */
  readonly ended = { seconds: 0, secondsToFirstByte: -1, isMarked: false };
  readonly #responses: (ServerResponse | undefined)[] = [];
  /** The request of each; a response knows it too, but a property of it costs more to read. */
  readonly #requests: (IncomingMessage | undefined)[] = [];
  #startedAtMs = new Float64Array(INITIAL_PLACES);
  #marks = new Uint8Array(INITIAL_PLACES);
  /** Seconds to the first byte; below 0 while there was none. */
  #firstBytes = new Float64Array(INITIAL_PLACES);
  #free = new Int32Array(INITIAL_PLACES);
  #freeCount = 0;
  #upgrades = 0;
  /** Places of responses that another instance (a second `metrics()` in the same app) had marked before. */
  readonly #marked = new Map<ServerResponse, number>();

  get count(): number {
    return this.#responses.length - this.#freeCount + this.#upgrades;
  }

  get longLivedCount(): number {
    const isLongLived = (res: ServerResponse | undefined, place: number): boolean =>
      res !== undefined && (this.#marks[place] === MARKED || isEventStream(res));
    return this.#responses.filter(isLongLived).length + this.#upgrades;
  }

  has(res: ServerResponse): boolean {
    return this.#placeOf(res) !== -1;
  }

  start(req: IncomingMessage, res: PlacedResponse): void {
    const place = this.#freeCount > 0 ? (this.#free[--this.#freeCount] ?? 0) : this.#addPlace();
    this.#responses[place] = res;
    this.#requests[place] = req;
    this.#startedAtMs[place] = performance.now();
    this.#marks[place] = NONE;
    this.#firstBytes[place] = -1;
    if (res[PLACE] === undefined) res[PLACE] = place;
    else this.#marked.set(res, place);
  }

  /** The place a response has, -1 when it is not (any more) measured. */
  #placeOf(res: PlacedResponse): number {
    const place = res[PLACE];
    if (place !== undefined && this.#responses[place] === res) return place;
    return this.#marked.size === 0 ? -1 : (this.#marked.get(res) ?? -1);
  }

  /** Takes a response out, into `ended`. Returns its request, undefined when it was not (any more) measured. */
  end(res: ServerResponse): IncomingMessage | undefined {
    const place = this.#placeOf(res);
    if (place === -1) return undefined;
    const req = this.#requests[place];
    this.ended.seconds = this.#secondsSince(place);
    this.ended.secondsToFirstByte = this.#firstBytes[place] ?? -1;
    this.ended.isMarked = this.#marks[place] === MARKED;
    this.#responses[place] = undefined;
    this.#requests[place] = undefined;
    this.#free[this.#freeCount++] = place;
    if (this.#marked.size > 0) this.#marked.delete(res);
    return req;
  }

  markFirstByte(res: ServerResponse): void {
    const place = this.#placeOf(res);
    if (place !== -1) this.#firstBytes[place] = this.#secondsSince(place);
  }

  /** A connection that has left HTTP counts until it is told to have ended. */
  startUpgrade(): void {
    this.#upgrades++;
  }

  endUpgrade(): void {
    this.#upgrades--;
  }

  markLongLived(res: ServerResponse): void {
    const place = this.#placeOf(res);
    if (place !== -1) this.#marks[place] = MARKED;
  }

  #secondsSince(place: number): number {
    return (performance.now() - (this.#startedAtMs[place] ?? 0)) / 1000;
  }

  #addPlace(): number {
    const place = this.#responses.push(undefined) - 1;
    if (place >= this.#startedAtMs.length) this.#grow();
    return place;
  }

  #grow(): void {
    const length = this.#startedAtMs.length * 2;
    this.#startedAtMs = copyInto(new Float64Array(length), this.#startedAtMs);
    this.#firstBytes = copyInto(new Float64Array(length), this.#firstBytes);
    this.#marks = copyInto(new Uint8Array(length), this.#marks);
    this.#free = copyInto(new Int32Array(length), this.#free);
  }
}

function copyInto<Numbers extends Float64Array | Int32Array | Uint8Array>(larger: Numbers, present: Numbers): Numbers {
  larger.set(present);
  return larger;
}

/** Whether a response says by its type that it is meant to stay open. */
export function isEventStream(res: ServerResponse): boolean {
  if (hasEnd(res) || !res.headersSent) return false;
  const type = contentTypeOf(res);
  return type !== undefined && LONG_LIVED_TYPE.test(type);
}

/** A response that stays open is sent in chunks, or until the connection ends; one with a length is not. */
function hasEnd(res: ServerResponse): boolean {
  return !res.chunkedEncoding && res.shouldKeepAlive;
}

/**
 * `res.writeHead(200, { 'content-type': … })` on a response without other headers writes straight to the wire and
 * leaves nothing for `getHeader`: only the raw header block knows the type then.
 */
function contentTypeOf(res: ServerResponse): string | undefined {
  const type = res.getHeader('content-type');
  if (type !== undefined) return String(type);
  const raw = '_header' in res && typeof res._header === 'string' ? res._header : '';
  return /^content-type:(.*)$/im.exec(raw)?.[1];
}

/** Whether a response waits behind an earlier one of its connection (pipelining): Node tells it of nothing then. */
export function isQueued(req: IncomingMessage, res: ServerResponse): boolean {
  return res.socket === null && req.socket !== null;
}
