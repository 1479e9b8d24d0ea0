import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Role } from './options.js';

export type Request = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  readonly role: Role | undefined;
};

export type Reply = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export function json(status: number, body: unknown): Reply {
  return { status, body };
}

export function html(status: number, body: string): Reply {
  return { status, body, headers: { 'content-type': 'text/html; charset=UTF-8' } };
}

/** The plain error form of Grafana; `status` is its machine-readable reason. */
export function refusal(status: number, message: string, reason?: string): Reply {
  return json(status, reason === undefined ? { message } : { message, status: reason });
}

export async function readBody(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of message) {
    parts.push(Buffer.from(part));
  }
  return Buffer.concat(parts).toString('utf8');
}

export function send(response: ServerResponse, reply: Reply): void {
  const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
  response.writeHead(reply.status, {
    'content-type': 'application/json; charset=UTF-8',
    'cache-control': 'no-store',
    ...reply.headers,
  });
  response.end(text);
}
