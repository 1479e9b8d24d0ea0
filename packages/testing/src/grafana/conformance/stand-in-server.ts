import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody } from '../http.js';
import { buildVersion, type GrafanaVersion } from '../options.js';
import { type GrafanaStandIn, startGrafana } from '../stand-in.js';
import { exchangeWith, wrongToken } from './exchange.js';
import type { Scene, Server } from './probe.js';

const tokens = { admin: 'token-of-admin', viewer: 'token-of-viewer' };

/** The stand-in of one release, with something that answers as Prometheus does behind it. */
export async function standInServer(version: GrafanaVersion): Promise<Server> {
  const prometheus = await startPrometheus();
  const grafana = await startGrafana({ version, tokens });
  const credentials = {
    admin: `Bearer ${tokens.admin}`,
    viewer: `Bearer ${tokens.viewer}`,
    'wrong-token': wrongToken,
  };
  return {
    name: `stand-in ${version}`,
    url: grafana.url,
    version: buildVersion(version),
    isStandIn: true,
    prometheusUrl: prometheus.url,
    ask: (exchange) => exchangeWith(grafana.url, credentials, exchange),
    missing: () => undefined,
    prepare: (scene, prefix) => prepare(grafana, scene, prefix),
    close: async () => {
      await grafana.stop();
      await prometheus.stop();
    },
  };
}

function prepare(grafana: GrafanaStandIn, scene: Scene, prefix: string): () => void {
  const dashboard = { uid: `${prefix}-d`, title: `${prefix} dashboard` };
  switch (scene) {
    case 'hidden-version':
      return grafana.misbehave({ kind: 'version-hidden' });
    case 'asleep':
      return grafana.misbehave({ kind: 'asleep', polls: 1 });
    case 'gitops':
      return grafana.misbehave({ kind: 'gitops-pending' });
    case 'provisioned':
      grafana.place({ dashboard, provisionedBy: 'file' });
      return () => {};
    case 'v2-dashboard':
      grafana.place({ dashboard, schema: 'v2' });
      return () => {};
  }
}

/** One value for every query that can be parsed, as far as two brackets too many are no query. */
async function startPrometheus(): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const isWrong = `${request.url} ${body}`.includes('((') || body.includes('%28%28');
      const wrong = { status: 'error', errorType: 'bad_data', error: 'invalid parameter "query": 1:5: parse error' };
      const vector = [{ metric: {}, value: [1_700_000_000, '1'] }];
      const right = { status: 'success', data: { resultType: 'vector', result: vector } };
      response.writeHead(isWrong ? 400 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isWrong ? wrong : right));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => void server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}
