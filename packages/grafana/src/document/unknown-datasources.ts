import { isObject, type JsonObject, textIn } from '../json.js';
import { templateVariables } from './template-variables.js';

/** Grafana's own pseudo data sources. */
const builtIn = new Set(['', 'grafana', '__expr__', '-- Grafana --', '-- Mixed --', '-- Dashboard --']);

/** Data sources that a dashboard names by uid (or, in old ones, by name) and this Grafana does not have. */
export function unknownDatasources(json: JsonObject, known: readonly string[]): readonly string[] {
  const have = new Set([...builtIn, ...known]);
  return [...referencesIn(json)].filter((reference) => !have.has(reference) && !/[$[]/.test(reference)).sort();
}

/** `$DS_PROM`, `${prom}` or `[[prom]]` where neither the dashboard nor `defined` has a variable of that name. */
export function undefinedDatasourceVariables(json: JsonObject, defined: readonly string[]): readonly string[] {
  const known = new Set([...defined, ...templateVariables(json).map(({ name }) => name)]);
  return [...referencesIn(json)].filter((reference) => {
    const name = /^(?:\$\{?|\[\[)(?<name>\w+)/.exec(reference)?.groups?.['name'];
    return name !== undefined && !name.startsWith('__') && !known.has(name);
  });
}

function referencesIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) referencesIn(item, found);
  if (!isObject(value)) return found;
  for (const [key, item] of Object.entries(value)) {
    if (key !== 'datasource') referencesIn(item, found);
    else if (typeof item === 'string') found.add(item);
    else found.add(textIn(item, 'uid') ?? '');
  }
  return found;
}
