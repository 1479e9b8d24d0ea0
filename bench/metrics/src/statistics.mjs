/** The value below which a share of the numbers lies. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)];
}

export const median = (numbers) => quantile(numbers, 0.5);

/** The order of a round: drawn anew each time, so that no subject always comes after the same neighbour. */
export function shuffled(items) {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/**
 * Medians of paired ratios: each round measures every subject once, in a drawn order, and is compared with the first
 * subject of the same round, so that what the machine does meanwhile touches both.
 */
export function pairedRatios(rounds, names) {
  const [reference] = names;
  return Object.fromEntries(names.map((name) => [name, median(rounds.map((round) => round[name] / round[reference]))]));
}
