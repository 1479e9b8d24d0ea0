export interface ActiveTarget {
  readonly scrapePool: string;
  readonly health: string;
  readonly lastError: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The targets in an answer of /api/v1/targets; Prometheus' own is a job by itself. */
export function targetsIn(answer: unknown, whose: 'app' | 'prometheus'): readonly ActiveTarget[] {
  const { data } = answer as { readonly data: { readonly activeTargets: readonly ActiveTarget[] } };
  return data.activeTargets.filter(({ scrapePool }) => (scrapePool === 'prometheus') === (whose === 'prometheus'));
}
