import { createHash } from 'node:crypto';
import { contentHash } from '../document/canonical.js';
import type { LibraryPanelUse } from '../document/library-panels.js';
import type { DashboardDocument } from '../document/parse-dashboard.js';
import { isObject, type JsonObject, listIn, mapStrings, objectIn, textIn } from '../json.js';
import type { WantedDashboard } from './wanted-dashboard.js';

/** Where the dashboards of one repository are more than once in one Grafana. */
export interface EnvironmentPlace {
  readonly environment: string;
  /** Addresses of other servers are left as they are. */
  readonly grafanaUrl: string;
}

/** Grafana's limit: pkg/util/shortid_generator.go. */
const uidMaxLength = 40;
const hashLength = 8;

/**
 * The same dashboards beside those of another environment: with a uid and a title of their own, links that lead to each
 * other, and the variable "environment", where they have it, at this one.
 */
export function placeInEnvironment(
  wanted: readonly WantedDashboard[],
  place: EnvironmentPlace,
): readonly WantedDashboard[] {
  const { environment } = place;
  const uids = new Map(wanted.map(({ uid }) => [uid, environmentUid(uid, environment)]));
  return wanted.map((one) => {
    const uid = environmentUid(one.uid, environment);
    const title = environmentTitle(one.title, environment);
    const linked = withEnvironment(withLinks(one.json, { uids, ...place }), environment);
    const libraryPanels = (one.libraryPanels ?? []).map((panel) => libraryPanelIn(panel, environment));
    const json = { ...withLibraryPanels(linked, one.libraryPanels ?? [], environment), uid, title };
    const library = one.libraryPanels === undefined ? {} : { libraryPanels };
    return { ...one, uid, title, json, hash: contentHash(json), ...library };
  });
}

/** One that comes with a file shows the data source of its environment, so each environment has its own. */
function libraryPanelIn(panel: LibraryPanelUse, environment: string): LibraryPanelUse {
  if (panel.model === undefined) return panel;
  return {
    ...panel,
    uid: environmentUid(panel.uid, environment),
    name: environmentTitle(panel.name, environment),
  };
}

function withLibraryPanels(json: JsonObject, panels: readonly LibraryPanelUse[], environment: string): JsonObject {
  const references = new Map(
    panels.flatMap((panel) =>
      panel.model === undefined ? [] : [[panel.uid, libraryPanelIn(panel, environment)] as const],
    ),
  );
  return references.size === 0 ? json : withReferences(json, references);
}

function withReferences(holder: JsonObject, references: ReadonlyMap<string, LibraryPanelUse>): JsonObject {
  if (!Array.isArray(holder['panels'])) return holder;
  const panels = holder['panels'].map((panel: unknown) => {
    if (!isObject(panel)) return panel;
    const reference = objectIn(panel, 'libraryPanel');
    const meant = references.get(textIn(reference, 'uid') ?? '');
    const inside = withReferences(panel, references);
    return meant === undefined
      ? inside
      : { ...inside, libraryPanel: { ...reference, uid: meant.uid, name: meant.name } };
  });
  return { ...holder, panels };
}

/** A dashboard's file as it is opened in an environment: under its uid there, with its variable "environment". */
export function openedInEnvironment(document: DashboardDocument, environment: string): DashboardDocument {
  const json = withEnvironment(document.json, environment);
  return { ...document, uid: environmentUid(document.uid, environment), json };
}

export function environmentTitle(title: string, environment: string): string {
  return `${title} (${environment})`;
}

/**
 * `shop-staging`. Where it would be too long, or the name has letters that a uid must not have or that a database takes
 * for equal, a hash tells it from every other one.
 */
export function environmentUid(uid: string, environment: string): string {
  const plain = `${uid}-${environment}`;
  if (plain.length <= uidMaxLength && /^[a-z0-9_-]+$/.test(environment)) return plain;
  const hash = createHash('sha256').update(`${uid}\n${environment}`).digest('hex').slice(0, hashLength);
  const name = environment.toLowerCase().replace(/[^a-z0-9_-]+/g, '-');
  const readable = `${uid.slice(0, 20)}-${name}`.slice(0, uidMaxLength - hashLength - 1);
  return `${readable.replace(/-+$/, '')}-${hash}`;
}

export interface LinkChange {
  /** From one uid to another. */
  readonly uids: ReadonlyMap<string, string>;
  readonly grafanaUrl: string;
}

/** The dashboard with links to other dashboards changed: `/d/<uid>`, with and without this server in front. */
export function withLinks(json: JsonObject, change: LinkChange): JsonObject {
  const changed = mapStrings(json, (text) => relinked(text, change));
  return isObject(changed) ? changed : json;
}

const link = /(?<origin>https?:\/\/[^\s"'<>()]*?)?(?<path>\/d(?:-solo)?\/)(?<uid>[\w-]+)/g;

/** One text with its links changed. */
export function relinked(text: string, { uids, grafanaUrl }: LinkChange): string {
  return text.replace(link, (whole, origin: string | undefined, path: string, uid: string) => {
    const isElsewhere = origin !== undefined && origin !== grafanaUrl;
    const changed = uids.get(uid);
    return isElsewhere || changed === undefined ? whole : `${origin ?? ''}${path}${changed}`;
  });
}

/** The name that the variable of a dashboard has when it is to follow the environment. */
const variableName = 'environment';
/** Kinds of variables whose value stands in the query as well. */
const withOwnValue = new Set(['constant', 'textbox']);

function withEnvironment(json: JsonObject, environment: string): JsonObject {
  const templating = objectIn(json, 'templating');
  if (templating === undefined) return json;
  const list = listIn(templating, 'list').map((variable) =>
    isObject(variable) && textIn(variable, 'name') === variableName ? pointedAt(variable, environment) : variable,
  );
  return { ...json, templating: { ...templating, list } };
}

function pointedAt(variable: JsonObject, environment: string): JsonObject {
  const isList = variable['multi'] === true;
  const value = isList ? [environment] : environment;
  const own = withOwnValue.has(textIn(variable, 'type') ?? '') ? { query: environment } : {};
  return { ...variable, ...own, current: { selected: true, text: value, value } };
}
