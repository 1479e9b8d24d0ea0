import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** Bytes of a connection that belong to requests which have ended, as one `Traffic` has counted them. */
class Accounted {
  readonly owner: Traffic;
  readonly next: Accounted | undefined;
  read = 0;
  written = 0;

  constructor(owner: Traffic, next: Accounted | undefined) {
    this.owner = owner;
    this.next = next;
  }
}

const ACCOUNTED = Symbol('accounted traffic');

type AccountedSocket = Socket & { [ACCOUNTED]?: Accounted };

/**
 * Bytes on the wire, heads and chunk framing included, read off the connection: whatever a handler streams is in it,
 * and no method of the response has to be wrapped. What a connection carries between the ends of two requests
 * belongs to the second one; the sum is exact, also where requests are pipelined.
 */
export class Traffic {
  read = 0;
  written = 0;

  /** Works out what the request that has just ended carried, into `read` and `written`. */
  take({ socket }: IncomingMessage): void {
    const before = this.#accountedOf(socket);
    const { bytesRead, bytesWritten } = socket;
    this.read = bytesRead - before.read;
    this.written = bytesWritten - before.written;
    before.read = bytesRead;
    before.written = bytesWritten;
  }

  #accountedOf(socket: AccountedSocket): Accounted {
    for (let known = socket[ACCOUNTED]; known !== undefined; known = known.next) if (known.owner === this) return known;
    const created = new Accounted(this, socket[ACCOUNTED]);
    socket[ACCOUNTED] = created;
    return created;
  }
}
