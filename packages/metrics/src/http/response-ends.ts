import type { ServerResponse } from 'node:http';
import type { ExpressApp } from '../route/express-shape.js';
import type { EndEvent } from './exchange.js';
import { isHttp2 } from './http-version.js';

type Emit = ServerResponse['emit'];

export function endEventOf(res: ServerResponse): EndEvent {
  // In HTTP/2 a response that was cancelled has "finished" too.
  return res.writableFinished && !(isHttp2(res.req) && res.req.aborted) ? 'finish' : 'close';
}

/**
 * Tells how responses end. Express gives all responses of an app one prototype, `app.response`, which is there to be
 * extended: an `emit` in it sees every event for a fraction of what a listener on each response costs. Where a response
 * has another `emit`, or may lose its prototype because a sub-app hands it on, it gets a listener.
 */
export class ResponseEnds {
  readonly #tell: (res: ServerResponse, event: EndEvent) => void;
  readonly #onClose: (this: ServerResponse) => void;
  readonly #emits = new WeakMap<object, Emit>();
  /** That of the app which was noted last. */
  #emit: Emit | undefined;

  constructor(tell: (res: ServerResponse, event: EndEvent) => void) {
    this.#tell = tell;
    this.#onClose = function onClose() {
      tell(this, endEventOf(this));
    };
  }

  /** Makes the app known whose responses come next. */
  note(app: ExpressApp | undefined): void {
    const prototype = app?.response;
    this.#emit = prototype && (this.#emits.get(prototype) ?? this.#extend(prototype));
  }

  /** Tells the end of a response that the noted app has given its methods. */
  watch(app: ExpressApp | undefined, res: ServerResponse): void {
    if (res.emit !== this.#emit || app?.parent !== undefined) res.on('close', this.#onClose);
  }

  /** The same before the noted app has given it its methods. */
  watchEarly(app: ExpressApp, res: ServerResponse): void {
    if (this.#emit === undefined || app.response?.emit !== this.#emit || app.parent !== undefined)
      res.on('close', this.#onClose);
  }

  #extend(prototype: ServerResponse): Emit | undefined {
    const tell = this.#tell;
    const { emit } = prototype;
    const telling: Emit = function telling(this: ServerResponse, event: string | symbol) {
      if (event === 'finish' || event === 'close') tell(this, event);
      // biome-ignore lint/complexity/noArguments: an array of them would be made for each event.
      return Reflect.apply(emit, this, arguments);
    };
    this.#emits.set(prototype, telling);
    return Reflect.set(prototype, 'emit', telling) ? telling : undefined;
  }
}
