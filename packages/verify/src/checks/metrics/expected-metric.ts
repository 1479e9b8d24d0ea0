import type { Blame } from '../../check.js';

export interface ExpectedMetric {
  /** As people know it. */
  readonly name: string;
  /** Any of these proves it. */
  readonly series: readonly string[];
  /** Jobs that must each have it; undefined when any place will do. */
  readonly jobs: readonly string[] | undefined;
  /** Whether it is there from the start, without traffic; undefined when nobody says. */
  readonly isAlwaysThere: boolean | undefined;
  /** Who wants it, in words. */
  readonly usedBy: readonly string[];
  /** Whose fault it is when it was never there. */
  readonly blame: Blame;
}

/** One for each name. What a catalogue knows outweighs what a query asks for. */
export function mergeExpected(all: readonly ExpectedMetric[]): readonly ExpectedMetric[] {
  const merged = new Map<string, { readonly first: ExpectedMetric; readonly usedBy: Set<string> }>();
  const known = new Map<string, boolean>();
  for (const one of all) {
    if (one.isAlwaysThere !== undefined && !known.has(one.name)) known.set(one.name, one.isAlwaysThere);
    const entry = merged.get(one.name) ?? { first: one, usedBy: new Set<string>() };
    for (const user of one.usedBy) entry.usedBy.add(user);
    merged.set(one.name, entry);
  }
  return [...merged.values()].map(({ first, usedBy }) => ({
    ...first,
    isAlwaysThere: first.isAlwaysThere ?? known.get(first.name) ?? known.get(familyOf(first.name)),
    usedBy: [...usedBy],
  }));
}

/** Of a series of a histogram or summary; every other name is its own. */
function familyOf(series: string): string {
  return series.replace(/_(bucket|sum|count)$/, '');
}

/** Names under which a scrape may announce the series with its TYPE line. */
export function familiesOf(series: string): readonly string[] {
  const family = series.replace(/_(bucket|sum|count|total)$/, '');
  return family === series ? [series] : [series, family];
}
