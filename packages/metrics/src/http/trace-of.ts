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

/** The context a request began in. One for the whole module: the compiler has to know it. */
const CONTEXT = Symbol('OpenTelemetry context');

type NotedRequest = IncomingMessage & { [CONTEXT]?: unknown };

/** What OpenMetrics 1.0 leaves of an exemplar's 128 characters for the values, after the names of its labels. */
const MAX_ID_CHARACTERS = 128 - 'trace_id'.length - 'span_id'.length;

/** A trace that somebody else's reader has found, where a scraper can take it. */
export function usableTrace(trace: Trace | undefined): Trace | undefined {
  const { traceId, spanId }: { readonly traceId?: unknown; readonly spanId?: unknown } = trace ?? {};
  if (typeof traceId !== 'string' || typeof spanId !== 'string') return undefined;
  return traceId.length + spanId.length <= MAX_ID_CHARACTERS ? { traceId, spanId } : undefined;
}

/** Where a request's trace comes from. */
export interface TraceSource {
  /** Told of a request when it begins. Never throws. */
  readonly note?: (req: IncomingMessage) => void;
  /** Asked once it has ended. */
  readonly read: TraceReader;
}

/**
 * The sampled trace of the OpenTelemetry span in which a request began, else of its `traceparent` header. The span
 * that is active when a response has ended can be another request's: of the one that made this one's handler answer,
 * or of an earlier one of the same connection. It counts only where nothing else tells.
 */
export const OPEN_TELEMETRY_TRACES: TraceSource = {
  note: noteContext,
  read: (req: NotedRequest) => {
    const span = spanIn(req[CONTEXT]);
    return traceOf(span) ?? headerTrace(req.headers['traceparent']) ?? (span === undefined ? activeTrace() : undefined);
  },
};

/** A request that passes a second time (in a sub-app) keeps its first context, which is the outermost span's. */
function noteContext(req: NotedRequest): void {
  if (req[CONTEXT] !== undefined) return;
  try {
    const context = activeContext();
    if (context !== undefined) req[CONTEXT] = context;
  } catch {
    // The context manager is somebody else's code, in the path of a request: no exemplar.
  }
}

function activeTrace(): Trace | undefined {
  return traceOf(spanIn(activeContext()));
}

function activeContext(): unknown {
  return call(field(field(globalThis, OPEN_TELEMETRY), 'context'), 'active');
}

function spanIn(context: unknown): unknown {
  return call(context, 'getValue', SPAN_KEY);
}

function traceOf(span: unknown): Trace | undefined {
  const spanContext = call(span, 'spanContext');
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
