import type { Response } from 'undici';
import type { HttpResponse, UnreachableReason } from '../ports.js';
import { errorMessage } from '../suite-error.js';

export async function whole(response: Response): Promise<HttpResponse> {
  const body = await response.text();
  return { kind: 'response', status: response.status, headers: Object.fromEntries(response.headers), body };
}

export function explain(error: unknown, timeoutMs: number): { reason: UnreachableReason; detail: string } {
  const codes = chainOf(error).flatMap((link) => [String(link.code ?? ''), String(link.name ?? '')]);
  const has = (pattern: RegExp) => codes.some((code) => pattern.test(code));
  if (has(/TimeoutError|_TIMEOUT$|ETIMEDOUT/)) return { reason: 'timeout', detail: `no answer within ${timeoutMs} ms` };
  if (has(/ENOTFOUND|EAI_AGAIN/)) return { reason: 'dns', detail: 'the name has no address' };
  if (has(/ECONNREFUSED/)) return { reason: 'refused', detail: 'the connection was refused' };
  if (has(/ECONNRESET|EPIPE|UND_ERR_SOCKET/)) return { reason: 'reset', detail: 'the connection was closed' };
  if (has(/CERT|TLS|SSL|SELF_SIGNED/))
    return { reason: 'tls', detail: `the TLS handshake failed (${errorMessage(error)})` };
  return { reason: 'other', detail: errorMessage(error) };
}

interface Link {
  readonly code?: unknown;
  readonly name?: unknown;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/** The error and all that it holds as causes; a connection to several addresses fails with one error for each. */
function chainOf(error: unknown): readonly Link[] {
  if (typeof error !== 'object' || error === null) return [];
  const link = error as Link;
  return [link, ...chainOf(link.cause), ...(link.errors ?? []).flatMap(chainOf)];
}
