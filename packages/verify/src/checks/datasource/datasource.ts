import { privateUrl, publicUrl } from '@fly-monitoring/fly';
import { explainFailure, type GrafanaFailure } from '@fly-monitoring/grafana';
import { formatDuration } from '@fly-monitoring/kit';
import type { Failure } from '@fly-monitoring/prometheus';
import type { Check } from '../../check.js';
import { type AskCheck, type CheckContext, type CheckResult, checkModule } from '../../check-module.js';
import { grafanaGiven, grafanaProblems } from '../../grafana/grafana-given.js';
import { type GrafanaGiven, type GrafanaQueries, isPassing, openGrafana } from '../../grafana/grafana-queries.js';
import { prometheusPort } from '../../plan.js';
import { listed } from '../../report/check-words.js';
import { grafanaInputs } from '../../repository/repository-inputs.js';
import { externalLabelsOf } from '../../targets/external-labels.js';
import { awakeJobs, selectorOfTargets } from '../../targets/select-targets.js';
import { unaskedResult } from '../unasked.js';
import { type Comparison, compareScrapes } from './compare-scrapes.js';

const base = { name: 'datasource', blame: 'dashboards' } as const;
/** What a remote store takes to show what it was sent, and a Prometheus behind a proxy to be found. */
const patienceMs = 90_000;

/** PromQL shows no sample that is older (Prometheus' --query.lookback-delta), so whatever is shown is in this time. */
const lookbackMs = 300_000;

/** The dashboards show this Prometheus, and not another one with the same jobs. */
export const datasource = checkModule({
  ...base,
  inputs: grafanaInputs,
  problems: grafanaProblems,
  prepare: (own, setup) => {
    const grafana = grafanaGiven(own, setup);
    if (grafana === undefined) return { skipped: 'no Grafana was given' };
    const { plan, inputs } = setup;
    const app = inputs.monitoringApp ?? '';
    const url = plan.access.kind === 'url' ? plan.access.url : privateUrl(app, prometheusPort);
    return {
      when: 'end',
      needsQueries: true,
      extraMs: patienceMs,
      steps: ["Would compare the newest scrapes of the targets here with those that Grafana's data source shows."],
      start: () => watchDatasource({ grafana, shouldBe: app === '' ? url : publicOr(url, app) }),
    };
  },
});

/** Through a tunnel nobody sees whether there is a public address as well. */
function publicOr(url: string, app: string): string {
  return url === privateUrl(app, prometheusPort) ? `${publicUrl(app)}, or ${url} where it is private` : url;
}

interface Way {
  readonly grafana: GrafanaGiven;
  /** The address that the data source should have. */
  readonly shouldBe: string;
}

function watchDatasource({ grafana, shouldBe }: Way): AskCheck {
  let queries: GrafanaQueries | undefined;
  return async (context) => {
    if (queries?.kind !== 'open') queries = await openGrafana(grafana, base, context.tools);
    if (queries.kind === 'closed') return { checks: [queries.check], isPending: queries.isPending };
    const seen = await lookThroughBoth(queries, context);
    const words = { queries, shouldBe, allowedLagMs: patienceMs + context.plan.scrapeIntervalMs };
    return { isPending: !isSettled(seen), ...result(seen, words) };
  };
}

type Open = GrafanaQueries & { readonly kind: 'open' };

type Seen =
  | { readonly kind: 'compared'; readonly comparison: Comparison }
  | { readonly kind: 'nothing-here' }
  | { readonly kind: 'unasked'; readonly failure: Failure }
  | { readonly kind: 'refused'; readonly failure: GrafanaFailure };

/** Grafana is asked first: whatever it shows was stored here by then. */
async function lookThroughBoth(queries: Open, context: CheckContext): Promise<Seen> {
  const { api, plan } = context;
  const selector = await selectorOfTargets(awakeJobs(context), api);
  if (selector === undefined) return { kind: 'nothing-here' };
  const labels = await externalLabelsOf(context);
  if (labels.kind !== 'ok') return { kind: 'unasked', failure: labels };
  const shown = await queries.values(`timestamp(${selector})`);
  if (shown.kind !== 'ok') return { kind: 'refused', failure: shown };
  const windowMs = lookbackMs + 2 * plan.scrapeIntervalMs;
  const here = await api.query(`${selector}[${Math.ceil(windowMs / 1_000)}s]`);
  if (here.kind !== 'ok') return { kind: 'unasked', failure: here };
  const series = here.value.type === 'series' ? here.value.series : [];
  if (series.length === 0) return { kind: 'nothing-here' };
  return {
    kind: 'compared',
    comparison: compareScrapes({ shown: shown.value, here: series, externalLabels: labels.value }),
  };
}

/** Another Prometheus stays another one, and a password stays wrong. */
function isSettled(seen: Seen): boolean {
  if (seen.kind === 'compared') return seen.comparison.foreign.length > 0;
  return seen.kind === 'refused' && /\b40[13]\b|unauthorized|forbidden/i.test(seen.failure.message);
}

interface Words {
  readonly queries: Open;
  readonly shouldBe: string;
  readonly allowedLagMs: number;
}

function result(seen: Seen, words: Words): CheckResult {
  switch (seen.kind) {
    case 'unasked':
      return unaskedResult(base, seen.failure);
    case 'nothing-here': {
      const evidence = 'no target is up, so there is nothing to compare with what Grafana shows';
      return { checks: [{ ...base, verdict: 'inconclusive', evidence, hint: 'See the jobs above.' }] };
    }
    case 'refused':
      return { checks: [refused(seen.failure, words)] };
    case 'compared':
      return {
        checks: [judge(seen.comparison, words)],
        report: { json: { datasource: json(seen.comparison, words) } },
      };
  }
}

function nameOf({ datasource: { name, url } }: Open): string {
  return `data source "${name}"${url === '' ? '' : ` (${url})`}`;
}

function refused(failure: GrafanaFailure, { queries, shouldBe }: Words): Check {
  const isDown = failure.reason === 'query-failed';
  if (!isDown) {
    const { seen, hint } = explainFailure(failure);
    return { ...base, verdict: isPassing(failure) ? 'inconclusive' : 'fail', evidence: seen, hint };
  }
  const evidence = `Grafana gets no answer from the ${nameOf(queries)}: ${failure.message}`;
  const hint = `In Grafana under Connections, Data sources give it the address ${shouldBe} and the user and password of Prometheus; import-dashboards does it when it gets the password.`;
  return { ...base, verdict: 'fail', evidence, hint };
}

function judge({ same, absent, foreign, lagMs }: Comparison, { queries, shouldBe, allowedLagMs }: Words): Check {
  const total = same.length + absent.length + foreign.length;
  if (foreign.length > 0) {
    const evidence = `the ${nameOf(queries)} shows another Prometheus: ${foreign.length} of ${total} targets have scrapes there that this one never made (${listed(foreign)})`;
    const hint = `Give it the address ${shouldBe}, or set input "datasource" to the one that shows this Prometheus.`;
    return { ...base, verdict: 'fail', evidence, hint };
  }
  if (absent.length > 0) {
    const evidence = `the ${nameOf(queries)} shows no sample of ${absent.length} of ${total} targets (${listed(absent)})`;
    const hint = `Give it the address ${shouldBe}; of a remote store see the checks remote-write and remote-read-back.`;
    return { ...base, verdict: 'fail', evidence, hint };
  }
  if (lagMs > allowedLagMs) {
    const evidence = `the ${nameOf(queries)} is ${formatDuration(lagMs)} behind Prometheus`;
    return { ...base, blame: 'remote', verdict: 'fail', evidence, hint: 'See the check remote-write.' };
  }
  const behind = lagMs === 0 ? '' : `, at most ${formatDuration(lagMs)} behind`;
  const evidence = `the ${nameOf(queries)} shows the scrapes that this Prometheus made, of ${total} of ${total} targets${behind}`;
  return { ...base, verdict: 'pass', evidence, hint: '' };
}

function json({ same, absent, foreign, lagMs }: Comparison, { queries: { datasource: source } }: Words) {
  const { uid, name, url } = source;
  return { uid, name, url, same: same.length, absent, foreign, lagMs };
}
