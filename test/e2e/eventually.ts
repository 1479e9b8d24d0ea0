const pauseMs = 250;

export interface Patience {
  readonly budgetMs: number;
  /** What is waited for, for the error. */
  readonly what: string;
}

/** Looks until there is something, for what other processes do in their own time. */
export async function eventually<Found>(
  { budgetMs, what }: Patience,
  look: () => Promise<Found | undefined>,
): Promise<Found> {
  const endMs = Date.now() + budgetMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > endMs) throw new Error(`Not seen within ${budgetMs / 1_000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
