/** `$NAME`, `${NAME}`, `${NAME:-usual}` and `${NAME:+other}`; the other forms of a shell are not looked into. */
const variable = /\$(?:(\w+)|\{(\w+)(?:(:?[-+])([^{}$]*))?\})/g;

/** Undefined when a variable has no value, or a form is written that is not known. */
export function expandVariables(text: string, values: ReadonlyMap<string, string>): string | undefined {
  let isKnown = true;
  const expanded = text.replace(variable, (_, plain?: string, braced?: string, sign?: string, word = '') => {
    const value = values.get(plain ?? braced ?? '');
    const isSet = value !== undefined && (value !== '' || sign?.startsWith(':') !== true);
    if (sign?.endsWith('-')) return isSet ? value : word;
    if (sign?.endsWith('+')) return isSet ? word : '';
    if (value === undefined) isKnown = false;
    return value ?? '';
  });
  const rest = text.replace(variable, '');
  return isKnown && !/[$\\]/.test(rest) ? expanded : undefined;
}
