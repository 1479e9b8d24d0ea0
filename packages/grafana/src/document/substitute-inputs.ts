import { isObject, type JsonObject, listIn, mapStrings, objectIn, objectsIn, textIn } from '../json.js';
import { isDatasourceVariable, templateVariables } from './template-variables.js';

/** The data source that the dashboards of this repository show. */
export interface DatasourceChoice {
  readonly uid: string;
  readonly name: string;
  readonly type: string;
  /** Uids that a dashboard may keep when it names one itself. */
  readonly kept: readonly string[];
}

export type Substituted =
  | { readonly kind: 'substituted'; readonly json: JsonObject }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

/**
 * What Grafana's import page does, done here: `__inputs` get their values, and what belongs to the export alone goes.
 * Data source variables open on the chosen one, or they would open on whatever the server's default is.
 */
export function substituteInputs(json: JsonObject, choice: DatasourceChoice): Substituted {
  const values = new Map<string, string>();
  const problems = objectsIn(json, '__inputs').flatMap((input) => readInput(input, { choice, values }));
  const filled = mapStrings(withoutExportFields(json), (text) =>
    text.replace(/\$\{(?<name>[^}:]+)\}/g, (whole, name: string) => values.get(name) ?? whole),
  );
  const result = isObject(filled) ? withDatasource(filled, choice) : json;
  const left = leftovers(result);
  const all = [...problems, ...(problems.length > 0 ? [] : left)];
  return all.length > 0 ? { kind: 'invalid', problems: all } : { kind: 'substituted', json: result };
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
  else return [`__inputs asks for a data source of type "${plugin}" (${name}); only ${choice.type} is given`];
  return [];
}

function withoutExportFields(json: JsonObject): JsonObject {
  const { __inputs, __requires, __elements, id, ...rest } = json;
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

function pointed(variable: JsonObject, { uid, name, kept }: DatasourceChoice): JsonObject {
  const own = textIn(objectIn(variable, 'current'), 'value') ?? '';
  return kept.includes(own) ? variable : { ...variable, current: { selected: false, text: name, value: uid } };
}

/** `${DS_X}` that nothing fills shows as "Datasource ${DS_X} was not found", and only to the person who opens it. */
function leftovers(json: JsonObject): readonly string[] {
  const known = new Set(templateVariables(json).map((variable) => variable.name));
  const left = new Set<string>();
  mapStrings(json, (text) => {
    for (const { groups } of text.matchAll(/\$\{(?<name>DS_[^}:]+)\}/g)) left.add(groups?.['name'] ?? '');
    return text;
  });
  return [...left]
    .filter((name) => !known.has(name))
    .map((name) => `\${${name}} is used, but neither __inputs nor a variable of the dashboard defines it`);
}
