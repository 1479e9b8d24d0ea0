import type { Dashboard, Panel, RowPanel } from '@grafana/grafana-foundation-sdk/dashboard';

/**
 * The dashboard as the text of a file: panels numbered, or Grafana would number them on its own and links to a panel
 * would break, and keys that Grafana gives a value itself left out.
 */
export function renderDashboard(dashboard: Dashboard): string {
  const panels = (dashboard.panels ?? []).map((panel: Panel | RowPanel, index) => ({ ...panel, id: index + 1 }));
  const variables = (dashboard.templating.list ?? []).map(withoutAuto);
  // First what a person who opens the file looks for.
  const { title, uid, description, tags } = dashboard;
  const ordered = { title, uid, description, tags, ...dashboard, templating: { list: variables }, panels };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

/** The SDK gives every kind of variable the fields of interval variables. */
function withoutAuto(variable: object): object {
  return Object.fromEntries(Object.entries(variable).filter(([key]) => !key.startsWith('auto')));
}
