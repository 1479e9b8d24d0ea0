import { notSupported } from '../errors.js';
import type { RunOptions } from '../options.js';
import { missing, typedInputs, undeclared } from './inputs.js';
import { asText, isRecord, type Json, listIn, mapValues, recordIn } from './values.js';

export type Trigger = { readonly inputs: Json; readonly event: Json; readonly problems: readonly string[] };

/** Whether the event starts the workflow, and what it brings along. */
export function triggerOf(options: RunOptions, on: unknown, ref: string): Trigger {
  const named =
    typeof on === 'string' ? [on] : Array.isArray(on) ? on.map(asText) : Object.keys(isRecord(on) ? on : {});
  if (!named.includes(options.event)) {
    return refused(`${options.file} does not run on ${options.event}; it runs on ${named.join(', ')}`);
  }
  const settings = recordIn(isRecord(on) ? on : {}, options.event);
  const repository = { full_name: options.repository.name, default_branch: 'main' };
  if (options.event === 'workflow_dispatch') {
    return dispatched(settings, options.inputs ?? {}, { ref, repository });
  }
  const problem = filteredOut(settings, ref);
  if (problem !== undefined) {
    return refused(`${options.file}: ${problem}`);
  }
  return options.inputs === undefined
    ? { inputs: {}, event: { ref, repository }, problems: [] }
    : refused('A push brings no inputs; they belong to workflow_dispatch and workflow_call.');
}

function refused(problem: string): Trigger {
  return { inputs: {}, event: {}, problems: [problem] };
}

/** `inputs` keeps the types, `github.event.inputs` has texts only. */
function dispatched(settings: Json, given: Json, event: Json): Trigger {
  const declared = recordIn(settings, 'inputs');
  const scope = { contexts: {}, status: { success: true, failure: false, cancelled: false } };
  const { values, problems } = typedInputs(declared, given, scope);
  const faults = [...undeclared(declared, given, 'input'), ...missing(declared, given, 'input'), ...problems];
  return { inputs: values, event: { ...event, inputs: mapValues(values, asText) }, problems: faults };
}

function filteredOut(settings: Json, ref: string): string | undefined {
  const outside = ['paths', 'paths-ignore'].find((key) => key in settings);
  if (outside !== undefined) {
    return notSupported(`on.push.${outside}`);
  }
  const kind = ref.startsWith('refs/tags/') ? 'tags' : 'branches';
  const other = kind === 'tags' ? 'branches' : 'tags';
  const name = ref.replace(/^refs\/(heads|tags)\//, '');
  const isOtherOnly =
    (other in settings || `${other}-ignore` in settings) && !(kind in settings || `${kind}-ignore` in settings);
  const isWanted = !(kind in settings) || lastMatch(listIn(settings, kind), name);
  const isIgnored = lastMatch(listIn(settings, `${kind}-ignore`), name);
  return isOtherOnly || !isWanted || isIgnored ? `a push to ${ref} does not start it` : undefined;
}

/** The last pattern that fits decides; one with `!` takes back. */
function lastMatch(patterns: readonly unknown[], name: string): boolean {
  return patterns.map(asText).reduce((found, pattern) => {
    const isNegative = pattern.startsWith('!');
    return globFits(isNegative ? pattern.slice(1) : pattern, name) ? !isNegative : found;
  }, false);
}

function globFits(pattern: string, name: string): boolean {
  const source = pattern
    .replace(/[.^${}()|\\]/g, '\\$&')
    .replace(/\*\*|\*/g, (stars) => (stars === '**' ? '.*' : '[^/]*'));
  return new RegExp(`^${source}$`).test(name);
}
