import type { ServerResponse } from 'node:http';

/** Calls back once, when the head of a response is written: every way of answering goes through `writeHead`. */
export function onFirstByte(res: ServerResponse, notify: (res: ServerResponse) => void): void {
  const { writeHead } = res;
  // An own property over the method of the class; what it was called with is passed on as it came.
  Reflect.set(res, 'writeHead', (...given: unknown[]): unknown => {
    Reflect.set(res, 'writeHead', writeHead);
    notify(res);
    return Reflect.apply(writeHead, res, given);
  });
}
