import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** Lines of JSON between the platform and everybody else, over a unix socket: it crosses network namespaces. */
export type Request =
  | {
      readonly kind: 'flyctl';
      readonly argv: readonly string[];
      readonly cwd: string;
      readonly env: Readonly<Record<string, string>>;
    }
  | ({ readonly kind: 'tunnel'; readonly app: string; readonly agent: string } & TunnelTarget)
  | { readonly kind: 'call'; readonly method: string; readonly params: readonly unknown[] };

export type ToFlyctl =
  | { readonly kind: 'out' | 'err'; readonly text: string }
  | { readonly kind: 'readInput' }
  | { readonly kind: 'listen'; readonly at: ListenOrder }
  | { readonly kind: 'exit'; readonly code: number };

export type FromFlyctl =
  | { readonly kind: 'input'; readonly text: string }
  | { readonly kind: 'listenFailed'; readonly why: string }
  /** A signal that flyctl has seen; without it the end of the connection means that it was killed. */
  | { readonly kind: 'interrupted' };

export interface ListenOrder {
  readonly port: number;
  readonly host: string;
  readonly app: string;
  /** The configuration folder whose agent carries it. */
  readonly agent: string;
  readonly target: TunnelTarget;
}

export interface TunnelTarget {
  readonly host: string;
  readonly port: number;
}

export function sendLine(socket: Socket, message: unknown): void {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
}

export function onLines(socket: Socket, receive: (line: string) => void): void {
  createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY }).on('line', receive);
}
