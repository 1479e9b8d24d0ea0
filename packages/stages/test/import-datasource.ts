import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Http, undiciHttp } from '@fly-monitoring/kit';
import type { GrafanaStandIn } from '@fly-monitoring/testing/grafana';
import { afterEach, expect } from '@jest/globals';
import { start } from './import-dashboards-run.js';

export const admin = 'glsa_admin';
export const withVariable = JSON.stringify({
  uid: 'shop',
  title: 'Shop',
  panels: [],
  templating: { list: [{ name: 'ds', type: 'datasource', query: 'prometheus', current: {} }] },
});
export const service = '[http_service]\ninternal_port = 9090\n';
export const repository = {
  'dashboards/shop.json': withVariable,
  'fly.monitoring.toml': `app = "shop-monitoring"\n${service}`,
  'monitoring/prometheus-fly.yml': 'global: { scrape_interval: 30s }\nscrape_configs: [{ job_name: a }]\n',
};
export const isPrivate = { ...repository, 'fly.monitoring.toml': 'app = "shop-monitoring"\n' };
export const usual = { uid: 'usual', name: 'Usual', url: 'http://usual.test', isDefault: true };

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A Prometheus behind a password that can be changed. */
export async function prometheus(): Promise<{ readonly url: string; accept(authorization: string): void }> {
  let accepted = '';
  const server = createServer((request, response) => {
    const isKnown = request.headers.authorization === accepted;
    response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' });
    const body = { status: 'success', data: { resultType: 'scalar', result: [1, '2'] } };
    response.end(isKnown ? JSON.stringify(body) : 'Unauthorized');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    accept: (authorization) => {
      accepted = authorization;
    },
  };
}

export const basic = (password: string) => `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`;
export const bare = () => start({ datasources: [] });
export const sources = (grafana: GrafanaStandIn) => grafana.state().datasources;
export const writes = (grafana: GrafanaStandIn) =>
  grafana
    .calls()
    .filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/datasources'))
    .map(({ method }) => method);
export const shownBy = (grafana: GrafanaStandIn) => {
  const [dashboard] = grafana.state().dashboards;
  return dashboard?.versions.at(-1)?.dashboard;
};

/** The same Grafana under an address of Grafana Cloud. */
export function inCloud(grafana: GrafanaStandIn): { readonly http: Http; readonly url: string } {
  const url = 'https://acme.grafana.net';
  const real = undiciHttp();
  return {
    url,
    http: { ...real, send: (request) => real.send({ ...request, url: request.url.replace(url, grafana.url) }) },
  };
}

/** As somebody does on its page. */
export async function grafanaChange(grafana: GrafanaStandIn, body: Readonly<Record<string, unknown>>): Promise<void> {
  const answer = await fetch(`${grafana.url}/api/datasources/uid/${String(body['uid'])}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
}
