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

/**
 * The position of a request's method in `METHODS`. The parser's method names and those here are interned: comparing
 * them is comparing pointers, which is quicker than the hash of a map, also for the last of them.
 */
export function methodIndex(method: string | undefined): number {
  switch (method) {
    case 'GET':
      return 0;
    case 'HEAD':
      return 1;
    case 'POST':
      return 2;
    case 'PUT':
      return 3;
    case 'PATCH':
      return 4;
    case 'DELETE':
      return 5;
    case 'OPTIONS':
      return 6;
    case 'CONNECT':
      return 7;
    case 'TRACE':
      return 8;
    default:
      return OTHER_METHOD;
  }
}

export function methodName(index: number): string {
  return METHODS[index] ?? 'OTHER';
}
