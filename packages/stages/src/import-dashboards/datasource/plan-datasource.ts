import {
  chooseDatasource,
  type Datasource,
  type DatasourceDecision,
  isGrafanaCloud,
  type WantedDatasource,
} from '@fly-monitoring/grafana';
import { SuiteError } from '@fly-monitoring/kit';
import { type ThisPrometheus, wantedDatasource } from './this-prometheus.js';

/** What becomes of the data source before the dashboards that show it. */
export type DatasourcePlan =
  | {
      readonly kind: 'use';
      readonly datasource: Datasource;
      readonly because: string;
      /** Nothing says that it shows this Prometheus, so a dashboard may open on another one that it names itself. */
      readonly isGuess: boolean;
      /** What a person should know of it. */
      readonly notices: readonly string[];
    }
  | {
      readonly kind: 'make';
      /** As it will be. */
      readonly datasource: Datasource;
      readonly wanted: WantedDatasource;
    }
  /** Made by an earlier import: its settings are brought up to date. */
  | {
      readonly kind: 'keep';
      readonly datasource: Datasource;
      readonly wanted: WantedDatasource;
      /** Whether the token may change it. */
      readonly mayChange: boolean;
    };

/** The data source as the dashboards find it. */
export interface ShownDatasource {
  readonly datasource: Datasource;
  /** What was done, or why it is this one. */
  readonly because: string;
  readonly notices: readonly string[];
}

export interface DatasourceFacts {
  readonly all: readonly Datasource[];
  /** Of the input. */
  readonly named: string | undefined;
  readonly prometheus: ThisPrometheus | undefined;
  readonly grafanaUrl: string;
  /** Actions of the token; undefined where Grafana cannot tell. */
  readonly permissions: ReadonlySet<string> | undefined;
}

/** @throws SuiteError GRAFANA_DATASOURCE_MISSING, PROMETHEUS_PRIVATE, GRAFANA_TOKEN_REFUSED */
export function planDatasource(facts: DatasourceFacts): DatasourcePlan {
  const { all, named, prometheus } = facts;
  const decision = chooseDatasource(all, { named, shows: prometheus?.known });
  if (decision.kind === 'chosen' && !decision.isGuess) return planKnown(decision, facts);
  if (named !== undefined || prometheus === undefined) return useOrThrow(decision);
  return planMissing(prometheus, decision, facts);
}

type Chosen = Extract<DatasourceDecision, { readonly kind: 'chosen' }>;

function planKnown(decision: Chosen, { named, prometheus, permissions }: DatasourceFacts): DatasourcePlan {
  const { datasource } = decision;
  const wanted = prometheus && wantedDatasource(prometheus);
  const isOurs = named === undefined && wanted !== undefined && datasource.uid === wanted.uid;
  if (!isOurs || datasource.isReadOnly) return use(decision);
  return { kind: 'keep', datasource, wanted, mayChange: permissions?.has('datasources:write') ?? true };
}

function planMissing(
  prometheus: ThisPrometheus,
  decision: DatasourceDecision,
  { all, grafanaUrl, permissions }: DatasourceFacts,
): DatasourcePlan {
  if (prometheus.way.kind === 'private' && isGrafanaCloud(grafanaUrl)) throw outOfReach(prometheus, grafanaUrl);
  const wanted = wantedDatasource(prometheus);
  const lack = lackOf(permissions);
  if (lack === undefined) return { kind: 'make', wanted, datasource: futureDatasource(wanted, all) };
  // Whether the usual one shows this Prometheus is left to the proof.
  if (decision.kind === 'chosen') return use(decision, [`${unproved(decision)} ${lack.next}`]);
  throw new SuiteError({
    code: 'GRAFANA_TOKEN_REFUSED',
    message: `Grafana has no data source for Prometheus at ${prometheus.way.url}, and none can be made: ${lack.why}.`,
    hint: `${lack.next} ${otherWay(decision)}`,
  });
}

/** The first of all is the default one, as Grafana's own page makes it. */
function futureDatasource({ uid, name, url }: WantedDatasource, all: readonly Datasource[]): Datasource {
  const isDefault = !all.some((one) => one.isDefault);
  return { uid, name, url, type: 'prometheus', isDefault, isReadOnly: false };
}

/** For a dry run: what would be shown, and why. */
export function foreseen(plan: DatasourcePlan): ShownDatasource {
  const { datasource } = plan;
  switch (plan.kind) {
    case 'use':
      return { datasource, because: plan.because, notices: plan.notices };
    case 'make':
      return { datasource, because: `would be made, with the address ${plan.wanted.url}`, notices: [] };
    case 'keep':
      return { datasource, because: 'made for this Prometheus; would be brought up to date', notices: [] };
  }
}

interface Lack {
  readonly why: string;
  readonly next: string;
}

const creating = 'datasources:create';

function lackOf(permissions: DatasourceFacts['permissions']): Lack | undefined {
  if (permissions === undefined || permissions.has(creating)) return undefined;
  return {
    why: `the token lacks ${creating}`,
    next: `To have one made, give the service account of the token the permission ${creating} (part of the role Admin).`,
  };
}

function otherWay(decision: DatasourceDecision): string {
  if (decision.kind !== 'unclear' || decision.candidates.length === 0)
    return 'Or make it in Grafana under Connections, Data sources.';
  return `Or set input "datasource" to the one that shows it: ${namesOf(decision.candidates)}.`;
}

function unproved({ datasource: { name, url }, because }: Chosen): string {
  const address = url === '' ? '' : ` (${url})`;
  return `The dashboards show the data source "${name}"${address}, ${because}; nothing says that it shows this Prometheus.`;
}

function outOfReach({ known: { name }, way }: ThisPrometheus, grafanaUrl: string): SuiteError {
  return new SuiteError({
    code: 'PROMETHEUS_PRIVATE',
    message: `Grafana Cloud at ${grafanaUrl} cannot reach the Prometheus of ${name}: without a password it is on Fly's private network alone (${way.url}). Nothing was imported.`,
    hint: 'Give it a public address behind a password (PROMETHEUS_PASSWORD, and [http_service] in its fly.toml), or let it send its samples to Grafana Cloud (GRAFANA_PROMETHEUS_URL, GRAFANA_PROMETHEUS_USER, GRAFANA_PROMETHEUS_API_KEY). If a data source of yours reaches it another way, name it in input "datasource".',
  });
}

function useOrThrow(decision: DatasourceDecision): DatasourcePlan {
  if (decision.kind === 'chosen') return use(decision);
  const names = namesOf(decision.candidates);
  throw new SuiteError({
    code: 'GRAFANA_DATASOURCE_MISSING',
    message: `${decision.problem}${names === '' ? '' : `; there are ${names}`}.`,
    hint:
      names === ''
        ? 'Say which Prometheus the dashboards show (input "monitoring-app" or "prometheus-url"), and a data source is made; or add one in Grafana under Connections, Data sources.'
        : 'Set input "datasource" to one of them.',
  });
}

function namesOf(candidates: readonly Datasource[]): string {
  return candidates.map(({ name, uid }) => `${name} (uid ${uid})`).join(', ');
}

function use({ datasource, because, isGuess }: Chosen, notices: readonly string[] = []): DatasourcePlan {
  return { kind: 'use', datasource, because, isGuess, notices };
}
