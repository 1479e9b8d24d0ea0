import type { IncomingMessage, ServerResponse } from 'node:http';

/** Content types of responses that are meant to stay open: their length says nothing about speed. */
const LONG_LIVED_TYPE = /^\s*(text\/event-stream|multipart\/x-mixed-replace)\b/i;

/** Responses there is room for at first; the room doubles, and stays at the most that were ever open at once. */
const INITIAL_PLACES = 64;

const NONE = 0;
const MARKED = 1;

/** What is written on a response: the number of its place. Whoever holds the key can read it. */
type Placed = Record<symbol, number | undefined>;

/**
 * The responses that are being served, each at a numbered place with its start. Places are used again, so that
 * measuring a request allocates nothing; and the gauges are read off the places, so that they cannot drift from them.
 */
export class InFlight {
  /** Own to each instance: two of them may measure one response. */
  readonly #place = Symbol('in-flight place');
  readonly #responses: (ServerResponse | undefined)[] = [];
  #startedAtMs = new Float64Array(INITIAL_PLACES);
  #marks = new Uint8Array(INITIAL_PLACES);
  /** Seconds to the first byte; below 0 while there was none. */
  #firstBytes = new Float64Array(INITIAL_PLACES);
  #free = new Int32Array(INITIAL_PLACES);
  #freeCount = 0;
  #upgrades = 0;

  get count(): number {
    return this.#responses.length - this.#freeCount + this.#upgrades;
  }

  get longLivedCount(): number {
    return this.#responses.filter((res) => res !== undefined && this.isLongLived(res)).length + this.#upgrades;
  }

  has(res: ServerResponse): boolean {
    return placed(res)[this.#place] !== undefined;
  }

  start(res: ServerResponse): void {
    const place = this.#freeCount > 0 ? (this.#free[--this.#freeCount] ?? 0) : this.#addPlace();
    this.#responses[place] = res;
    this.#startedAtMs[place] = performance.now();
    this.#marks[place] = NONE;
    this.#firstBytes[place] = -1;
    placed(res)[this.#place] = place;
  }

  /** Takes a response out; the seconds it took, or -1 when it is not (any more) measured. */
  end(res: ServerResponse): number {
    const place = placed(res)[this.#place];
    if (place === undefined || this.#responses[place] !== res) return -1;
    this.#responses[place] = undefined;
    this.#free[this.#freeCount++] = place;
    return this.#secondsSince(place);
  }

  markFirstByte(res: ServerResponse): void {
    const place = placed(res)[this.#place] ?? 0;
    this.#firstBytes[place] = this.#secondsSince(place);
  }

  /** Seconds a response took to its first byte, -1 when it had none. Right until the next response starts. */
  firstByteOf(res: ServerResponse): number {
    return this.#firstBytes[placed(res)[this.#place] ?? -1] ?? -1;
  }

  /** A connection that has left HTTP counts until it is told to have ended. */
  startUpgrade(): void {
    this.#upgrades++;
  }

  endUpgrade(): void {
    this.#upgrades--;
  }

  markLongLived(res: ServerResponse): void {
    const place = placed(res)[this.#place];
    if (place !== undefined) this.#marks[place] = MARKED;
  }

  isLongLived(res: ServerResponse): boolean {
    if (this.#marks[placed(res)[this.#place] ?? -1] === MARKED) return true;
    if (!res.headersSent || hasEnd(res)) return false;
    const type = contentTypeOf(res);
    return type !== undefined && LONG_LIVED_TYPE.test(type);
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

function placed(res: ServerResponse): Placed {
  // A response is an ordinary object; its declared type has no room for a symbol of ours.
  return res as unknown as Placed;
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
