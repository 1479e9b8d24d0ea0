import { isObject, type JsonObject, mapStrings, textIn } from '../json.js';
import { type DatasourceChoice, meantDatasource } from './datasource-choice.js';

export interface Filled {
  readonly json: JsonObject;
  readonly notes: readonly string[];
  /** Placeholders that stay, and are told. */
  readonly open: readonly string[];
}

interface Filling {
  readonly choice: DatasourceChoice;
  /** Names that __inputs or a variable of the dashboard defines. */
  readonly defined: ReadonlySet<string>;
}

/** `${DS_PROMETHEUS}`: what an export writes in place of a data source. */
const placeholder = /^\$\{(?<name>DS_[^}:]+)\}$/;

/**
 * Fills the data sources of an export that has lost its `__inputs`: Grafana would show "Datasource ${DS_X} was not
 * found". The type beside a placeholder tells which one is meant; without one it is the chosen data source.
 */
export function fillPlaceholders(json: JsonObject, { choice, defined }: Filling): Filled {
  const types = typesByName(json, defined);
  const values = new Map<string, string>();
  const notes = new Set<string>();
  const open = new Set<string>();
  const fill = (name: string, ownType: string | undefined): string | undefined => {
    const type = ownType ?? onlyOne(types.get(name)) ?? choice.type;
    const meant = meantDatasource(type, choice);
    const lost = `\${${name}} is used, but neither __inputs nor a variable of the dashboard defines it`;
    if (meant.kind === 'meant') {
      notes.add(`${lost}; it gets the data source "${meant.name}"`);
      if (!values.has(name)) values.set(name, meant.uid);
      return meant.uid;
    }
    open.add(name);
    notes.add(
      `${lost}, and of type "${type}" this Grafana has ${meant.have}: the panels that use it will show an error`,
    );
    return undefined;
  };
  const referred = mapReferences(json, (name, type) => (types.has(name) ? fill(name, type) : undefined));
  const filled = mapStrings(referred, (text) =>
    text.replace(/\$\{(?<name>DS_[^}:]+)\}/g, (whole, name: string) => values.get(name) ?? whole),
  );
  return { json: isObject(filled) ? filled : json, notes: [...notes], open: [...open] };
}

/** The types that are written beside each placeholder that nothing defines. */
function typesByName(json: JsonObject, defined: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const types = new Map<string, Set<string>>();
  mapReferences(json, (name, type) => {
    if (defined.has(name)) return undefined;
    const known = types.get(name) ?? new Set();
    if (type !== undefined) known.add(type);
    types.set(name, known);
    return undefined;
  });
  return types;
}

function onlyOne(types: ReadonlySet<string> | undefined): string | undefined {
  const [first, ...more] = types ?? [];
  return more.length === 0 ? first : undefined;
}

type Change = (name: string, type: string | undefined) => string | undefined;

/** A copy in which every data source that is a placeholder has what `change` gives for it. */
function mapReferences(value: unknown, change: Change): unknown {
  if (Array.isArray(value)) return value.map((item) => mapReferences(item, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'datasource' ? mapReference(item, change) : mapReferences(item, change),
    ]),
  );
}

function mapReference(reference: unknown, change: Change): unknown {
  const written = typeof reference === 'string' ? reference : (textIn(reference, 'uid') ?? '');
  const name = placeholder.exec(written)?.groups?.['name'];
  const uid = name === undefined ? undefined : change(name, textIn(reference, 'type'));
  if (uid === undefined) return reference;
  return isObject(reference) ? { ...reference, uid } : uid;
}
