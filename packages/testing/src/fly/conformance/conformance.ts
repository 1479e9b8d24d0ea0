import type { ConformanceArguments } from './arguments.js';
import { accountJudge } from './judges/account.js';
import { answeredJudge } from './judges/answered.js';
import { standInJudge } from './judges/stand-in.js';
import type { Judge, Probe } from './probe.js';
import { probes } from './probes/index.js';
import { runProbes } from './run-probes.js';
import type { Verdict } from './verdict.js';

export function chosenProbes({ only }: ConformanceArguments): readonly Probe[] {
  return probes.filter(({ id }) => id.includes(only));
}

export function renderList(chosen: readonly Probe[]): string {
  return chosen.map(({ id, relies, source }) => `${id}\n    ${relies}\n    flyctl ${source}\n`).join('');
}

/** Judges are closed whatever happens: one of them has made apps that cost money. */
export async function runConformance(
  options: ConformanceArguments,
  env: NodeJS.ProcessEnv,
  told: (verdict: Verdict) => void,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const start of starters(options, env)) {
    const judge = await start();
    try {
      verdicts.push(...(await runProbes(judge, chosenProbes(options), told)));
    } finally {
      await judge.close();
    }
  }
  return verdicts;
}

function starters({ flyctl, account }: ConformanceArguments, env: NodeJS.ProcessEnv): (() => Promise<Judge> | Judge)[] {
  if (flyctl === undefined) return [standInJudge];
  const token = env['FLY_API_TOKEN'] ?? '';
  const withAccount =
    account === undefined ? [] : [() => accountJudge({ ...account, flyctl, token, environment: env })];
  return [standInJudge, () => answeredJudge(flyctl), ...withAccount];
}
