import { openTunnel } from '@fly-monitoring/fly';
import { isSuiteError, type StageTools } from '@fly-monitoring/kit';
import { type FlyAccess, flyctlIfAny } from './machines.js';
import type { AccessPlan } from './plan.js';

export type Access =
  | {
      readonly kind: 'open';
      readonly url: string;
      /** What people know it by. */
      readonly address: string;
      close(): Promise<void>;
    }
  | { readonly kind: 'closed'; readonly address: string; readonly reason: string; readonly hint: string };

/** WireGuard from a runner needs some seconds, and sometimes a second try. */
const tunnelBudgetMs = 60_000;

export async function openAccess(plan: AccessPlan, fly: FlyAccess, tools: StageTools): Promise<Access> {
  if (plan.kind === 'url') return { kind: 'open', url: plan.url, address: plan.url, close: async () => {} };
  const { app, remotePort } = plan;
  const address = `${app} (through flyctl proxy)`;
  try {
    const flyctl = await flyctlIfAny(fly, tools);
    if (flyctl === undefined) return { kind: 'closed', address, ...noWay };
    tools.log.info(`Opening a way to port ${remotePort} of ${app} through flyctl proxy`);
    const tunnel = await openTunnel(flyctl, tools, { app, remotePort, budgetMs: tunnelBudgetMs });
    return { kind: 'open', url: tunnel.url, address, close: () => tunnel.close() };
  } catch (thrown) {
    if (!isSuiteError(thrown)) throw thrown;
    return { kind: 'closed', address, reason: thrown.message, hint: thrown.hint };
  }
}

const noWay = {
  reason:
    'no address, password or token of Prometheus was given, and there is neither a fly-api-token nor a flyctl for a proxy',
  hint: 'Give prometheus-url (PROMETHEUS_URL), or PROMETHEUS_PASSWORD for https://<monitoring-app>.fly.dev, or FLY_API_TOKEN for a private Prometheus.',
};
