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

function targetsOf(source: LoopbackSource, wanted: { name: string; port: number }): readonly string[] {
  const machines = source.machines();
  const addresses = lookUp(wanted.name, machines)?.aaaa ?? [];
  const found = machines.filter(({ six }) => addresses.includes(six));
  return found.map(({ id }) => `127.0.0.1:${source.portOf(id, wanted.port)}`);
}

/** Prometheus' http_sd over the same names: /targets?name=<name>&port=<port>. */
export function serveTargets(source: LoopbackSource): Promise<string> {
  const server = http.createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const name = searchParams.get('name') ?? '';
    const targets = targetsOf(source, { name, port: Number(searchParams.get('port')) });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(targets.length === 0 ? [] : [{ targets, labels: { __meta_dns_name: name } }]));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/targets`);
    });
  });
}
