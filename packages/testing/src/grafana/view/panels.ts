import { flagIn, isRecord, type Json, listIn, numberIn, recordIn, textIn } from '../json.js';
import type { TimeRange } from '../panel-query.js';
import { type QueryAnswer, queryFrom, runQuery } from '../query.js';
import type { Grafana } from '../routes/route.js';
import { datasourceFor, fillIn, type Variables } from './variables.js';

export type Line = { readonly name: string; readonly points: readonly (readonly [atMs: number, value: number])[] };

export type PanelView = {
  readonly title: string;
  readonly type: string;
  readonly description: string;
  readonly unit: string;
  readonly place: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly text: string;
  readonly lines: readonly Line[];
  readonly faults: readonly string[];
};

export type Looking = { readonly grafana: Grafana; readonly variables: Variables; readonly range: TimeRange };

/** Rows that are folded up keep their panels inside, and those are not shown, as in Grafana. */
export function panelsOf(dashboard: Json): readonly Json[] {
  return listIn(dashboard, 'panels').filter(isRecord);
}

export async function viewPanel(panel: Json, looking: Looking): Promise<PanelView> {
  const targets = listIn(panel, 'targets').filter((target) => isRecord(target) && !flagIn(target, 'hide'));
  const answers = await Promise.all(targets.map(async (target) => await askTarget(panel, target, looking)));
  const box = recordIn(panel, 'gridPos');
  return {
    title: fillIn(textIn(panel, 'title') ?? '', looking.variables),
    type: textIn(panel, 'type') ?? '',
    description: textIn(panel, 'description') ?? '',
    unit: textIn(recordIn(recordIn(panel, 'fieldConfig'), 'defaults'), 'unit') ?? 'short',
    place: { x: at(box, 'x', 0), y: at(box, 'y', 0), w: at(box, 'w', 24), h: at(box, 'h', 8) },
    text: textIn(recordIn(panel, 'options'), 'content') ?? '',
    lines: answers.flatMap((answer) => answer.lines),
    faults: answers.flatMap((answer) => answer.faults),
  };
}

type TargetAnswer = { readonly lines: readonly Line[]; readonly faults: readonly string[] };

async function askTarget(panel: Json, target: unknown, looking: Looking): Promise<TargetAnswer> {
  const { grafana, variables } = looking;
  const reference = isRecord(target) ? (target['datasource'] ?? panel['datasource']) : undefined;
  const datasource = datasourceFor(grafana.store, reference, variables);
  if (datasource === undefined) {
    return { lines: [], faults: ['Datasource was not found'] };
  }
  const query = queryFrom(target);
  // Charts and sparklines need a range, also where the panel itself asks for one value.
  const asked = { ...query, expr: fillIn(query.expr, variables), isInstant: false };
  const done = await runQuery({ ...grafana, datasource }, asked, looking.range);
  return answered(done, textIn(target, 'legendFormat') ?? '');
}

function answered({ answer }: QueryAnswer, legend: string): TargetAnswer {
  if (answer.kind === 'failed') {
    return { lines: [], faults: [answer.message] };
  }
  const lines = answer.series.map(({ labels, samples }) => ({
    name: nameOf(labels, legend),
    points: samples.map(([seconds, value]) => [seconds * 1000, Number(value.replace('Inf', 'Infinity'))] as const),
  }));
  return { lines, faults: [] };
}

function nameOf(labels: Readonly<Record<string, string>>, legend: string): string {
  if (legend === '' || legend === '__auto') {
    const { __name__: metric = 'Value', ...shown } = labels;
    const pairs = Object.entries(shown).map(([name, value]) => `${name}="${value}"`);
    return pairs.length === 0 ? metric : pairs.join(', ');
  }
  return legend.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => labels[name] ?? '');
}

function at(box: Json, key: string, otherwise: number): number {
  return numberIn(box, key) ?? otherwise;
}
