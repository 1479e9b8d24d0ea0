import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import tls from 'node:tls';
import type { GrafanaOptions } from './options.js';

export type Exchange = {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};
export type Answer = { readonly status: number; readonly text: string };

/** One HTTP exchange with the world outside; rejects when nobody answers. */
export type Outbound = (exchange: Exchange) => Promise<Answer>;

const ANSWER_TIMEOUT_MS = 30_000;

/** With a proxy, `https:` addresses go through its CONNECT, as from a server inside a company. */
export function createOutbound(way: GrafanaOptions['outbound']): Outbound {
  return async (exchange) => {
    const url = new URL(exchange.url);
    if (way === undefined || url.protocol !== 'https:') {
      return await exchangeOver(exchange, { agent: false });
    }
    const tunnel = await tunnelThrough(new URL(way.proxyUrl), url);
    const ca = way.caPem === undefined ? {} : { ca: way.caPem };
    const socket = tls.connect({ socket: tunnel, servername: url.hostname, ...ca });
    return await exchangeOver(exchange, { createConnection: () => socket });
  };
}

async function tunnelThrough(proxy: URL, target: URL): Promise<Socket> {
  return await new Promise((resolve, reject) => {
    const path = `${target.hostname}:${target.port === '' ? '443' : target.port}`;
    const request = http.request({ host: proxy.hostname, port: proxy.port, method: 'CONNECT', path });
    request.once('error', reject);
    request.once('connect', (response, socket: Socket) => {
      if (response.statusCode === 200) {
        resolve(socket);
      } else {
        socket.destroy();
        reject(new Error(`proxy refused ${path}: ${String(response.statusCode)}`));
      }
    });
    request.end();
  });
}

async function exchangeOver(exchange: Exchange, over: http.RequestOptions): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const client = exchange.url.startsWith('https:') ? https : http;
    // Over a given connection node would add port 80, and the name behind the proxy is told by the bare host.
    const headers = { ...exchange.headers, host: new URL(exchange.url).host };
    const options = { method: exchange.method, headers, timeout: ANSWER_TIMEOUT_MS };
    const request = client.request(exchange.url, { ...options, ...over }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.once('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.once('error', reject);
    });
    request.once('timeout', () => request.destroy(new Error('context deadline exceeded')));
    request.once('error', reject);
    request.end(exchange.body);
  });
}
