import { type Fields, isFields, stringMapOf, tablesOf, textOf } from './fields.js';

/** Files of earlier years as the ones of today: [[env]], [[processes]], [mount], [metric], [compute], [[checks]]. */
export function patchOldForms(raw: Fields): Fields {
  const patched: Record<string, unknown> = { ...raw };
  if (Array.isArray(raw['env'])) patched['env'] = Object.assign({}, ...raw['env'].map(stringMapOf));
  if (Array.isArray(raw['processes'])) patched['processes'] = namedCommands(raw['processes']);
  if (Array.isArray(raw['checks'])) patched['checks'] = namedChecks(raw['checks']);
  join(patched, { to: 'vm', from: ['compute', 'computes', 'vm'] });
  join(patched, { to: 'mounts', from: ['mount', 'mounts'] });
  join(patched, { to: 'metrics', from: ['metric', 'metrics'] });
  return patched;
}

function namedCommands(items: readonly unknown[]): Record<string, string> {
  const named = items.filter(isFields).filter(({ name }) => name !== undefined);
  return Object.fromEntries(named.map(({ name, command }) => [String(name), String(command ?? '')]));
}

function namedChecks(items: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(items.filter(isFields).map((check) => [textOf(check['name']) ?? '', check]));
}

/** Several names of one section, put together under the one of today. */
function join(patched: Record<string, unknown>, names: { to: string; from: readonly string[] }): void {
  const written = names.from.filter((name) => patched[name] !== undefined);
  const tables = written.flatMap((name) => tablesOf(patched[name]));
  for (const name of written) delete patched[name];
  if (tables.length > 0) patched[names.to] = tables;
}
