import { errorReport, type Http, toSuiteError, undiciHttp } from '@fly-monitoring/kit';
import type { GrafanaStandIn, Misbehaviour } from '@fly-monitoring/testing/grafana';
import { verifyTargets } from '@fly-monitoring/verify';
import { describe, expect, test } from '@jest/globals';
import { quick, withPanels } from '../../verify/test/data-world.js';
import { enter } from '../../verify/test/world.js';
import { run, start } from '../test/import-dashboards-run.js';

const token = 'glsa_token-of-the-editor';

interface Situation {
  readonly what: string;
  readonly fault?: Misbehaviour;
  readonly given?: Readonly<Record<string, string>>;
  /** What both stages say of it: what was seen, and what to do. */
  readonly says: readonly RegExp[];
}

const api = { path: '/api' } as const;
const moved = (to: (path: string) => string): Misbehaviour => ({ kind: 'redirect', to, ...api });

/** What people meet between them and their Grafana. */
const situations: readonly Situation[] = [
  {
    what: 'a page for 502',
    fault: { kind: 'gateway-page', status: 502 },
    says: [/it answered 502 with text\/html/, /A proxy answered because the Grafana behind it did not/],
  },
  {
    what: 'a page for 503',
    fault: { kind: 'gateway-page', status: 503 },
    says: [/it answered 503 with text\/html/, /A proxy answered because the Grafana behind it did not/],
  },
  {
    what: 'a firewall',
    fault: { kind: 'gateway-page', status: 403 },
    says: [/it answered 403 with text\/html/, /a firewall, an access proxy\) refused the request/],
  },
  {
    what: 'a stack that never wakes',
    fault: { kind: 'asleep', polls: 10_000 },
    says: [/503/, /wakes up when its page is opened: open GRAFANA_URL in a browser/],
  },
  { what: 'a database that is down', fault: { kind: 'database-down' }, says: [/50[03]/, /look at the log of Grafana/] },
  {
    what: 'a stack that does not exist',
    fault: { kind: 'unknown-instance' },
    says: [/We do not recognize the instance URL/, /copy the address of the stack from grafana\.com/],
  },
  {
    what: 'another web server',
    fault: { kind: 'wrong-host' },
    says: [/it answered 200 with text\/html/, /must be the address of (the )?Grafana itself/],
  },
  {
    what: 'a host that gives no answer',
    fault: { kind: 'connection-lost', moment: 'before' },
    says: [/Check the host and port of GRAFANA_URL/],
  },
  {
    what: 'https for http',
    fault: moved((path) => `https://grafana.example${path}`),
    says: [/it redirects \(301\) to https:/, /\(input "grafana-url"\) to https:\/\/grafana\.example if that is/],
  },
  {
    what: 'a path below which Grafana is served',
    fault: moved((path) => `/grafana${path}`),
    says: [/it redirects \(301\) to http:.*\/grafana\/api\//, /\(input "grafana-url"\) to http:[^ ]*:\d+\/grafana if/],
  },
  {
    what: 'a path whose page is named alone',
    fault: moved(() => '/grafana/'),
    says: [/\(input "grafana-url"\) to http:[^ ]*:\d+\/grafana if/],
  },
  {
    what: 'a page for signing in',
    fault: moved(() => 'https://sso.example/oauth2/sign_in?rd=secret'),
    says: [/asks for a login \(https:\/\/sso\.example\/oauth2\/sign_in\): let requests .* through to \/api/],
  },
  {
    what: 'a rate limit for an hour',
    fault: { kind: 'throttled', retryAfterSeconds: 3_000, path: '/api/' },
    says: [/429/, /limits the rate of requests; run again in 50 min\./],
  },
  {
    what: 'a wrong token',
    given: { 'grafana-token': 'glsa_wrong' },
    says: [/answered 401: Invalid API key/, /Make a service account token \(glsa_…\)/],
  },
  {
    what: 'a legacy API key',
    given: { 'grafana-token': 'eyJrIjoiabc' },
    says: [/answered 401/, /It is an API key \(eyJrIjoi…\), which service accounts have replaced; Grafana 13/],
  },
  {
    what: 'an access-policy token',
    given: { 'grafana-token': 'glc_abc' },
    says: [/begins with glc_/, /GRAFANA_PROMETHEUS_API_KEY/],
  },
  {
    what: 'a token with Bearer before it',
    given: { 'grafana-token': `Bearer ${token}` },
    says: [/begins with "Bearer"/],
  },
  { what: 'a token of two lines', given: { 'grafana-token': `${token}\nx` }, says: [/a line break/] },
];

/** Everything that the stage told: of its error, or of its report. */
async function importTells(grafana: GrafanaStandIn, given: Readonly<Record<string, string>>): Promise<string> {
  const told = await run({ grafana, given }).catch((thrown) => errorReport(toSuiteError(thrown)));
  return JSON.stringify(told).replaceAll('\\"', '"');
}

async function verifyTells(grafana: GrafanaStandIn, given: Readonly<Record<string, string>>): Promise<string> {
  return JSON.stringify(await verifyThrough(grafana, given)).replaceAll('\\"', '"');
}

async function verifyThrough(grafana: GrafanaStandIn, given: Readonly<Record<string, string>>) {
  const { tools, lines } = enter(withPanels('x_total'));
  const real = undiciHttp();
  const send: Http['send'] = (request) => (request.url.startsWith(grafana.url) ? real : tools.http).send(request);
  const inputs = {
    ...quick,
    'prometheus-url': 'https://prometheus.test',
    'monitored-app': 'shop',
    'grafana-url': grafana.url,
    'grafana-token': token,
    ...given,
  };
  const raw = { given: inputs, environment: { FLY_ACCESS_TOKEN: 'FlyV1 a' } };
  try {
    const prepared = await verifyTargets.prepare(raw, { ...tools, http: { ...tools.http, send } });
    return { ...(await prepared.run()), log: lines };
  } catch (thrown) {
    return { ...errorReport(toSuiteError(thrown)), log: lines };
  }
}

describe.each(situations)('of $what', ({ fault, given = {}, says }) => {
  test.each([
    ['the import', importTells],
    ['the proof', verifyTells],
  ])('%s says what was seen and what to do', async (_, tells) => {
    const grafana = await start();
    if (fault !== undefined) grafana.misbehave(fault);
    const told = await tells(grafana, given);
    for (const words of says) expect(told).toMatch(words);
    expect(told).not.toMatch(/glsa_token|glsa_wrong|glc_abc|eyJrIjoiabc|rd=secret|UNEXPECTED/);
  });
});

describe('while it waits', () => {
  test('the import says so, and for how long', async () => {
    const grafana = await start();
    grafana.misbehave({ kind: 'gateway-page', status: 502, path: '/api/health', times: 8 });
    const { log, conclusion } = await run({ grafana });
    expect(conclusion).toBe('success');
    expect(log.slice(0, 2)).toEqual([
      'Grafana is not ready (it answered 502 with text/html; charset=UTF-8, not with JSON); trying again for up to 5 min.',
      expect.stringMatching(/^Still waiting for Grafana, 3\d s of 5 min: it answered 502/),
    ]);
  });

  test('the proof wakes a paused stack, says so, and asks it when it is awake', async () => {
    const grafana = await start({ datasources: [] });
    grafana.misbehave({ kind: 'asleep', polls: 40 });
    const { log } = await verifyThrough(grafana, {});
    expect(grafana.calls().filter(({ path }) => path === '/login')).toHaveLength(1);
    expect(log).toContainEqual('Grafana is asleep; waking it. This takes up to a few minutes.');
    expect(log).toContainEqual(expect.stringMatching(/^Still waiting for Grafana, \d+ s: 503/));
    expect(JSON.stringify(log)).toContain('Grafana has no data source of type prometheus');
  });
});
