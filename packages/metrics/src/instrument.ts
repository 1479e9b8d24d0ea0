import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpRecorder } from './http/http-recorder.js';

/** An Express app, as far as it has to be known here: it hands every request to a method of its own. */
export interface InstrumentableApp {
  handle: (req: IncomingMessage, res: ServerResponse, next?: (error?: unknown) => void) => unknown;
}

/** Set on what `instrument()` puts in the place of `app.handle`. */
const INSTRUMENTED_BY = Symbol('instrumented by');

/**
 * Begins each request in the app's own entry, which both Express 4 and 5 call as a method. A router layer, which is
 * what `app.use(m)` costs, is saved.
 */
export function wrapApp(app: InstrumentableApp, recorder: HttpRecorder): void {
  const { handle } = app;
  if (Reflect.get(handle, INSTRUMENTED_BY) === recorder) return;
  recorder.note(app);
  const measured: InstrumentableApp['handle'] = function measured(this: InstrumentableApp, req, res, next) {
    recorder.begin(req, res);
    return handle.call(this, req, res, next);
  };
  app.handle = Object.assign(measured, { [INSTRUMENTED_BY]: recorder });
}
