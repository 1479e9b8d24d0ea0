import { flyctlProblems } from '@fly-monitoring/fly';
import {
  appConfig,
  type CredentialAddress,
  deadlineInput,
  duration,
  flyctlInputs,
  formatDuration,
  type InputSpec,
  type InputsOf,
  insecureHttpInput,
  list,
  monitoringConfig,
  parseWithRules,
  plainHttpProblems,
  type RawInputs,
  sharedInputs,
  text,
} from '@fly-monitoring/kit';
import { type PrometheusAuth, prometheusAccessInputs, twofoldAuth } from '@fly-monitoring/prometheus';
import { checkInputs, checkTable } from './checks/check-table.js';
import type { remoteQueryInputs } from './checks/remote/remote-inputs.js';
import { type JobWish, parseJobWishes } from './job-expectation.js';
import type { grafanaInputs } from './repository/repository-inputs.js';
import { parseTime } from './times.js';

export const defaultConfigFile = 'monitoring/prometheus-fly.yml';
export const defaultDashboards = 'dashboards';

/** Those that belong to no single check; the others are with their checks. */
export const baseInputs = {
  ...sharedInputs,
  ...flyctlInputs,
  deadline: deadlineInput('20m'),
  'app-config': appConfig,
  'monitoring-config': monitoringConfig,
  ...prometheusAccessInputs,
  ...insecureHttpInput,
  'prometheus-config': text({
    help: 'Prometheus configuration of the repository: each of its jobs must be scraped.',
    default: defaultConfigFile,
  }),
  jobs: list({
    help: 'Jobs in place of those in the configuration: name, name=2 (exactly) or name>=2 (at least), one a line.',
  }),
  since: list({
    help: 'Only scrapes after this count: RFC 3339 or Unix seconds, such as the output started-at of a deploy. Of several, one a line, the latest. Empty: any scrape counts.',
  }),
  dashboards: list({
    help: 'Dashboards whose panels are tried: folders (their *.json), files or patterns.',
    default: defaultDashboards,
  }),
  timeout: duration({
    help: 'How long to wait for a full pass. Empty: what the configuration needs (DNS refresh + 5 s + 2 scrape intervals + scrape time-out).',
  }),
  interval: duration({ help: 'Pause between two looks, at first; it grows to three times as much.', default: '1s' }),
  'stable-for': duration({
    help: 'How long all of it must hold before the run is green. Empty: one scrape interval.',
  }),
  report: text({ help: 'Where to write the report as JSON. Empty: nowhere.' }),
};

export const verifyTargetsInputs: InputSpec = { ...baseInputs, ...checkInputs };

type Parsed = InputsOf<typeof baseInputs>;

export interface VerifyInputs extends Omit<Parsed, 'jobs' | 'since'> {
  readonly jobs: readonly JobWish[];
  /** 0 accepts any scrape. */
  readonly sinceMs: number;
  /** Of several times the first: no process of this deploy is older. */
  readonly firstSinceMs: number;
  readonly auth: PrometheusAuth | undefined;
  /** Both files have defaults; what was asked for by name must be there. */
  readonly isConfigNamed: boolean;
  readonly areDashboardsNamed: boolean;
  /** All inputs, parsed, for the checks that own them. */
  readonly forChecks: object;
}

const shortestIntervalMs = 100;

/** @throws SuiteError INPUT_INVALID with everything that is wrong */
export async function parseVerifyInputs(raw: RawInputs): Promise<VerifyInputs> {
  const all = await parseWithRules(verifyTargetsInputs, raw, problemsOf);
  const parsed = all as Parsed;
  const times = (parsed.since ?? []).map(parseTime);
  const isNamed = (name: string, usual: string) => ![undefined, '', usual].includes(raw.given[name]?.trim());
  return Object.freeze({
    ...parsed,
    jobs: parseJobWishes(parsed.jobs ?? []).jobs,
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
    ...parseJobWishes(jobs).problems,
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
