import {
  appConfig,
  deadlineInput,
  duration,
  flyctlInputs,
  type InputsOf,
  insecureHttpInput,
  list,
  monitoringConfig,
  sharedInputs,
  text,
} from '@fly-monitoring/kit';
import { type PrometheusAuth, prometheusAccessInputs } from '@fly-monitoring/prometheus';
import type { JobExpectation } from './job-expectation.js';

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

export type Parsed = InputsOf<typeof baseInputs>;

export interface VerifyInputs extends Omit<Parsed, 'jobs' | 'since'> {
  readonly jobs: readonly JobExpectation[];
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
