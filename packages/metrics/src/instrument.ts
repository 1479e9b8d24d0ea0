import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpRecorder } from './http/http-recorder.js';
import type { ExpressApp } from './route/express-shape.js';

/** An Express app. It hands every request to its method `handle`, which its published types do not mention. */
export type InstrumentableApp = ExpressApp & ((req: IncomingMessage, res: ServerResponse) => unknown);

type Handle = (this: unknown, req: IncomingMessage, res: ServerResponse, next?: (error?: unknown) => void) => unknown;

/** Set on what `instrument()` puts in the place of `app.handle`. */
const INSTRUMENTED_BY = Symbol('instrumented by');

/**
 * Begins each request in the app's own entry, which both Express 4 and 5 call as a method. A router layer, which is
 * what `app.use(m)` costs, is saved.
 */
export function wrapApp(app: InstrumentableApp, recorder: HttpRecorder): void {
  const handle: unknown = Reflect.get(app, 'handle');
  if (!isHandle(handle)) throw new Error('instrument() needs an Express app: what it was given has no handle().');
  if (Reflect.get(handle, INSTRUMENTED_BY) === recorder) return;
  recorder.note(app);
  const measured: Handle = function measured(req, res, next) {
    recorder.beginIn(app, req, res);
    return handle.call(this, req, res, next);
  };
  Reflect.set(app, 'handle', Object.assign(measured, { [INSTRUMENTED_BY]: recorder }));
}

function isHandle(value: unknown): value is Handle {
  return typeof value === 'function';
}
