import type { Field } from '../field.js';
import { defaultGroup } from '../release-proof.js';

/** What belongs to no group by name belongs to this one: `app`, else the first by alphabet (flyctl processgroups.go). */
function groupOfUnnamed(all: readonly string[]): string {
  return all.includes(defaultGroup) ? defaultGroup : ([...all].sort()[0] ?? defaultGroup);
}

/** The groups of a section: those it names, else the default one. */
export function groupsOf(section: Field, all: readonly string[]): readonly string[] {
  const named = section.at('processes').strings();
  return named.length === 0 ? [groupOfUnnamed(all)] : named;
}
