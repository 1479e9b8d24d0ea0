import type { ServerResponse } from 'node:http';

/** Content types of responses that are meant to stay open: their length says nothing about speed. */
const LONG_LIVED_TYPE = /^\s*(text\/event-stream|multipart\/x-mixed-replace)\b/i;

/** Whether a response says by its type that it is meant to stay open. */
export function isEventStream(res: ServerResponse): boolean {
  if (hasEnd(res) || !res.headersSent) return false;
  const type = contentTypeOf(res);
  return type !== undefined && LONG_LIVED_TYPE.test(type);
}

/** A response that stays open is sent in chunks, or until the connection ends; one with a length is not. */
function hasEnd(res: ServerResponse): boolean {
  return !res.chunkedEncoding && res.shouldKeepAlive;
}

/**
 * `res.writeHead(200, { 'content-type': … })` on a response without other headers writes straight to the wire and
 * leaves nothing for `getHeader`: only the raw header block knows the type then.
 */
function contentTypeOf(res: ServerResponse): string | undefined {
  const type = res.getHeader('content-type');
  if (type !== undefined) return String(type);
  const raw = '_header' in res && typeof res._header === 'string' ? res._header : '';
  return /^content-type:(.*)$/im.exec(raw)?.[1];
}
