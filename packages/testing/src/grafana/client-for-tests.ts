import { createServer } from 'node:http';
import { readBody } from './http.js';
import { type GrafanaOptions, type GrafanaStandIn, startGrafana } from './index.js';
import { isRecord, type Json } from './json.js';

export type Answered = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
  readonly list: Json[];
  readonly text: string;
};
export type Client = GrafanaStandIn & {
  get(path: string): Promise<Answered>;
  send(method: string, path: string, body: unknown): Promise<Answered>;
  as(token: string): { get(path: string): Promise<Answered>; send: Client['send'] };
};

export const TOKENS = { admin: 'token-of-admin', editor: 'token-of-editor', viewer: 'token-of-viewer' };

/** A running stand-in that is spoken to as an administrator unless told otherwise. */
export async function grafanaClient(options: Partial<GrafanaOptions> = {}): Promise<Client> {
  const grafana = await startGrafana({ tokens: TOKENS, ...options });
  const as = (token: string): ReturnType<Client['as']> => ({
    get: async (path) => await ask(grafana.url + path, { headers: { authorization: `Bearer ${token}` } }),
    send: async (method, path, body) =>
      await ask(grafana.url + path, {
        method,
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      }),
  });
  return { ...grafana, ...as(TOKENS.admin), as };
}

async function ask(url: string, init: RequestInit): Promise<Answered> {
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  const value: unknown = isJson ? JSON.parse(text) : undefined;
  const list = Array.isArray(value) ? value.filter(isRecord) : [];
  return { status: response.status, headers: response.headers, body: isRecord(value) ? value : {}, list, text };
}

export type FakePrometheus = {
  readonly url: string;
  readonly asked: {
    readonly path: string;
    readonly form: URLSearchParams;
    readonly authorization: string | undefined;
  }[];
  stop(): Promise<void>;
};

/** Answers every question with the same status and body. */
export async function fakePrometheus(status: number, body: object): Promise<FakePrometheus> {
  const asked: FakePrometheus['asked'] = [];
  const server = createServer((message, response) => {
    void readBody(message).then((form) => {
      asked.push({
        path: message.url ?? '',
        form: new URLSearchParams(form),
        authorization: message.headers.authorization,
      });
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const stop = async (): Promise<void> => await new Promise((resolve) => void server.close(() => resolve()));
  return { url: `http://127.0.0.1:${port}`, asked, stop };
}

export function matrix(series: readonly { metric: object; values: readonly (readonly [number, string])[] }[]): object {
  return { status: 'success', data: { resultType: 'matrix', result: series } };
}
