import { type DashboardDocument, openedInEnvironment } from '@fly-monitoring/grafana';
import { invalidInputs, markedEnvironment } from '@fly-monitoring/kit';
import { type AskCheck, type CheckContext, type CheckResult, checkModule } from '../../check-module.js';
import { grafanaGiven } from '../../grafana/grafana-given.js';
import { type GrafanaGiven, openGrafana } from '../../grafana/grafana-queries.js';
import { readMetrics } from '../../repository/metrics-in-repository.js';
import { planPanels } from '../../repository/plan-panels.js';
import { allowEmptyPanelsInput, grafanaInputs, metricsInput } from '../../repository/repository-inputs.js';
import { allowedProblems, parseAllowed } from './allowed-panels.js';
import { base } from './identity.js';
import { type PanelResult, panelsCheck } from './panel-results.js';
import { lookAtPanels, type PanelWatch } from './panel-watch.js';
import { reportPanels } from './report.js';
import { WarmUp, warmUpInput, warmUpProblems } from './warm-up.js';

/** What a remote store takes to show what it was sent. */
const remoteLagMs = 90_000;
/** A metric may appear with the scrape after the first. */
const graceMs = 5_000;

const inputs = { ...grafanaInputs, ...allowEmptyPanelsInput, ...metricsInput, ...warmUpInput };

export const panels = checkModule({
  ...base,
  inputs,
  problems: ({ warmUp }) => warmUpProblems(warmUp),
  prepare: async (own, setup) => {
    const { repository, plan, inputs: all } = setup;
    const planned = planPanels(openedIn(all.environment, repository.dashboards), plan.scrapeIntervalMs);
    if (planned.length === 0) return { skipped: 'no dashboard with panels was found' };
    const allowed = parseAllowed(own.allowEmptyPanels);
    const problems = allowedProblems(allowed, planned);
    if (problems.length > 0) throw invalidInputs(problems);
    const watch = { planned, allowed, catalogued: await readMetrics(own.metrics, setup) };
    const grafana = grafanaGiven(own, setup);
    const patienceMs = grafana === undefined ? plan.scrapeIntervalMs + graceMs : remoteLagMs;
    const warmMs = own.warmUp === undefined ? 0 : 2 * plan.scrapeIntervalMs;
    return {
      when: 'end',
      needsQueries: grafana === undefined,
      extraMs: patienceMs + warmMs,
      steps: [`Would run the queries of ${planned.length} panels${grafana === undefined ? '' : ' through Grafana'}.`],
      start: (context) => watchPanels(watch, { grafana, patienceMs, warmUp: new WarmUp(own.warmUp ?? []) }, context),
    };
  },
});

/** As the import puts them there: in production as they are. */
function openedIn(environment: string, documents: readonly DashboardDocument[]): readonly DashboardDocument[] {
  const mark = markedEnvironment(environment);
  return mark === undefined ? documents : documents.map((one) => openedInEnvironment(one, mark));
}

interface Way {
  readonly grafana: GrafanaGiven | undefined;
  readonly patienceMs: number;
  readonly warmUp: WarmUp;
}

/** Grafana is asked with the first look already: it may have to be woken, and does so while the targets are proved. */
async function watchPanels(watch: PanelWatch, way: Way, { tools }: CheckContext): Promise<AskCheck> {
  const { grafana, patienceMs, warmUp } = way;
  const open = async () => (grafana === undefined ? undefined : await openGrafana(grafana, base, tools));
  let known: readonly PanelResult[] = [];
  let queries = await open();
  return async (context) => {
    const leftMs = context.provedForMs === undefined ? 0 : await warmUp.leftMs(context);
    if (leftMs > 0) return waiting(leftMs);
    if (queries?.kind !== 'open') queries = await open();
    if (queries?.kind === 'closed') return { checks: [queries.check], isPending: queries.isPending };
    known = await lookAtPanels(watch, context, { known, queries });
    return result(known, { grafana, warmUp, isPending: isWorthWaiting(known) && isPatient(context, patienceMs) });
  };
}

function waiting(leftMs: number): CheckResult {
  const evidence = `waiting ${Math.ceil(leftMs / 1_000)} s for a scrape after the warm-up`;
  return { checks: [{ ...base, verdict: 'inconclusive', evidence, hint: 'Raise input "timeout".' }], isPending: true };
}

interface CheckReport {
  readonly grafana: GrafanaGiven | undefined;
  readonly warmUp: WarmUp;
  readonly isPending: boolean;
}

function result(results: readonly PanelResult[], { grafana, warmUp, isPending }: CheckReport): CheckResult {
  const check = panelsCheck(results);
  const report = reportPanels({ results, check, grafanaUrl: grafana?.url });
  return { checks: [check], isPending, report: { ...report, lines: [...warmUp.lines, ...(report.lines ?? [])] } };
}

/** A wrong query stays wrong. */
function isWorthWaiting(results: readonly PanelResult[]): boolean {
  return !results.some(({ state }) => state.kind === 'error' || (state.kind === 'unasked' && state.isFinal));
}

function isPatient({ provedForMs }: CheckContext, patienceMs: number): boolean {
  return provedForMs !== undefined && provedForMs < patienceMs;
}
