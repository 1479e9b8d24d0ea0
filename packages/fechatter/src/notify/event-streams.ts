import type { Response } from 'express';
import type { ChatEvent } from '../events/event.js';

export type StreamEvent = 'chat' | 'message' | 'presence';

export interface EventStreamsOptions {
  onOpened(): void;
  onSent(event: StreamEvent): void;
  /** Called after each change of who is connected. */
  onCount(count: { connections: number; users: number }): void;
}

/** A client that reads this much too slowly is cut off: its queue would grow without an end. */
const QUEUE_LIMIT_BYTES = 1024 * 1024;
/** Below the idle timeout of Fly's proxy (60 s), so that quiet streams live. */
const HEARTBEAT_MS = 25_000;

/** The open server-sent-event streams of this machine, by user. One user may have several: a phone, two tabs. */
export class EventStreams {
  readonly #options: EventStreamsOptions;
  readonly #streams = new Map<string, Set<Response>>();
  readonly #heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS).unref();

  constructor(options: EventStreamsOptions) {
    this.#options = options;
  }

  streamsOf(userId: string): number {
    return this.#streams.get(userId)?.size ?? 0;
  }

  onlineUsers(): readonly string[] {
    return [...this.#streams.keys()].sort();
  }

  open(userId: string, response: Response): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': welcome\n\n');
    const isFirst = this.streamsOf(userId) === 0;
    this.#streams.set(userId, (this.#streams.get(userId) ?? new Set()).add(response));
    response.once('close', () => this.#closed(userId, response));
    this.#options.onOpened();
    this.#report();
    if (isFirst) this.#sendPresence(userId, 'online');
  }

  /** Tells the users concerned that are connected here. */
  send(name: StreamEvent, event: ChatEvent, recipients: readonly string[]): void {
    for (const userId of recipients) this.#write(userId, name, event);
  }

  /** Ends every stream of a user, as signing out wants it. */
  end(userId: string): void {
    for (const response of this.#streams.get(userId) ?? []) response.end();
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const userId of this.#streams.keys()) this.end(userId);
  }

  #closed(userId: string, response: Response): void {
    const streams = this.#streams.get(userId);
    streams?.delete(response);
    if (streams?.size === 0) this.#streams.delete(userId);
    this.#report();
    if (streams?.size === 0) this.#sendPresence(userId, 'offline');
  }

  #sendPresence(userId: string, state: 'online' | 'offline'): void {
    for (const other of this.#streams.keys()) this.#write(other, 'presence', { userId, state });
  }

  #write(userId: string, name: StreamEvent, payload: object): void {
    for (const response of this.#streams.get(userId) ?? []) {
      if (response.writableEnded) continue;
      if (response.writableLength > QUEUE_LIMIT_BYTES) {
        response.destroy();
        continue;
      }
      response.write(`event: ${name}\ndata: ${JSON.stringify(payload)}\n\n`);
      this.#options.onSent(name);
    }
  }

  #beat(): void {
    for (const streams of this.#streams.values()) {
      for (const response of streams) response.write(': still here\n\n');
    }
  }

  #report(): void {
    const connections = [...this.#streams.values()].reduce((sum, streams) => sum + streams.size, 0);
    this.#options.onCount({ connections, users: this.#streams.size });
  }
}
