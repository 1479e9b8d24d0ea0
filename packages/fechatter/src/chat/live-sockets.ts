import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { type ChatEvent, chatIdSchema, messageBodySchema } from '../events/event.js';

const MESSAGE_LIMIT_BYTES = 64 * 1024;
/** A client that reads this much too slowly is cut off: its queue would grow without an end. */
const QUEUE_LIMIT_BYTES = 1024 * 1024;
/** Below the idle timeout of Fly's proxy (60 s), so that quiet connections live. */
const HEARTBEAT_MS = 25_000;
const GOING_AWAY = 1001;

const commandSchema = z.object({ type: z.literal('send'), chatId: chatIdSchema, body: messageBodySchema });

export interface LiveSocketOptions {
  identify(request: IncomingMessage): string | undefined;
  send(userId: string, command: { chatId: string; body: string }): Promise<unknown>;
  onCount(connections: number): void;
}

/** The WebSocket door, `/ws`: a client sends messages through it and hears what happens in its chats. */
export class LiveSockets {
  readonly #options: LiveSocketOptions;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_LIMIT_BYTES });
  readonly #users = new Map<WebSocket, string>();
  readonly #silent = new Set<WebSocket>();
  readonly #heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS).unref();

  constructor(options: LiveSocketOptions) {
    this.#options = options;
  }

  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  announce(event: ChatEvent, recipients: readonly string[]): void {
    const text = JSON.stringify({ type: 'event', event });
    for (const [socket, userId] of this.#users) {
      if (recipients.includes(userId)) deliver(socket, text);
    }
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const socket of this.#users.keys()) socket.close(GOING_AWAY, 'the service restarts');
    this.#server.close();
  }

  /** Cuts off whoever did not answer the closing handshake. */
  terminate(): void {
    for (const socket of this.#users.keys()) socket.terminate();
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const path = new URL(request.url ?? '/', 'http://service').pathname;
    const userId = this.#options.identify(request);
    if (path !== '/ws' || !userId) {
      socket.end(`HTTP/1.1 ${path === '/ws' ? '401 Unauthorized' : '404 Not Found'}\r\nConnection: close\r\n\r\n`);
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (client) => this.#welcome(client, userId));
  }

  #welcome(socket: WebSocket, userId: string): void {
    this.#users.set(socket, userId);
    this.#options.onCount(this.#users.size);
    socket.on('error', () => socket.terminate());
    socket.on('pong', () => this.#silent.delete(socket));
    socket.on('message', (raw) => void this.#obey(socket, userId, String(raw)));
    socket.on('close', () => {
      this.#users.delete(socket);
      this.#silent.delete(socket);
      this.#options.onCount(this.#users.size);
    });
  }

  async #obey(socket: WebSocket, userId: string, text: string): Promise<void> {
    try {
      const command = commandSchema.parse(JSON.parse(text));
      await this.#options.send(userId, command);
    } catch {
      deliver(socket, JSON.stringify({ type: 'error', error: 'Not sent: the command is not valid here' }));
    }
  }

  #beat(): void {
    for (const socket of this.#users.keys()) {
      if (this.#silent.has(socket)) {
        socket.terminate();
        continue;
      }
      this.#silent.add(socket);
      socket.ping();
    }
  }
}

function deliver(socket: WebSocket, text: string): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > QUEUE_LIMIT_BYTES) socket.terminate();
  else socket.send(text);
}
