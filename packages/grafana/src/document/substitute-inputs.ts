import { isObject, type JsonObject, listIn, mapStrings, objectIn, objectsIn, textIn } from '../json.js';
import { isDatasourceVariable, templateVariables } from './template-variables.js';
import { undefinedDatasourceVariables } from './unknown-datasources.js';

interface NamedDatasource {
  readonly uid: string;
  readonly name: string;
  readonly type: string;
}

/** The data source that the dashboards of this repository show. */
export interface DatasourceChoice extends NamedDatasource {
  /** Uids that a dashboard may keep when it names one itself. */
  readonly kept: readonly string[];
  /** All of this Grafana: they give names their uids, and fill what asks for another type. */
  readonly all: readonly (NamedDatasource & { readonly isDefault: boolean })[];
}

export type Substituted =
  | {
      readonly kind: 'substituted';
      readonly json: JsonObject;
      /** What a person should look at. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

/**
 * What Grafana's import page does, done here: `__inputs` get their values, and what belongs to the export alone goes.
 * Data source variables open on the chosen one, or they would open on whatever the server's default is.
 */
export function substituteInputs(json: JsonObject, choice: DatasourceChoice): Substituted {
  const values = new Map<string, string>();
  const notes = objectsIn(json, '__inputs').flatMap((input) => readInput(input, { choice, values }));
  const filled = mapStrings(withoutExportFields(json), (text) =>
    text.replace(/\$\{(?<name>[^}:]+)\}/g, (whole, name: string) => values.get(name) ?? whole),
  );
  const result = isObject(filled) ? withDatasource(filled, choice) : json;
  const asked = objectsIn(json, '__inputs').flatMap((input) => textIn(input, 'name') ?? []);
  const problems = leftovers(result, asked);
  if (problems.length > 0) return { kind: 'invalid', problems };
  const undefinedOnes = undefinedDatasourceVariables(result, asked).map(undefinedNote);
  return { kind: 'substituted', json: result, notes: [...notes, ...undefinedOnes, ...lostElements(json)] };
}

interface Reading {
  readonly choice: DatasourceChoice;
  readonly values: Map<string, string>;
}

function readInput(input: JsonObject, { choice, values }: Reading): readonly string[] {
  const name = textIn(input, 'name') ?? '';
  const plugin = textIn(input, 'pluginId') ?? '';
  if (textIn(input, 'type') === 'constant') {
    values.set(name, textIn(input, 'value') ?? '');
    return [];
  }
  // Grafana's own expressions are a data source that every instance has.
  if (plugin === '__expr__') values.set(name, plugin);
  else if (plugin === choice.type) values.set(name, choice.uid);
  else return fillOther({ name, plugin }, { choice, values });
  return [];
}

/** A data source of another type has no input here: the default one of that type, or the only one, is meant. */
function fillOther(
  { name, plugin }: { readonly name: string; readonly plugin: string },
  { choice, values }: Reading,
): readonly string[] {
  const asks = `__inputs asks for a data source of type "${plugin}" (${name})`;
  const candidates = choice.all.filter(({ type }) => type === plugin);
  const meant = candidates.find(({ isDefault }) => isDefault) ?? (candidates.length === 1 ? candidates[0] : undefined);
  if (meant !== undefined) {
    values.set(name, meant.uid);
    return [`${asks}; it gets "${meant.name}"`];
  }
  const have = candidates.length === 0 ? 'none' : `${candidates.length} and none is the default`;
  return [`${asks}, of which this Grafana has ${have}: the panels that use it will show an error`];
}

function undefinedNote(reference: string): string {
  return `it shows the data source ${reference}, but has no variable of that name: the panels that use it will show an error`;
}

/** Library panels are not imported; a panel that only refers to one shows nothing where it is missing. */
function lostElements(json: JsonObject): readonly string[] {
  const names = Object.entries(objectIn(json, '__elements') ?? {}).map(([uid, one]) => textIn(one, 'name') ?? uid);
  if (names.length === 0) return [];
  const listed = names.map((name) => `"${name}"`).join(', ');
  return [`its library panels ${listed} are not imported: make them in Grafana first, or unlink them and export again`];
}

function withoutExportFields(json: JsonObject): JsonObject {
  // A number or version of the Grafana that it was exported from means nothing, or another dashboard, in this one.
  const { __inputs, __requires, __elements, id, version, ...rest } = json;
  return rest;
}

function withDatasource(json: JsonObject, choice: DatasourceChoice): JsonObject {
  const templating = objectIn(json, 'templating');
  if (templating === undefined) return json;
  const list = listIn(templating, 'list').map((variable) =>
    isDatasourceVariable(variable) && variable['query'] === choice.type ? pointed(variable, choice) : variable,
  );
  return { ...json, templating: { ...templating, list } };
}

function pointed(variable: JsonObject, { uid, name, kept, all }: DatasourceChoice): JsonObject {
  const own = textIn(objectIn(variable, 'current'), 'value') ?? '';
  if (kept.includes(own)) return variable;
  // Dashboards from before Grafana 8.3 hold the name.
  const byName = all.find((one) => one.name === own && kept.includes(one.uid));
  const { uid: value, name: text } = byName ?? { uid, name };
  return { ...variable, current: { selected: false, text, value } };
}

/** `${DS_X}` that nothing fills shows as "Datasource ${DS_X} was not found", and only to the person who opens it. */
function leftovers(json: JsonObject, asked: readonly string[]): readonly string[] {
  const known = new Set([...templateVariables(json).map((variable) => variable.name), ...asked]);
  const left = new Set<string>();
  mapStrings(json, (text) => {
    for (const { groups } of text.matchAll(/\$\{(?<name>DS_[^}:]+)\}/g)) left.add(groups?.['name'] ?? '');
    return text;
  });
  return [...left]
    .filter((name) => !known.has(name))
    .map((name) => `\${${name}} is used, but neither __inputs nor a variable of the dashboard defines it`);
}
