import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  diskFiles,
  type Http,
  type HttpRequest,
  type Secret,
  type StageReport,
  type StageTools,
  systemClock,
  undiciHttp,
} from '@fly-monitoring/kit';
import { prometheusApi } from '@fly-monitoring/prometheus';
import { verifyTargets } from '../src/stage.js';
import { enter } from './world.js';

export interface RealWish {
  readonly url: string;
  /** A folder of the test's own. */
  readonly workspace: string;
  /** prometheus.yml of the repository. */
  readonly config: string;
  readonly given?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly machines?: readonly object[];
  /**
   * What the server says is loaded: `pretend` shows the repository's file, as the server of a test finds the same jobs in
   * other ways than on Fly.
   */
  readonly loaded?: 'pretend' | 'real';
}

export interface RealReport extends StageReport {
  readonly checks: readonly {
    readonly name: string;
    readonly verdict: string;
    readonly blame: string;
    readonly evidence: string;
    readonly hint: string;
  }[];
}

/** The whole stage with a real clock, real files and a real server. */
export async function realVerify(wish: RealWish): Promise<RealReport> {
  const { workspace, config, machines, loaded = 'pretend' } = wish;
  await writeFile(join(workspace, 'prometheus.yml'), config);
  const visit = enter(machines === undefined ? {} : { machines: () => machines });
  const http = loaded === 'real' ? undiciHttp() : showing(config);
  const context = { ...visit.tools.context, workspace };
  const tools: StageTools = { ...visit.tools, context, clock: systemClock, http, files: diskFiles };
  const given = {
    'prometheus-url': wish.url,
    'prometheus-config': 'prometheus.yml',
    'monitored-app': 'shop',
    ...(machines === undefined ? {} : { 'fly-api-token': 'fm2_token' }),
    interval: '200ms',
    'stable-for': '1s',
    report: 'report.json',
    ...wish.given,
  };
  const report = await (await verifyTargets.prepare({ given, environment: wish.environment ?? {} }, tools)).run();
  const json = JSON.parse((await diskFiles.readText(join(workspace, 'report.json'))) ?? '{}') as Pick<
    RealReport,
    'checks'
  >;
  return { ...report, checks: json.checks };
}

function showing(config: string): Http {
  const http = undiciHttp();
  const send = async (request: HttpRequest) => {
    const reply = await http.send(request);
    if (reply.kind !== 'response' || reply.status !== 200 || !request.url.endsWith('/status/config')) return reply;
    return { ...reply, body: JSON.stringify({ status: 'success', data: { yaml: config } }) };
  };
  return { ...http, send };
}

export const job = (name: string, targets: readonly string[], extra = '') =>
  [
    `  - job_name: ${name}`,
    `    static_configs: [{ targets: [${targets.map((target) => `'${target}'`).join(', ')}] }]`,
    `    ${extra}`,
  ].join('\n');

export const configOf = (...jobs: readonly string[]) =>
  ['global: { scrape_interval: 1s, scrape_timeout: 500ms, evaluation_interval: 1s }', 'scrape_configs:', ...jobs].join(
    '\n',
  );

interface Door {
  readonly url: string;
  readonly auth?: { readonly user: string; readonly password: Secret };
}

/** Prometheus hands targets to its scrapers 5 s after its start. */
export async function untilAllScraped({ url, auth }: Door, count = 1): Promise<void> {
  const api = prometheusApi({ http: undiciHttp(), baseUrl: url, auth });
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const answer = await api.targets();
    const targets = answer.kind === 'ok' ? answer.value : [];
    if (targets.length >= count && targets.every(({ lastScrapeMs }) => lastScrapeMs !== undefined)) return;
    await delay(100);
  }
  throw new Error(`the targets of ${url} were not scraped in time`);
}

/** What people write today: nothing is down, so all is well. */
export async function isNaivelyGreen(url: string, name: string): Promise<boolean> {
  const body = new URLSearchParams({ query: `up{job="${name}"} == 0` });
  const answer = (await (await fetch(`${url}/api/v1/query`, { method: 'POST', body })).json()) as {
    data: { result: unknown[] };
  };
  return answer.data.result.length === 0;
}
