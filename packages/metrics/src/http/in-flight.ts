import type { ServerResponse } from 'node:http';

/** Content types of responses that are meant to stay open: their length says nothing about speed. */
const LONG_LIVED_TYPE = /^\s*(text\/event-stream|multipart\/x-mixed-replace)\b/i;

/**
 * The responses that are being served, each with its start. The gauges are read off this map, so they cannot drift
 * from it: what ended is not in it.
 */
export class InFlight {
  readonly #startedAtMs = new Map<ServerResponse, number>();
  readonly #marked = new WeakSet<ServerResponse>();

  get count(): number {
    return this.#startedAtMs.size;
  }

  get longLivedCount(): number {
    let count = 0;
    for (const res of this.#startedAtMs.keys()) if (this.isLongLived(res)) count++;
    return count;
  }

  has(res: ServerResponse): boolean {
    return this.#startedAtMs.has(res);
  }

  start(res: ServerResponse): void {
    this.#startedAtMs.set(res, performance.now());
  }

  /** Takes a response out; the seconds it took, or undefined when it is not (any more) measured. */
  end(res: ServerResponse): number | undefined {
    const startedAtMs = this.#startedAtMs.get(res);
    if (startedAtMs === undefined) return undefined;
    this.#startedAtMs.delete(res);
    return (performance.now() - startedAtMs) / 1000;
  }

  markLongLived(res: ServerResponse): void {
    this.#marked.add(res);
  }

  isLongLived(res: ServerResponse): boolean {
    if (this.#marked.has(res)) return true;
    const type = contentTypeOf(res);
    return type !== undefined && LONG_LIVED_TYPE.test(type);
  }
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
