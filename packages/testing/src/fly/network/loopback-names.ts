import { existsSync, realpathSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { lookUp, type NamedMachine } from './internal-names.js';

export interface LoopbackSource {
  machines(): readonly NamedMachine[];
  portOf(machine: string, port: number): number;
}

const INTERNAL = /(?<![\w.-])((?:[a-z0-9_-]+\.)+internal):(\d+)/gi;
const ABSOLUTE = /(?<=^|[\s=:,"'])\/[\w./-]+/g;

/** Names of the private network become this computer's ports, paths of the image its folder. */
export function translateForLoopback(text: string, at: { root: string; source: LoopbackSource }): string {
  const named = text.replace(INTERNAL, (_all, name: string, port: string) => {
    const [first] = targetsOf(at.source, { name, port: Number(port) });
    return first ?? `127.0.0.1:${port}`;
  });
  return named.replace(ABSOLUTE, (place) => placeOf(path.join(at.root, place)) ?? place);
}

/** Volumes are links in the machine's folder; programs that change owners must get what is behind them. */
function placeOf(file: string): string | undefined {
  return existsSync(file) ? realpathSync(file) : undefined;
}

interface Wanted {
  readonly name: string;
  readonly port: number;
}

function machinesOf(source: LoopbackSource, { name }: Wanted): readonly NamedMachine[] {
  const machines = source.machines();
  const addresses = lookUp(name, machines)?.aaaa ?? [];
  return machines.filter(({ six }) => addresses.includes(six));
}

function targetsOf(source: LoopbackSource, wanted: Wanted): readonly string[] {
  return machinesOf(source, wanted).map(({ id }) => `127.0.0.1:${source.portOf(id, wanted.port)}`);
}

/**
 * Prometheus' http_sd over the same names: /targets?name=<name>&port=<port>. Targets keep their private addresses; the
 * same server is the proxy that leads to them.
 */
export function serveTargets(source: LoopbackSource): Promise<string> {
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.url?.startsWith('http://') === true) forward(source, { request, response, url });
    else response.setHeader('content-type', 'application/json').end(JSON.stringify(targetGroups(source, url)));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/targets`);
    });
  });
}

function targetGroups(source: LoopbackSource, { searchParams }: URL): readonly unknown[] {
  const wanted = { name: searchParams.get('name') ?? '', port: Number(searchParams.get('port')) };
  const targets = machinesOf(source, wanted).map(({ six }) => `[${six}]:${wanted.port}`);
  return targets.length === 0 ? [] : [{ targets, labels: { __meta_dns_name: wanted.name } }];
}

interface Exchange {
  readonly request: http.IncomingMessage;
  readonly response: http.ServerResponse;
  readonly url: URL;
}

/** A scrape of a private address goes to where its machine listens on this computer. */
function forward(source: LoopbackSource, { request, response, url }: Exchange): void {
  const six = url.hostname.replace(/^\[|\]$/g, '');
  const machine = source.machines().find((candidate) => new URL(`http://[${candidate.six}]`).hostname === `[${six}]`);
  if (machine === undefined) {
    response.writeHead(502).end(`no machine has the address ${six}\n`);
    return;
  }
  const port = source.portOf(machine.id, Number(url.port));
  const { method, headers } = request;
  const onward = http.request({ host: '127.0.0.1', port, path: `${url.pathname}${url.search}`, method, headers });
  onward.once('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.once('error', (error) => response.writeHead(502).end(`${error.message}\n`));
  request.pipe(onward);
}
