import { isRecord, parseRecord, recordIn, textIn } from '../json.js';
import type { Answer, Exchange, Server } from './probe.js';

interface Maker {
  /** The address of what was made, by what was sent; undefined when the server chooses it. */
  readonly bySent: (body: unknown) => string | undefined;
  readonly byAnswer: (body: unknown) => string | undefined;
}

const folder = (uid: string | undefined) => below('/api/folders/', uid, '?forceDeleteRules=true');
const dashboard = (uid: string | undefined) => below('/api/dashboards/uid/', uid);
const datasource = (uid: string | undefined) => below('/api/datasources/uid/', uid);
const element = (uid: string | undefined) => below('/api/library-elements/', uid);

const makers: Readonly<Record<string, Maker>> = {
  'POST /api/folders': {
    bySent: (body) => folder(textIn(body, 'uid')),
    byAnswer: (body) => folder(textIn(body, 'uid')),
  },
  'POST /api/dashboards/db': {
    bySent: (body) => dashboard(textIn(recordIn(body, 'dashboard'), 'uid')),
    byAnswer: (body) => dashboard(textIn(body, 'uid')),
  },
  'POST /api/datasources': {
    bySent: (body) => datasource(textIn(body, 'uid')),
    byAnswer: (body) => datasource(textIn(recordIn(body, 'datasource'), 'uid')),
  },
  'POST /api/library-elements': {
    bySent: (body) => element(textIn(body, 'uid')),
    byAnswer: (body) => element(textIn(recordIn(body, 'result'), 'uid')),
  },
  'POST /api/annotations': {
    bySent: () => undefined,
    byAnswer: (body) => below('/api/annotations/', idIn(body)),
  },
};

function below(place: string, name: string | undefined, query = ''): string | undefined {
  return name === undefined || name === '' ? undefined : `${place}${encodeURIComponent(name)}${query}`;
}

function idIn(body: unknown): string | undefined {
  const id = isRecord(body) ? body['id'] : undefined;
  return typeof id === 'number' ? String(id) : undefined;
}

/** What a probe has made on a server, or may have made, so that it can be taken away. */
export class Litter {
  /** By its address; true when the server said that it was made. */
  readonly #places = new Map<string, boolean>();

  /** Before it is asked: an answer that is lost or an error may leave it made all the same. */
  noteSent({ method, path, body }: Exchange): void {
    const place = makers[`${method} ${path}`]?.bySent(body);
    if (place !== undefined && !this.#places.has(place)) this.#places.set(place, false);
  }

  noteAnswered({ method, path }: Exchange, { status, text }: Answer): void {
    const place = status === 200 ? makers[`${method} ${path}`]?.byAnswer(parseRecord(text)) : undefined;
    if (place !== undefined) this.#places.set(place, true);
  }

  /** Newest first; gives what was made and could not be deleted. */
  async clear(server: Server): Promise<readonly string[]> {
    const left: string[] = [];
    for (const [path, isMade] of [...this.#places].reverse()) {
      const { status, text } = await server.ask({ method: 'DELETE', path, by: 'admin' });
      if (isMade && status !== 200 && status !== 404)
        left.push(`it is left behind: DELETE ${path} answered ${status || text}`);
    }
    this.#places.clear();
    return left;
  }
}
