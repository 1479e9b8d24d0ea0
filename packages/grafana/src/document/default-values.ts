import type { TemplateVariable } from './template-variables.js';

/** One value is pasted into a query as it is; several become an alternation. */
export type DefaultValue = string | readonly string[];

/** Where Grafana itself decides what is selected, every value has to work. */
const anything = '.*';
/** What "auto" comes to for a range of about an hour. */
const autoInterval = '1m';

/** What stands in the queries of a dashboard that was just opened, by variable; without ad-hoc filters, which add to queries. */
export function defaultValues(variables: readonly TemplateVariable[]): Readonly<Record<string, DefaultValue>> {
  return Object.fromEntries(
    variables.filter(({ type }) => type !== 'adhoc').map((variable) => [variable.name, defaultOf(variable)]),
  );
}

function defaultOf({ all, allValue, values }: TemplateVariable): DefaultValue {
  if (all) return allValue ?? anything;
  const [first, ...more] = values;
  if (first === undefined) return anything;
  if (more.length > 0) return values;
  return first.startsWith('$__auto_interval') ? autoInterval : first;
}
