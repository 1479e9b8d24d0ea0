import {
  chooseDatasource,
  explainFailure,
  type GrafanaFailure,
  grafanaTransport,
  listDatasources,
  queryPanel,
  type Transport,
} from '@fly-monitoring/grafana';
import { errorCodes, type Secret, type StageTools } from '@fly-monitoring/kit';
import { type Check, type PanelState, stateOfValues } from '@fly-monitoring/prometheus';
import type { PlannedPanel } from '../plan-panels.js';

export interface GrafanaGiven {
  readonly url: string;
  readonly token: Secret;
  readonly orgId: number | undefined;
  /** Uid or name. */
  readonly datasource: string | undefined;
}

export type GrafanaDoor =
  | { readonly kind: 'open'; ask(panel: PlannedPanel): Promise<PanelState> }
  | { readonly kind: 'closed'; readonly check: Check; readonly isPending: boolean };

const base = { name: 'panels', blame: 'dashboards' } as const;

/** Finds the data source that the dashboards show, as the import does. */
export async function openGrafana(given: GrafanaGiven, tools: StageTools): Promise<GrafanaDoor> {
  const transport = grafanaTransport(tools, given);
  const listed = await listDatasources(transport);
  if (listed.kind !== 'ok') return closedBy(listed);
  const chosen = chooseDatasource(listed.value, given.datasource);
  if (chosen.kind === 'unclear') {
    const hint = errorCodes.GRAFANA_DATASOURCE_MISSING.next;
    return { kind: 'closed', check: { ...base, verdict: 'fail', evidence: chosen.problem, hint }, isPending: false };
  }
  const { uid } = chosen.datasource;
  return { kind: 'open', ask: (panel) => askThrough(transport, panel, uid) };
}

/** Silence proves nothing; a refusal stays one. */
function closedBy(failure: GrafanaFailure): GrafanaDoor {
  const { seen, hint } = explainFailure(failure);
  const isSilent = isPassing(failure);
  const check: Check = { ...base, verdict: isSilent ? 'inconclusive' : 'fail', evidence: seen, hint };
  return { kind: 'closed', check, isPending: isSilent };
}

function isPassing({ kind }: GrafanaFailure): boolean {
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
