import { isRecord, parseRecord, recordIn, textIn } from '../json.js';
import type { Answer, Exchange, Server } from './probe.js';

/** How what a request has made is taken away again, by the request that made it. */
const makers: Readonly<Record<string, (body: unknown) => string | undefined>> = {
  'POST /api/folders': (body) => below('/api/folders/', textIn(body, 'uid'), '?forceDeleteRules=true'),
  'POST /api/dashboards/db': (body) => below('/api/dashboards/uid/', textIn(body, 'uid')),
  'POST /api/datasources': (body) => below('/api/datasources/uid/', textIn(recordIn(body, 'datasource'), 'uid')),
  'POST /api/library-elements': (body) => below('/api/library-elements/', textIn(recordIn(body, 'result'), 'uid')),
  'POST /api/annotations': (body) => below('/api/annotations/', idIn(body)),
};

function below(place: string, name: string | undefined, query = ''): string | undefined {
  return name === undefined ? undefined : `${place}${encodeURIComponent(name)}${query}`;
}

function idIn(body: unknown): string | undefined {
  const id = isRecord(body) ? body['id'] : undefined;
  return typeof id === 'number' ? String(id) : undefined;
}

/** What the probes have made on a server, so that it can be taken away. */
export class Litter {
  readonly #paths: string[] = [];

  /** A dashboard that was saved twice is one thing. */
  note({ method, path }: Exchange, { status, text }: Answer): void {
    const made = status === 200 ? makers[`${method} ${path}`]?.(parseRecord(text)) : undefined;
    if (made !== undefined && !this.#paths.includes(made)) this.#paths.push(made);
  }

  /** Newest first; what is gone already is no problem. */
  async clear(server: Server): Promise<readonly string[]> {
    const left: string[] = [];
    for (let path = this.#paths.pop(); path !== undefined; path = this.#paths.pop()) {
      const { status } = await server.ask({ method: 'DELETE', path, by: 'admin' });
      if (status !== 200 && status !== 404) left.push(`DELETE ${path} answered ${status}`);
    }
    return left;
  }
}
