import { errorMessage } from '@fly-monitoring/kit';
import { isObject, type JsonObject, textIn } from '../json.js';
import { dashboardProblems } from './check-dashboard.js';
import { type Repaired, repairDashboard } from './repair-dashboard.js';
import { unwrapDashboard } from './unwrap.js';

/** One dashboard of the repository, in Grafana's classic form. */
export interface DashboardDocument {
  /** As the caller named it, for messages. */
  readonly file: string;
  readonly uid: string;
  readonly title: string;
  readonly json: JsonObject;
  /** What was taken for granted or mended, and should be put right in the file. */
  readonly notes: readonly string[];
}

export type ParsedDashboard =
  | { readonly kind: 'dashboard'; readonly document: DashboardDocument }
  /** JSON of another kind: no field of it belongs to a dashboard. */
  | { readonly kind: 'other'; readonly file: string }
  | { readonly kind: 'invalid'; readonly file: string; readonly problems: readonly string[] };

const tellingFields = [
  'panels',
  'rows',
  'elements',
  'schemaVersion',
  'templating',
  '__inputs',
  'dashboard',
  'apiVersion',
];

/** Reads one file and names everything that is wrong with it. */
export function parseDashboard(text: string, { file }: { readonly file: string }): ParsedDashboard {
  const value = parseJson(text);
  if (value.kind === 'broken') return { kind: 'invalid', file, problems: [`it is not JSON: ${value.problem}`] };
  const { json } = value;
  if (!isObject(json) || !tellingFields.some((field) => field in json)) return { kind: 'other', file };
  const unwrapped = unwrapDashboard(json);
  if (unwrapped.kind === 'refused') return { kind: 'invalid', file, problems: [unwrapped.problem] };
  const repaired = repairDashboard(unwrapped.json);
  const problems = dashboardProblems(repaired.json);
  if (problems.length > 0) return { kind: 'invalid', file, problems };
  return { kind: 'dashboard', document: documentOf(repaired, file) };
}

type ParsedJson =
  | { readonly kind: 'json'; readonly json: unknown }
  | { readonly kind: 'broken'; readonly problem: string };

function parseJson(text: string): ParsedJson {
  try {
    return { kind: 'json', json: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch (error) {
    return { kind: 'broken', problem: errorMessage(error) };
  }
}

function documentOf({ json, notes: repairs }: Repaired, file: string): DashboardDocument {
  const given = textIn(json, 'uid') ?? '';
  const uid = given === '' ? uidFromFile(file) : given;
  const note = `uid is missing; "${uid}" is taken from the name of the file, which must not be renamed`;
  const notes = given === '' ? [note, ...repairs] : repairs;
  return { file, uid, title: textIn(json, 'title') ?? '', json: { ...json, uid }, notes };
}

function uidFromFile(file: string): string {
  const name = file.replace(/^.*[\\/]/, '').replace(/\.json$/i, '');
  const slug = name
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return slug === '' ? 'dashboard' : slug;
}
