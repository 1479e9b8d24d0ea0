import type { Invocation } from './command.js';

const DEBUG = '\u001b[2mDEBUG\u001b[0m ';

function isOn(call: Pick<Invocation, 'env'>): boolean {
  return (call.env['LOG_LEVEL'] ?? '').toLowerCase() === 'debug';
}

/** With LOG_LEVEL=debug flyctl tells on standard error what it does. */
export function debugLine(call: Pick<Invocation, 'env' | 'err'>, text: string): void {
  if (isOn(call)) call.err(`${DEBUG}${text}\n`);
}

/** One of its two loggers writes to standard output, among the answer. */
export function debugOutput(call: Pick<Invocation, 'env' | 'out'>, text: string): void {
  if (isOn(call)) call.out(`${DEBUG}${text}\n`);
}

/** Requests are told with their bodies, secrets and all. */
export function debugRequest(call: Pick<Invocation, 'env' | 'err'>, request: { line: string; body: unknown }): void {
  debugLine(call, `--> ${request.line}\n`);
  debugLine(call, JSON.stringify(request.body, null, 2));
}
