import { type GrafanaFailure, openLoginPage, WaitingForGrafana } from '@fly-monitoring/grafana';
import type { StageTools } from '@fly-monitoring/kit';

interface Waking {
  readonly waiting: WaitingForGrafana;
  isWoken: boolean;
}

/** Several checks of one run ask the same Grafana: it is woken once for all of them, and told once. */
const wakings = new WeakMap<StageTools, Waking>();

interface Sleeper {
  readonly url: string;
  readonly orgId: number | undefined;
  readonly tools: StageTools;
}

/**
 * Called with each failure that may pass: says that it is waited for, and wakes a paused Grafana Cloud stack, which sleeps
 * on however often it is asked.
 */
export async function waitOutGrafana(failure: GrafanaFailure, { url, orgId, tools }: Sleeper): Promise<void> {
  const { clock, log } = tools;
  const tell = (line: string) => log.info(line);
  const waking = wakings.get(tools) ?? {
    waiting: new WaitingForGrafana({ startedAtMs: clock.now(), tell }),
    isWoken: false,
  };
  wakings.set(tools, waking);
  waking.waiting.saw(failure, clock.now());
  if (failure.kind !== 'asleep' || waking.isWoken) return;
  waking.isWoken = true;
  await openLoginPage(tools, { url, orgId });
}
