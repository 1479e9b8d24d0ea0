import { type FlyctlAccess, openFlyctl, openTunnel } from '@fly-monitoring/fly';
import { isSuiteError, type StageTools } from '@fly-monitoring/kit';
import type { AccessPlan } from '../plan.js';

export type Access =
  | {
      readonly kind: 'open';
      readonly url: string;
      /** What people know it by. */
      readonly address: string;
      close(): Promise<void>;
    }
  | { readonly kind: 'closed'; readonly address: string; readonly reason: string; readonly hint: string };

/** Seconds, mostly; flyctl itself gives tunnel and DNS up to four minutes (agent/client.go:441-486). */
const tunnelBudgetMs = 5 * 60_000;

export async function openAccess(plan: AccessPlan, fly: FlyctlAccess, tools: StageTools): Promise<Access> {
  if (plan.kind === 'url') return { kind: 'open', url: plan.url, address: plan.url, close: async () => {} };
  const { app, remotePort } = plan;
  const address = `${app} (through flyctl proxy)`;
  try {
    const flyctl = await openFlyctl(fly, tools);
    tools.log.info(`Opening a way to port ${remotePort} of ${app} through flyctl proxy`);
    const tunnel = await openTunnel(flyctl, tools, { app, remotePort, budgetMs: tunnelBudgetMs });
    return { kind: 'open', url: tunnel.url, address, close: () => tunnel.close() };
  } catch (thrown) {
    if (!isSuiteError(thrown)) throw thrown;
    return { kind: 'closed', address, reason: thrown.message, hint: thrown.hint };
  }
}
