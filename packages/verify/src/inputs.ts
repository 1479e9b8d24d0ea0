import { flyctlProblems } from '@fly-monitoring/fly';
import {
  type CredentialAddress,
  formatDuration,
  type InputSpec,
  type InputsOf,
  parseWithRules,
  plainHttpProblems,
  type RawInputs,
} from '@fly-monitoring/kit';
import { type PrometheusAuth, twofoldAuth } from '@fly-monitoring/prometheus';
import { baseInputs, defaultConfigFile, defaultDashboards, type Parsed, type VerifyInputs } from './base-inputs.js';
import { checkInputs, checkTable } from './checks/check-table.js';
import type { remoteQueryInputs } from './checks/remote/remote-inputs.js';
import { parseJobExpectations } from './job-expectation.js';
import type { grafanaInputs } from './repository/repository-inputs.js';
import { parseTime } from './times.js';

export const verifyTargetsInputs: InputSpec = { ...baseInputs, ...checkInputs };

const shortestIntervalMs = 100;

/** @throws SuiteError INPUT_INVALID with everything that is wrong */
export async function parseVerifyInputs(raw: RawInputs): Promise<VerifyInputs> {
  const all = await parseWithRules(verifyTargetsInputs, raw, problemsOf);
  const parsed = all as Parsed;
  const times = (parsed.since ?? []).map(parseTime);
  const isNamed = (name: string, usual: string) => ![undefined, '', usual].includes(raw.given[name]?.trim());
  return Object.freeze({
    ...parsed,
    jobs: parseJobExpectations(parsed.jobs ?? []).jobs,
    // Both deploys of a run must be over before a scrape proves anything.
    sinceMs: Math.max(0, ...times),
    firstSinceMs: times.length === 0 ? 0 : Math.min(...times),
    auth: authOf(parsed),
    isConfigNamed: isNamed('prometheus-config', defaultConfigFile),
    areDashboardsNamed: isNamed('dashboards', defaultDashboards),
    forChecks: all,
  });
}

/** What somebody may ask to be waited for. */
interface Waits {
  readonly timeout?: number;
  readonly stableFor?: number;
  readonly gates?: readonly unknown[];
  readonly bake?: number;
}

function tooLong(waitsMs: number): string {
  return `Input "deadline" leaves no time for what input "timeout", "stable-for" and "bake" ask for (${formatDuration(waitsMs)} together); raise it.`;
}

async function problemsOf(values: object): Promise<readonly string[]> {
  const {
    jobs = [],
    since = [],
    prometheusPassword,
    prometheusToken,
    interval,
    deadline = 0,
  } = values as Partial<Parsed>;
  const { timeout = 0, stableFor = 0, gates = [], bake = 0 } = values as Waits;
  const waitsMs = timeout + stableFor + (gates.length === 0 ? 0 : bake);
  const isTwofold = prometheusPassword !== undefined && prometheusToken !== undefined;
  const isTooFast = interval !== undefined && interval < shortestIntervalMs;
  return [
    ...parseJobExpectations(jobs).problems,
    ...since.filter((time) => Number.isNaN(parseTime(time))).map(notATime),
    ...(isTwofold ? [twofoldAuth] : []),
    ...(waitsMs > deadline ? [tooLong(waitsMs)] : []),
    ...(isTooFast ? ['Input "interval" must be at least 100ms.'] : []),
    ...flyctlProblems(values),
    ...plainHttpProblems(credentialAddresses(values as Addresses), (values as Addresses).allowInsecureHttp),
    ...(await Promise.all(checkTable.map((check) => check.problems(values)))).flat(),
  ];
}

type Addresses = Partial<Parsed & InputsOf<typeof grafanaInputs & typeof remoteQueryInputs>>;

/** All addresses that a secret is sent to; the endpoints are asked without one. */
function credentialAddresses(values: Addresses): readonly CredentialAddress[] {
  const { prometheusUrl, prometheusPassword, prometheusToken } = values;
  const password = prometheusPassword && 'prometheus-password';
  return [
    { input: 'prometheus-url', url: prometheusUrl, credential: prometheusToken ? 'prometheus-token' : password },
    { input: 'grafana-url', url: values.grafanaUrl, credential: values.grafanaToken && 'grafana-token' },
    {
      input: 'remote-query-url',
      url: values.remoteQueryUrl,
      credential: values.remoteQueryPassword && 'remote-query-password',
    },
  ];
}

function authOf({ prometheusUser, prometheusPassword, prometheusToken }: Parsed): PrometheusAuth | undefined {
  if (prometheusToken !== undefined) return { token: prometheusToken };
  return prometheusPassword === undefined ? undefined : { user: prometheusUser, password: prometheusPassword };
}

function notATime(time: string): string {
  return `Input "since" is "${time}"; it must be a time such as 2026-01-31T10:00:00Z or 1769853600.`;
}
