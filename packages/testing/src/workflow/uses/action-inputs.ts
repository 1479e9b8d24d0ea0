import { fillText, type Scope } from '../documents/expressions.js';
import { asText, isRecord, mapValues, recordIn } from '../documents/values.js';
import type { JobRun } from '../jobs/job-run.js';
import type { Action } from './find-action.js';

/** What the step gives, else the action's default; names are compared without case. Nothing is required here, as on GitHub. */
export function inputsOf(
  action: Action,
  given: Readonly<Record<string, string>>,
  scope: Scope,
): Record<string, string> {
  const declared = recordIn(action.content, 'inputs');
  const byName = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  const defaults = mapValues(declared, (definition, name) => {
    return byName.get(name.toLowerCase()) ?? fillText(isRecord(definition) ? definition['default'] : '', scope);
  });
  return { ...given, ...defaults };
}

export function warnOfUnexpected(job: JobRun, action: Action, given: Readonly<Record<string, string>>): void {
  const declared = recordIn(action.content, 'inputs');
  const known = new Set(Object.keys(declared).map((name) => name.toLowerCase()));
  const extra = Object.keys(given).filter((name) => !known.has(name.toLowerCase()));
  if (extra.length > 0) {
    const [named, valid] = [extra, Object.keys(declared)].map((names) => names.map((name) => `'${name}'`).join(', '));
    job.log.annotate({
      level: 'warning',
      message: `Unexpected input(s) ${asText(named)}, valid inputs are [${asText(valid)}]`,
      properties: {},
    });
  }
}
