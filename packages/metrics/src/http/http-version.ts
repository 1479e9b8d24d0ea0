import type { IncomingMessage } from 'node:http';

/** Whether a request's connection carries others at the same time: what is known of it is not known of the request. */
export function isHttp2({ httpVersionMajor }: IncomingMessage): boolean {
  return httpVersionMajor === 2;
}
