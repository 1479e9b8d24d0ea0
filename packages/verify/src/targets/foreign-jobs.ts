import type { TargetsVerdict } from './expectation.js';

/** The entrypoint, and nearly everybody, lets Prometheus scrape itself under this name. */
const itself = 'prometheus';

/** Jobs that are scraped although nobody expects them. */
export function foreignJobs({ unexpectedJobs }: TargetsVerdict): readonly string[] {
  return unexpectedJobs.filter((name) => name !== itself);
}
