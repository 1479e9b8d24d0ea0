import { parseArgs } from 'node:util';

export interface GrafanaArguments {
  /** `stand-in`: every release that the stand-in plays. */
  readonly target: { readonly url: string; readonly authorization: string } | 'stand-in';
  readonly prometheusUrl: string | undefined;
  readonly only: string;
  readonly shows: 'help' | 'list' | 'json' | 'lines';
}

export const usage = `npm run conformance -- --grafana URL [options]

Asks of a Grafana what the suite relies on. It makes folders, dashboards, data sources, library panels, annotations and two
service accounts of its own, all named after "conformance-", deletes them also when a probe fails, and touches nothing else.

  --grafana URL      the address of the Grafana; the word stand-in asks the stand-in of the tests, each release of it
  --prometheus URL   where that Grafana reaches a Prometheus; without it the probes of good and wrong queries are skipped
  --only TEXT        only probes whose name holds this text
  --list             shows the probes and where each is known from; asks nothing
  --json             verdicts as JSON
  --help             this text

GRAFANA_API_KEY    a service account token with the role Admin; or, for a test server,
GRAFANA_USER, GRAFANA_PASSWORD   an administrator, who makes a service account of that role for the probes

Ends with 1 when a probe fails, with 2 when the options are wrong or nothing is there to be asked.
`;

const options = {
  grafana: { type: 'string' },
  prometheus: { type: 'string' },
  only: { type: 'string' },
  list: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** @throws Error with a sentence for the person who typed it */
export function parseGrafanaArguments(argv: readonly string[], env: NodeJS.ProcessEnv): GrafanaArguments {
  const { values } = parseArgs({ args: [...argv], options });
  const { grafana = '', prometheus, only = '', list, json, help } = values;
  const shows = help === true ? 'help' : list === true ? 'list' : json === true ? 'json' : 'lines';
  const asks = shows === 'json' || shows === 'lines';
  const target = grafana === 'stand-in' || !asks ? 'stand-in' : { url: urlOf('grafana', grafana), ...access(env) };
  const prometheusUrl = prometheus === undefined ? undefined : urlOf('prometheus', prometheus);
  return { target, prometheusUrl, only, shows };
}

function urlOf(option: string, text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new Error(`--${option} is "${text}"; it must be an address such as http://localhost:3000.`);
  }
  const { username, password, search, hash } = new URL(text);
  if (`${username}${password}${search}${hash}` !== '') {
    throw new Error(`--${option} must be the address alone, without a user, "?" or "#".`);
  }
  return text.replace(/\/+$/, '');
}

function access(env: NodeJS.ProcessEnv): { readonly authorization: string } {
  const { GRAFANA_API_KEY: token = '', GRAFANA_USER: user = '', GRAFANA_PASSWORD: password = '' } = env;
  if (token !== '') return { authorization: `Bearer ${token.trim()}` };
  if (user === '' || password === '') {
    throw new Error('--grafana needs the variable GRAFANA_API_KEY, or GRAFANA_USER and GRAFANA_PASSWORD.');
  }
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}
