import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Client } from './client.js';
import type { Tally } from './tally.js';

const REOPEN_MS = 500;

export interface LiveOptions {
  readonly client: Client;
  readonly tally: Tally;
  /** Ends the connection for good. */
  readonly signal: AbortSignal;
}

/** Follows the visitor's event stream, as a browser's EventSource does: it opens again whenever it ends. */
export async function followStream(options: LiveOptions): Promise<void> {
  const { signal } = options;
  while (!signal.aborted) {
    await readStream(options).catch(() => undefined);
    await delay(REOPEN_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function readStream({ client, tally, signal }: LiveOptions): Promise<void> {
  const headers = { authorization: `Bearer ${client.token}`, accept: 'text/event-stream' };
  const response = await fetch(client.address('notify_server', '/api/events'), { headers, signal });
  if (!response.ok || !response.body) return;
  let rest = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = `${rest}${chunk}`.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks.filter((text) => text.startsWith('event:'))) {
      tally.count('streamEvents');
      if (block.includes('"senderId":"bot"')) tally.count('botAnswersSeen');
    }
  }
}

/** A visitor's WebSocket; it is opened again whenever the service closes it. */
export class LiveSocket {
  readonly #options: LiveOptions;
  #socket: WebSocket | undefined;

  constructor(options: LiveOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => this.#socket?.close(), { once: true });
    this.#open();
  }

  /** Whether the message could be handed over. */
  send(command: { chatId: string; body: string }): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify({ type: 'send', ...command }));
    return true;
  }

  #open(): void {
    const { client, tally, signal } = this.#options;
    if (signal.aborted) return;
    const url = client.address('fechatter_server', '/ws');
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(url, { headers: { authorization: `Bearer ${client.token}` } });
    socket.on('message', () => tally.count('socketEvents'));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => setTimeout(() => this.#open(), signal.aborted ? 0 : REOPEN_MS).unref());
    this.#socket = socket;
  }
}
