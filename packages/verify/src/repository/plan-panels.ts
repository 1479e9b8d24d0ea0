import {
  type DashboardDocument,
  panelQueries,
  resolveGrafanaMacros,
  resolveVariables,
  type TemplateVariable,
  templateVariables,
  type VariableValue,
} from '@fly-monitoring/grafana';

export interface PlannedPanel {
  /** Of the dashboard, relative to the workspace. */
  readonly file: string;
  readonly dashboard: string;
  /** Undefined where Grafana gives one. */
  readonly dashboardUid: string | undefined;
  readonly panel: string;
  readonly panelId: number | undefined;
  readonly refId: string;
  /** As Prometheus is asked. */
  readonly expr: string;
  /** As Grafana is asked: its own macros are left to it. */
  readonly forGrafana: string;
  /** Undefined where a variable or Grafana's default decides. */
  readonly datasourceUid: string | undefined;
  /** Variables that the dashboard does not have. */
  readonly unresolved: readonly string[];
}

/** What a new dashboard shows before anybody turns a knob. */
const rangeMs = 3_600_000;

/** The queries of all panels that ask a Prometheus, with the values that a person sees first. */
export function planPanels(documents: readonly DashboardDocument[], scrapeIntervalMs: number): readonly PlannedPanel[] {
  return documents.flatMap((document) => {
    const variables = valuesOf(templateVariables(document.json));
    return panelQueries(document)
      .filter(({ datasource }) => datasource.type === undefined || datasource.type === 'prometheus')
      .map(({ panelTitle, panelId, refId, expr, datasource }) => ({
        file: document.file,
        dashboard: document.title,
        dashboardUid: document.uid,
        panelId,
        panel: panelTitle === '' ? `panel ${panelId ?? '?'}` : panelTitle,
        refId,
        forGrafana: resolveVariables(expr, variables),
        datasourceUid: datasource.uid?.includes('$') ? undefined : datasource.uid,
        ...resolveGrafanaMacros(expr, { intervalMs: scrapeIntervalMs, scrapeIntervalMs, rangeMs, variables }),
      }));
  });
}

function valuesOf(variables: readonly TemplateVariable[]): Readonly<Record<string, VariableValue>> {
  return Object.fromEntries(variables.map((variable) => [variable.name, firstValue(variable)]));
}

/** Options of a query variable are known to Grafana only; any value will do for a first look. */
function firstValue({ all, allValue, values }: TemplateVariable): VariableValue {
  const [first] = values;
  if (all || first === undefined) return allValue ?? '.*';
  return values.length === 1 ? first : values;
}
