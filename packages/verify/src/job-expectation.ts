/** One line of the input jobs; without a count the machines decide, else one target is enough. */
export interface JobExpectation {
  readonly name: string;
  readonly count: { readonly kind: 'exactly' | 'at-least'; readonly count: number } | undefined;
}

export interface JobWishes {
  readonly jobs: readonly JobExpectation[];
  readonly problems: readonly string[];
}

const form = /^(?<name>[^=>]+?)\s*(?:(?<operator>>?=)\s*(?<count>\d+))?$/;

/** `name`, `name=2` or `name>=2` each. */
export function parseJobExpectations(lines: readonly string[]): JobWishes {
  const jobs: JobExpectation[] = [];
  const problems: string[] = [];
  for (const line of lines) {
    const expectation = parseLine(line);
    if (expectation === undefined)
      problems.push(`Input "jobs" holds "${line}"; each line must be name, name=2 or name>=2.`);
    else if (jobs.some(({ name }) => name === expectation.name))
      problems.push(`Input "jobs" names "${expectation.name}" twice.`);
    else jobs.push(expectation);
  }
  return { jobs, problems };
}

function parseLine(line: string): JobExpectation | undefined {
  const groups = form.exec(line)?.groups;
  const name = groups?.['name'];
  if (name === undefined) return undefined;
  const count = groups?.['count'] === undefined ? undefined : Number(groups['count']);
  if (count === undefined) return { name, count: undefined };
  if (count < 1) return undefined;
  return { name, count: { kind: groups?.['operator'] === '=' ? 'exactly' : 'at-least', count } };
}
