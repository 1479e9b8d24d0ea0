import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** `finish`: the whole response was handed to the system; `close` without it: the connection ended before. */
export type EndEvent = 'finish' | 'close';

/**
 * A request being served: what is known of it from its begin to its end. A connection keeps one and uses it again for
 * its next request, so that measuring allocates nothing.
 */
export class Exchange {
  /** The one that its connection keeps: itself, unless it waits behind it (pipelining). */
  readonly connection: Exchange;
  /** Undefined between two requests. */
  res: ServerResponse | undefined;
  /** Its place among those being served. */
  place = 0;
  startedAtMs = 0;
  seconds = 0;
  /** Below 0 while there was no first byte. */
  secondsToFirstByte = -1;
  /** Whether the app has said that the response stays open on purpose. */
  isMarked = false;
  event: EndEvent = 'close';
  /** Whether the response that has ended had stayed open on purpose. */
  isLongLived = false;
  /** Bytes that this request has brought and that its response has taken; below 0 where nobody knows (HTTP/2). */
  read = -1;
  written = -1;
  /** Bytes of the connection that belong to requests which have ended. */
  #accountedRead = 0;
  #accountedWritten = 0;

  constructor(connection?: Exchange) {
    this.connection = connection ?? this;
  }

  begin(res: ServerResponse): void {
    this.res = res;
    this.secondsToFirstByte = -1;
    this.isMarked = false;
    this.startedAtMs = performance.now();
  }

  secondsSoFar(): number {
    return (performance.now() - this.startedAtMs) / 1000;
  }

  /**
   * Works out what the request that ends now has carried on the wire, heads and chunk framing included, off the
   * connection: whatever a handler streams is in it, and no method of the response has to be wrapped. What a
   * connection carries between the ends of two requests belongs to the second one; the sum is exact, also where
   * requests are pipelined.
   */
  takeBytes({ bytesRead, bytesWritten }: Socket): void {
    const { connection } = this;
    this.read = bytesRead - connection.#accountedRead;
    this.written = bytesWritten - connection.#accountedWritten;
    connection.#accountedRead = bytesRead;
    connection.#accountedWritten = bytesWritten;
  }
}
