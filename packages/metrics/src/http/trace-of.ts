import type { IncomingMessage } from 'node:http';
import type { Trace } from '../store/exemplar-store.js';

/** Finds the trace a request belongs to. */
export type TraceReader = (req: IncomingMessage) => Trace | undefined;

/** https://www.w3.org/TR/trace-context/#traceparent-header , without the all-zero ids, which mean none. */
const TRACEPARENT = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})/;

/** The flag of a trace that is kept: an exemplar of one that is not would lead nowhere. */
const SAMPLED = 1;

/**
 * Where `@opentelemetry/api` 1.x keeps what was registered with it, and the key of the active span in a context.
 * Both are `Symbol.for`, so that all copies of the package meet; it need not be a dependency of this one.
 */
const OPEN_TELEMETRY = Symbol.for('opentelemetry.js.api.1');
const SPAN_KEY = Symbol.for('OpenTelemetry Context Key SPAN');

/** The sampled trace of the active OpenTelemetry span, else of the `traceparent` header. */
export function traceOf(req: IncomingMessage): Trace | undefined {
  return activeTrace() ?? headerTrace(req.headers['traceparent']);
}

function activeTrace(): Trace | undefined {
  const context = call(field(field(globalThis, OPEN_TELEMETRY), 'context'), 'active');
  const spanContext = call(call(context, 'getValue', SPAN_KEY), 'spanContext');
  const [traceId, spanId, flags] = ['traceId', 'spanId', 'traceFlags'].map((name) => field(spanContext, name));
  const isSampled = typeof flags === 'number' && (flags & SAMPLED) !== 0;
  return isSampled && typeof traceId === 'string' && typeof spanId === 'string' ? { traceId, spanId } : undefined;
}

function headerTrace(header: unknown): Trace | undefined {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(typeof header === 'string' ? header : '') ?? [];
  const isSampled = (Number.parseInt(flags ?? '0', 16) & SAMPLED) !== 0;
  return isSampled && traceId !== undefined && spanId !== undefined ? { traceId, spanId } : undefined;
}

function field(owner: unknown, name: string | symbol): unknown {
  return typeof owner === 'object' && owner !== null ? Reflect.get(owner, name) : undefined;
}

function call(owner: unknown, name: string, argument?: unknown): unknown {
  const method = field(owner, name);
  return typeof method === 'function' ? Reflect.apply(method, owner, [argument]) : undefined;
}
