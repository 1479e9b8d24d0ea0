import { html, type Reply, type Request } from '../http.js';
import { parseTime } from '../query.js';
import { latest } from '../store.js';
import { slugOf } from '../uid.js';
import { renderList, renderPage } from '../view/page.js';
import { type PanelView, panelsOf, viewPanel } from '../view/panels.js';
import { variablesOf } from '../view/variables.js';
import type { Grafana, Route } from './route.js';

/** For people: nobody has to sign in to look. */
export const pageRoutes: readonly Route[] = [
  { on: 'GET /', run: list },
  { on: 'GET /dashboards', run: list },
  { on: 'GET /d/:uid', run: show },
  { on: 'GET /d/:uid/:slug', run: show },
];

/** Who has just deployed looks at the last minutes. */
const DEFAULT_SPAN_MS = 5 * 60_000;

function list({ store }: Grafana): Reply {
  const entries = [...store.dashboards.values()].map((found) => {
    const title = String(latest(found).dashboard['title']);
    return { title, url: `/d/${found.uid}/${slugOf(title)}` };
  });
  return html(200, renderList(entries));
}

/** Where the time asked for begins before the data, the charts begin with the data. */
function firstSampleMs(panels: readonly PanelView[]): number | undefined {
  const firsts = panels.flatMap((panel) =>
    panel.lines.flatMap((line) => line.points.slice(0, 1).map(([atMs]) => atMs)),
  );
  return firsts.length === 0 ? undefined : Math.min(...firsts);
}

async function show(grafana: Grafana, { params, query }: Request): Promise<Reply> {
  const found = grafana.store.dashboards.get(params['uid'] ?? '');
  if (found === undefined) {
    return html(404, '<!doctype html><title>Not found</title><p>Dashboard not found</p>');
  }
  const { dashboard, folderUid, version } = latest(found);
  const toMs = Date.now();
  const fromMs = parseTime(query.get('from') ?? '', toMs) ?? toMs - DEFAULT_SPAN_MS;
  const looking = { grafana, variables: variablesOf(dashboard, query), range: { fromMs, toMs } };
  const panels = await Promise.all(panelsOf(dashboard).map(async (panel) => await viewPanel(panel, looking)));
  const folder = grafana.store.folders.get(folderUid)?.title ?? 'Dashboards';
  const range = { fromMs: firstSampleMs(panels) ?? fromMs, toMs };
  return html(
    200,
    renderPage({ title: String(dashboard['title']), folder, version, asked: looking.range, range, panels }),
  );
}
