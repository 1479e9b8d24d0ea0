import type { TimeRange } from '../panel-query.js';
import { escapeHtml, panelHtml } from './panel-html.js';
import type { PanelView } from './panels.js';

export type Page = {
  readonly title: string;
  readonly folder: string;
  readonly version: number;
  /** What was asked for, and what the charts span. */
  readonly asked: TimeRange;
  readonly range: TimeRange;
  readonly panels: readonly PanelView[];
};

/** How often the page reads itself anew; the dashboards are scraped every 15 s. */
const REFRESH_S = 10;

/** The time ranges on offer. */
const SPANS = ['5m', '15m', '1h', '6h'] as const;

/** One page without a single outside resource. Times are UTC. */
export function renderPage(page: Page): string {
  const at = new Date(page.range.toMs).toISOString().slice(11, 19);
  const minutes = Math.round((page.asked.toMs - page.asked.fromMs) / 60_000);
  const spans = SPANS.map((span) => `<a href="?from=now-${span}">${span}</a>`).join(' ');
  const panels = page.panels.map((panel) => panelHtml(panel, page.range)).join('\n');
  return shell(
    page.title,
    `<header><div><small>${escapeHtml(page.folder)} /</small> <h1>${escapeHtml(page.title)}</h1></div>
<p>Last ${minutes} min · ${at} UTC · version ${page.version} · every ${REFRESH_S} s · ${spans}</p></header>
<main>${panels}</main>`,
  );
}

export function renderList(entries: readonly { readonly title: string; readonly url: string }[]): string {
  const links = entries.map(({ title, url }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></li>`);
  const body = links.length === 0 ? '<p class="empty">No dashboards yet</p>' : `<ul>${links.join('')}</ul>`;
  return shell('Dashboards', `<header><h1>Dashboards</h1></header>${body}`);
}

function shell(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="${REFRESH_S}">
<meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body>${body}<footer>Stand-in for Grafana: what was imported, with live values. Read only.</footer></body></html>`;
}

const STYLE = `
*{box-sizing:border-box;margin:0}
body{background:#111217;color:#ccccdc;font:13px/1.4 Inter,system-ui,sans-serif;padding:16px}
header{display:flex;justify-content:space-between;align-items:baseline;flex-wrap:wrap;padding:0 2px 14px}
header small,header p,footer{color:#8e8e9c}
h1{display:inline;font-size:18px;font-weight:500}
h2{font-size:15px;font-weight:500;align-self:end}
h3{font-size:13px;font-weight:500;padding-bottom:6px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
main{display:grid;grid-template-columns:repeat(24,1fr);grid-auto-rows:30px;gap:8px}
section{background:#181b1f;border:1px solid #24272e;border-radius:3px;padding:8px 10px;display:flex;flex-direction:column;min-width:0;min-height:0;overflow:hidden}
.plot{flex:1;display:flex;min-height:0}
.y{display:flex;flex-direction:column;justify-content:space-between;text-align:right;padding-right:8px;min-width:56px}
.y i,.x i{font-style:normal;font-size:11px;color:#8e8e9c;white-space:nowrap}
.x{display:flex;justify-content:space-between;padding:2px 0 4px 56px}
.lines{flex:1;min-width:0;position:relative}
svg{position:absolute;inset:0;width:100%;height:100%}
.grid{stroke:#24272e;vector-effect:non-scaling-stroke}
.line{fill:none;stroke-width:1.6;vector-effect:non-scaling-stroke;stroke-linejoin:round}
.legend{display:flex;flex-wrap:wrap;gap:2px 14px;font-size:12px;max-height:36px;overflow:hidden}
.legend b{display:inline-block;width:12px;height:3px;border-radius:2px;margin-right:6px;vertical-align:middle}
.legend em{font-style:normal;color:#8e8e9c}
.numbers{flex:2;display:flex;flex-wrap:wrap;gap:4px 24px;align-items:center;justify-content:center;text-align:center}
.numbers strong{display:block;font-size:30px;font-weight:500;color:#73bf69}
.numbers small{color:#8e8e9c}
.spark{flex:1;position:relative;min-height:0}
.empty,.fault,.text{margin:auto;text-align:center;color:#8e8e9c}
.fault{color:#f2495c;overflow-wrap:anywhere}
.text{white-space:pre-wrap;text-align:left}
a{color:#6e9fff;text-decoration:none}
ul{list-style:none;padding:0}
li{padding:8px 2px}
footer{padding:16px 2px 0;font-size:12px}
`;
