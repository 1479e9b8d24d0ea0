const mostListed = 3;

/** The first of them, and how many more there are. */
export function listed(items: readonly string[]): string {
  const more = items.length > mostListed ? `; and ${items.length - mostListed} more` : '';
  return `${items.slice(0, mostListed).join('; ')}${more}`;
}
