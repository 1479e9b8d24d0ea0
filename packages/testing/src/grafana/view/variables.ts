import { isRecord, type Json, listIn, recordIn, textIn } from '../json.js';
import type { Store, StoredDatasource } from '../store.js';

/** What the browser would put in for `$name`. */
export type Variables = ReadonlyMap<string, string>;

/** `chosen` are the `var-name` parameters of the page's address. */
export function variablesOf(dashboard: Json, chosen: URLSearchParams): Variables {
  const variables = listIn(recordIn(dashboard, 'templating'), 'list').filter(isRecord);
  return new Map(
    variables.map((variable) => {
      const name = textIn(variable, 'name') ?? '';
      return [name, chosen.get(`var-${name}`) ?? currentOf(variable)];
    }),
  );
}

/** The saved choice; without one everything, which for a matcher is `.*`. */
function currentOf(variable: Json): string {
  const saved = recordIn(variable, 'current')['value'];
  const values = [saved].flat().filter((one) => typeof one === 'string');
  if (textIn(variable, 'type') === 'datasource') {
    return values[0] ?? 'default';
  }
  const isEverything = values.length === 0 || values.includes('$__all');
  return isEverything ? textIn(variable, 'allValue') || '.*' : values.join('|');
}

/** Fills in `$name`, `${name}` and `${name:format}`; what Grafana's backend fills in stays. */
export function fillIn(text: string, variables: Variables): string {
  return text.replace(/\$(?:\{(\w+)(?::\w+)?\}|(\w+))/g, (found, braced?: string, plain?: string) => {
    return variables.get(braced ?? plain ?? '') ?? found;
  });
}

/** By uid, by name, or the default one, as panels and old exports refer to it. */
export function datasourceFor(store: Store, reference: unknown, variables: Variables): StoredDatasource | undefined {
  const given = typeof reference === 'string' ? reference : (textIn(reference, 'uid') ?? 'default');
  const wanted = fillIn(given, variables);
  const all = [...store.datasources.values()];
  if (wanted === 'default') {
    return all.find((found) => found.isDefault) ?? all[0];
  }
  return all.find((found) => found.uid === wanted || found.name === wanted);
}
