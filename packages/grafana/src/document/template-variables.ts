import { isObject, type JsonObject, objectIn, objectsIn, textIn } from '../json.js';

export interface TemplateVariable {
  readonly name: string;
  /** datasource, query, custom, interval, constant, textbox, adhoc … */
  readonly type: string;
  /** What a person sees selected on opening; empty when Grafana decides that itself. */
  readonly values: readonly string[];
  /** Every value is selected. */
  readonly all: boolean;
  /** What "All" means; without one Grafana writes out every option. */
  readonly allValue: string | undefined;
  /** The query, the list of options, or the plugin type of a datasource variable. */
  readonly query: string | undefined;
}

const everything = '$__all';

/** The variables of a dashboard with the values they have before anybody chooses. */
export function templateVariables(json: JsonObject): readonly TemplateVariable[] {
  return objectsIn(objectIn(json, 'templating'), 'list').flatMap((variable) => {
    const name = textIn(variable, 'name') ?? '';
    return name === '' ? [] : [variableOf(name, variable)];
  });
}

function variableOf(name: string, variable: JsonObject): TemplateVariable {
  const type = textIn(variable, 'type') ?? 'query';
  const query = queryOf(variable);
  const chosen = chosenValues(variable);
  const values = chosen.length > 0 ? chosen : firstOption(type, query);
  const all = values.includes(everything) || (values.length === 0 && variable['includeAll'] === true);
  const allValue = textIn(variable, 'allValue') || undefined;
  return { name, type, values: all ? [] : values, all, allValue, query };
}

function queryOf(variable: JsonObject): string | undefined {
  const query = variable['query'];
  return typeof query === 'string' ? query : textIn(query, 'query');
}

function chosenValues(variable: JsonObject): readonly string[] {
  const value = objectIn(variable, 'current')?.['value'];
  const values = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
  const given = values.filter((one) => one !== '');
  if (given.length > 0) return given;
  return objectsIn(variable, 'options')
    .filter((option) => option['selected'] === true)
    .flatMap((option) => textIn(option, 'value') ?? []);
}

/** Grafana selects the first option; those of a query or a datasource variable are known to the server only. */
function firstOption(type: string, query: string | undefined): readonly string[] {
  if (query === undefined || query === '') return [];
  switch (type) {
    case 'constant':
    case 'textbox':
      return [query];
    case 'custom':
    case 'interval':
      return [optionsOf(query)[0] ?? []].flat();
    default:
      return [];
  }
}

/** `one, Two : 2, a\,b` -> one, 2 and `a,b`: the notation of custom variables. */
export function optionsOf(query: string): readonly string[] {
  return query
    .split(/(?<!\\),/)
    .map((option) => option.replaceAll('\\,', ',').trim())
    .map((option) => /^.+?\s:\s(?<value>.+)$/.exec(option)?.groups?.['value'] ?? option)
    .filter((option) => option !== '');
}

/** The plugin type behind a datasource reference, when a variable of that name says it. */
export function datasourceTypeOf(reference: string, variables: readonly TemplateVariable[]): string | undefined {
  const name = /^\$\{?(?<name>\w+)(?::\w+)?\}?$/.exec(reference)?.groups?.['name'];
  return variables.find((variable) => variable.name === name && variable.type === 'datasource')?.query;
}

export function isDatasourceVariable(value: unknown): value is JsonObject {
  return isObject(value) && value['type'] === 'datasource';
}
