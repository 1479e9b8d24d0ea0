import { type DashboardDocument, openedInEnvironment } from '@fly-monitoring/grafana';
import { type InputsOf, invalidInputs } from '@fly-monitoring/kit';
import { markedEnvironment } from '../../environment-place.js';
import { grafanaAccessProblems } from '../../grafana-access.js';
import { type AskCheck, type Asking, checkModule, type Finding } from '../check-module.js';
import { planPanels } from '../plan-panels.js';
import { allowedProblems, parseAllowed } from './allowed-panels.js';
import { type GrafanaDoor, type GrafanaGiven, openGrafana } from './grafana-door.js';
import { allowEmptyPanelsInput, grafanaInputs, metricsInput } from './material-inputs.js';
import { readMetrics } from './metric-material.js';
import { type PanelResult, panelsCheck } from './panel-results.js';
import { lookAtPanels, type PanelWatch } from './panel-watch.js';
import { tellPanels } from './tell-panels.js';
import { WarmUp, warmUpInput, warmUpProblems } from './warm-up.js';

const base = { name: 'panels', blame: 'dashboards' } as const;
/** What a remote store takes to show what it was sent. */
const remoteLagMs = 90_000;
/** A metric may appear with the scrape after the first. */
const graceMs = 5_000;

const inputs = { ...grafanaInputs, ...allowEmptyPanelsInput, ...metricsInput, ...warmUpInput };
type Own = InputsOf<typeof inputs>;

export const panels = checkModule({
  ...base,
  inputs,
  problems: (own) => [...warmUpProblems(own.warmUp), ...grafanaProblems(own), ...grafanaAccessProblems(own)],
  prepare: async (own, preparing) => {
    const { material, plan, inputs: all } = preparing;
    const planned = planPanels(openedIn(all.environment, material.dashboards), plan.scrapeIntervalMs);
    if (planned.length === 0) return { skipped: 'no dashboard with panels was found' };
    const allowed = parseAllowed(own.allowEmptyPanels);
    const problems = allowedProblems(allowed, planned);
    if (problems.length > 0) throw invalidInputs(problems);
    const watch = { planned, allowed, catalogued: await readMetrics(own.metrics, preparing) };
    const grafana = grafanaOf(own);
    const patienceMs = grafana === undefined ? plan.scrapeIntervalMs + graceMs : remoteLagMs;
    const warmMs = own.warmUp === undefined ? 0 : 2 * plan.scrapeIntervalMs;
    return {
      when: 'end',
      needsQueries: grafana === undefined,
      extraMs: patienceMs + warmMs,
      steps: [`Would run the queries of ${planned.length} panels${grafana === undefined ? '' : ' through Grafana'}.`],
      start: () => watchPanels(watch, { grafana, patienceMs, warmUp: new WarmUp(own.warmUp ?? []) }),
    };
  },
});

/** As the import puts them there: in production as they are. */
function openedIn(environment: string, documents: readonly DashboardDocument[]): readonly DashboardDocument[] {
  const mark = markedEnvironment(environment);
  return mark === undefined ? documents : documents.map((one) => openedInEnvironment(one, mark));
}

function grafanaProblems({ grafanaUrl, grafanaToken }: Own): readonly string[] {
  if ((grafanaUrl === undefined) === (grafanaToken === undefined)) return [];
  return ['Inputs "grafana-url" and "grafana-token" belong together; give both, or neither to ask Prometheus itself.'];
}

function grafanaOf({ grafanaUrl: url, grafanaToken: token, orgId, datasource }: Own): GrafanaGiven | undefined {
  return url === undefined || token === undefined ? undefined : { url, token, orgId, datasource };
}

interface Way {
  readonly grafana: GrafanaGiven | undefined;
  readonly patienceMs: number;
  readonly warmUp: WarmUp;
}

function watchPanels(watch: PanelWatch, { grafana, patienceMs, warmUp }: Way): AskCheck {
  let known: readonly PanelResult[] = [];
  let door: GrafanaDoor | undefined;
  return async (asking) => {
    const leftMs = asking.provedForMs === undefined ? 0 : await warmUp.leftMs(asking);
    if (leftMs > 0) return waiting(leftMs);
    if (door?.kind !== 'open' && grafana !== undefined) door = await openGrafana(grafana, asking.tools);
    if (door?.kind === 'closed') return { checks: [door.check], isPending: door.isPending };
    known = await lookAtPanels(watch, asking, { known, door });
    return finding(known, { grafana, warmUp, isPending: isWorthWaiting(known) && isPatient(asking, patienceMs) });
  };
}

function waiting(leftMs: number): Finding {
  const evidence = `waiting ${Math.ceil(leftMs / 1_000)} s for a scrape after the warm-up`;
  return { checks: [{ ...base, verdict: 'inconclusive', evidence, hint: 'Raise input "timeout".' }], isPending: true };
}

interface Told {
  readonly grafana: GrafanaGiven | undefined;
  readonly warmUp: WarmUp;
  readonly isPending: boolean;
}

function finding(results: readonly PanelResult[], { grafana, warmUp, isPending }: Told): Finding {
  const check = panelsCheck(results);
  const told = tellPanels({ results, check, grafanaUrl: grafana?.url });
  return { checks: [check], isPending, told: { ...told, lines: [...warmUp.told, ...(told.lines ?? [])] } };
}

/** A wrong query stays wrong. */
function isWorthWaiting(results: readonly PanelResult[]): boolean {
  return !results.some(({ state }) => state.kind === 'error' || (state.kind === 'unasked' && state.isFinal));
}

function isPatient({ provedForMs }: Asking, patienceMs: number): boolean {
  return provedForMs !== undefined && provedForMs < patienceMs;
}
