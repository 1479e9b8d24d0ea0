import type { Judge, Probe } from './probe.js';
import { type Verdict, verdictOf } from './verdict.js';

/** In order where one probe changes what the next one sees; `told` hears of each as it ends. */
export async function runProbes(
  judge: Judge,
  probes: readonly Probe[],
  told: (verdict: Verdict) => void = () => {},
): Promise<readonly Verdict[]> {
  const verdicts = new Map<string, Verdict>();
  const waiting = [...probes];
  const work = async () => {
    for (let probe = waiting.shift(); probe !== undefined; probe = waiting.shift()) {
      const verdict = await runProbe(judge, probe);
      verdicts.set(probe.id, verdict);
      told(verdict);
    }
  };
  await Promise.all(Array.from({ length: judge.atOnce }, work));
  return probes.flatMap(({ id }) => verdicts.get(id) ?? []);
}

export async function runProbe(judge: Judge, probe: Probe): Promise<Verdict> {
  const why = probe.notOn?.[judge.name] ?? judge.obstacle(probe);
  if (why !== undefined) return { probe, judge: judge.name, kind: 'skipped', why };
  return verdictOf(probe, judge.name, await judge.run(probe));
}
