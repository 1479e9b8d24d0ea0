/** One line of the input jobs; without a count the machines decide, else one target is enough. */
export interface JobWish {
  readonly name: string;
  readonly count: { readonly kind: 'exactly' | 'at-least'; readonly count: number } | undefined;
}

export interface JobWishes {
  readonly jobs: readonly JobWish[];
  readonly problems: readonly string[];
}

const form = /^(?<name>[^=>]+?)\s*(?:(?<operator>>?=)\s*(?<count>\d+))?$/;

/** `name`, `name=2` or `name>=2` each. */
export function parseJobWishes(lines: readonly string[]): JobWishes {
  const jobs: JobWish[] = [];
  const problems: string[] = [];
  for (const line of lines) {
    const wish = parseLine(line);
    if (wish === undefined) problems.push(`Input "jobs" holds "${line}"; each line must be name, name=2 or name>=2.`);
    else if (jobs.some(({ name }) => name === wish.name)) problems.push(`Input "jobs" names "${wish.name}" twice.`);
    else jobs.push(wish);
  }
  return { jobs, problems };
}

function parseLine(line: string): JobWish | undefined {
  const groups = form.exec(line)?.groups;
  const name = groups?.['name'];
  if (name === undefined) return undefined;
  const count = groups?.['count'] === undefined ? undefined : Number(groups['count']);
  if (count === undefined) return { name, count: undefined };
  if (count < 1) return undefined;
  return { name, count: { kind: groups?.['operator'] === '=' ? 'exactly' : 'at-least', count } };
}
