import { Litter } from './litter.js';
import type { Probe, Server } from './probe.js';
import { runProbe } from './run-probe.js';
import type { Verdict } from './verdict.js';

export interface Asked {
  readonly probes: readonly Probe[];
  /** Begins the uid of everything that is made. */
  readonly prefix: string;
  readonly told: (verdict: Verdict) => void;
  /** Whether somebody wants it to end before the next probe. */
  readonly isStopped: () => boolean;
}

/** One after the other: a server makes folders and dashboards badly at once. What was made is gone after each probe. */
export async function askServer(
  server: Server,
  { probes, prefix, told, isStopped }: Asked,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  try {
    for (const [index, probe] of probes.entries()) {
      if (isStopped()) break;
      const verdict = await runProbe({ server, litter: new Litter(), prefix: `${prefix}${index}` }, probe);
      verdicts.push(verdict);
      told(verdict);
    }
  } finally {
    await server.close();
  }
  return verdicts;
}
