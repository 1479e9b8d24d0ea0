import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** Bytes of a connection that belong to requests which have ended. */
interface Accounted {
  read: number;
  written: number;
}

/**
 * Bytes on the wire, heads and chunk framing included, read off the connection: whatever a handler streams is in it,
 * and no method of the response has to be wrapped. What a connection carries between the ends of two requests
 * belongs to the second one; the sum is exact, also where requests are pipelined.
 */
export class Traffic {
  read = 0;
  written = 0;
  readonly #accounted = new WeakMap<Socket, Accounted>();

  /** Works out what the request that has just ended carried, into `read` and `written`. */
  take({ socket }: IncomingMessage): void {
    const before = this.#accounted.get(socket) ?? this.#first(socket);
    const { bytesRead, bytesWritten } = socket;
    this.read = bytesRead - before.read;
    this.written = bytesWritten - before.written;
    before.read = bytesRead;
    before.written = bytesWritten;
  }

  #first(socket: Socket): Accounted {
    const accounted = { read: 0, written: 0 };
    this.#accounted.set(socket, accounted);
    return accounted;
  }
}
