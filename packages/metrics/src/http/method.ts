/**
 * The values of the `method` label: RFC 9110 §9.3 and PATCH (RFC 5789), and one for everything else. Node's parser
 * lets about 35 methods through (PROPFIND, MKCOL, …); each would multiply the series of every route.
 */
export const METHODS = Object.freeze([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'CONNECT',
  'TRACE',
  'OTHER',
] as const);

/** The method that stands for all others. */
export const OTHER_METHOD = METHODS.length - 1;

/**
 * The last method that is told apart in requests that no route took: browsers, crawlers and forms send GET, HEAD and
 * POST, whoever tries doors sends the others, and there each would be a series that nobody asked for.
 */
export const LAST_UNMATCHED_METHOD = METHODS.indexOf('POST');

const GET = 0;
const INDEX: ReadonlyMap<string, number> = new Map(METHODS.map((method, i) => [method, i]));

/** The position of a request's method in `METHODS`. */
export function methodIndex(method: string | undefined): number {
  // The parser's method names are interned: comparing with the most frequent one is comparing a pointer.
  return method === 'GET' ? GET : (INDEX.get(method ?? '') ?? OTHER_METHOD);
}

export function methodName(index: number): string {
  return METHODS[index] ?? 'OTHER';
}
