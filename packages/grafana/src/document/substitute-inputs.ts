import { isObject, type JsonObject, listIn, mapStrings, objectIn, objectsIn, textIn } from '../json.js';
import { type DatasourceChoice, meantDatasource } from './datasource-choice.js';
import { fillPlaceholders } from './fill-placeholders.js';
import { type LibraryPanelUse, libraryPanelUses } from './library-panels.js';
import { isDatasourceVariable, templateVariables } from './template-variables.js';
import { undefinedDatasourceVariables } from './unknown-datasources.js';

export type Substituted =
  | {
      readonly kind: 'substituted';
      readonly json: JsonObject;
      /** Library panels that it shows, filled in like it. */
      readonly libraryPanels: readonly LibraryPanelUse[];
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
  const variables = templateVariables(result).map(({ name }) => name);
  const found = fillPlaceholders(result, { choice, defined: new Set([...asked, ...variables]) });
  const told = [...asked, ...found.open];
  const problems = leftovers(found.json, told);
  if (problems.length > 0) return { kind: 'invalid', problems };
  const undefinedOnes = undefinedDatasourceVariables(found.json, told).map(undefinedNote);
  const { __elements: _library, ...dashboard } = found.json;
  return {
    kind: 'substituted',
    json: dashboard,
    libraryPanels: libraryPanelUses(found.json),
    notes: [...notes, ...found.notes, ...undefinedOnes],
  };
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
  const meant = meantDatasource(plugin, choice);
  if (meant.kind === 'meant') values.set(name, meant.uid);
  if (plugin === '__expr__' || plugin === choice.type) return [];
  const asks = `__inputs asks for a data source of type "${plugin}" (${name})`;
  if (meant.kind === 'meant') return [`${asks}; it gets "${meant.name}"`];
  return [`${asks}, of which this Grafana has ${meant.have}: the panels that use it will show an error`];
}

function undefinedNote(reference: string): string {
  return `it shows the data source ${reference}, but has no variable of that name: the panels that use it will show an error`;
}

function withoutExportFields(json: JsonObject): JsonObject {
  // A number or version of the Grafana that it was exported from means nothing, or another dashboard, in this one.
  const { __inputs, __requires, id, version, ...rest } = json;
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
