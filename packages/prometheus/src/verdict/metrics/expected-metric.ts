import type { Blame } from '../check.js';

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
  const merged = new Map<string, ExpectedMetric>();
  const known = all.filter(({ isAlwaysThere }) => isAlwaysThere !== undefined);
  for (const one of all) {
    const family =
      known.find(({ name }) => name === one.name) ?? known.find((entry) => isSeriesOf(one.name, entry.name));
    const before = merged.get(one.name);
    const usedBy = [...new Set([...(before?.usedBy ?? []), ...one.usedBy])];
    const base = before ?? one;
    merged.set(one.name, { ...base, isAlwaysThere: base.isAlwaysThere ?? family?.isAlwaysThere, usedBy });
  }
  return [...merged.values()];
}

/** Whether a series belongs to a histogram or summary of that name. */
function isSeriesOf(series: string, family: string): boolean {
  return series.startsWith(`${family}_`) && /^_(bucket|sum|count)$/.test(series.slice(family.length));
}

/** Names under which a scrape may announce the series with its TYPE line. */
export function familiesOf(series: string): readonly string[] {
  const family = series.replace(/_(bucket|sum|count|total)$/, '');
  return family === series ? [series] : [series, family];
}
