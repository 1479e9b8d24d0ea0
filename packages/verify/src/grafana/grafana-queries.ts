import {
  chooseDatasource,
  type Datasource,
  type DatasourceWish,
  explainFailure,
  type Answer as GrafanaAnswer,
  type GrafanaFailure,
  grafanaTransport,
  listDatasources,
  queryPanel,
  queryValues,
  type ShownValue,
  type Transport,
} from '@fly-monitoring/grafana';
import { errorCodes, type Secret, type StageTools } from '@fly-monitoring/kit';
import type { Check } from '../check.js';
import { type PanelState, stateOfValues } from '../checks/panels/judge-panels.js';
import type { PlannedPanel } from '../repository/plan-panels.js';
import { waitOutGrafana } from './wait-out-grafana.js';

export interface GrafanaGiven {
  readonly url: string;
  readonly token: Secret;
  readonly orgId: number | undefined;
  readonly datasource: DatasourceWish;
}

export type GrafanaQueries =
  | {
      readonly kind: 'open';
      readonly datasource: Datasource;
      ask(panel: PlannedPanel): Promise<PanelState>;
      /** What a query shows with the data source. */
      values(expr: string): Promise<GrafanaAnswer<readonly ShownValue[]>>;
    }
  | { readonly kind: 'closed'; readonly check: Check; readonly isPending: boolean };

type CheckBase = Pick<Check, 'name' | 'blame'>;

/** Finds the data source that the dashboards show, as the import does. */
export async function openGrafana(given: GrafanaGiven, base: CheckBase, tools: StageTools): Promise<GrafanaQueries> {
  const transport = grafanaTransport(tools, given);
  const listed = await listDatasources(transport);
  if (listed.kind !== 'ok') {
    if (isPassing(listed)) await waitOutGrafana(listed, { url: given.url, orgId: given.orgId, tools });
    return closedBy(listed, base);
  }
  const chosen = chooseDatasource(listed.value, given.datasource);
  if (chosen.kind === 'unclear') {
    const hint = errorCodes.GRAFANA_DATASOURCE_MISSING.next;
    return { kind: 'closed', check: { ...base, verdict: 'fail', evidence: chosen.problem, hint }, isPending: false };
  }
  const { datasource } = chosen;
  return {
    kind: 'open',
    datasource,
    ask: (panel) => askThrough(transport, panel, datasource.uid),
    values: (expr) => queryValues(transport, { datasourceUid: datasource.uid, expr }),
  };
}

/** Silence proves nothing; a refusal stays one. */
function closedBy(failure: GrafanaFailure, base: CheckBase): GrafanaQueries {
  const { seen, hint } = explainFailure(failure);
  const isSilent = isPassing(failure);
  const check: Check = { ...base, verdict: isSilent ? 'inconclusive' : 'fail', evidence: seen, hint };
  return { kind: 'closed', check, isPending: isSilent };
}

export function isPassing({ kind }: GrafanaFailure): boolean {
  return ['unreachable', 'broken', 'asleep', 'throttled'].includes(kind);
}

/** Words of Prometheus about the query; others are about the way to it. */
const wrongQuery = /^(bad_data|execution)\b|parse error/;

async function askThrough(transport: Transport, panel: PlannedPanel, datasource: string): Promise<PanelState> {
  const question = { datasourceUid: panel.datasourceUid ?? datasource, expr: panel.forGrafana };
  const answer = await queryPanel(transport, question);
  if (answer.kind === 'ok') return stateOfValues(answer.value);
  const { message, reason } = answer;
  if (reason === 'query-failed' && wrongQuery.test(message)) return { kind: 'error', detail: message };
  if (answer.kind === 'not-found')
    return { kind: 'error', detail: `data source ${question.datasourceUid}: ${message}` };
  return {
    kind: 'unasked',
    detail: explainFailure(answer).seen,
    isFinal: !isPassing(answer) && reason !== 'query-failed',
  };
}
