import { machineJson } from '../../fly/test/machine-json.js';
import { verifyTargets } from '../src/stage.js';
import { enter, type FakeTarget, type World } from './world.js';

const config = `
global: { scrape_interval: 15s }
scrape_configs:
  - job_name: web
    dns_sd_configs: [{ names: [app.process.shop.internal], type: AAAA, port: 9100, refresh_interval: 15s }]
  - job_name: mail
    dns_sd_configs: [{ names: [mail.process.shop.internal], type: AAAA, port: 9100, refresh_interval: 15s }]
`;
export const files = { 'monitoring/prometheus-fly.yml': config };

export const machine = (id: string, over: Readonly<Record<string, unknown>> = {}) =>
  machineJson({
    id,
    private_ip: `fdaa::${id}`,
    config: { metadata: { fly_process_group: 'app', fly_platform_version: 'v2' } },
    ...over,
  });
export const mailMachine = (id: string, over: Readonly<Record<string, unknown>> = {}) =>
  machine(id, { config: { metadata: { fly_process_group: 'mail', fly_platform_version: 'v2' } }, ...over });

export const up = (pool: string, id: string, scrapedAt = 0): FakeTarget => ({ pool, host: `[fdaa::${id}]`, scrapedAt });
export const healthy: World = {
  files,
  targets: () => [up('web', '1'), up('web', '2'), up('mail', '3')],
  machines: () => [machine('1'), machine('2'), mailMachine('3')],
};

export async function verify(
  world: World,
  given: Record<string, string> = {},
  environment: Record<string, string> = {},
) {
  const visit = enter(world);
  const raw = {
    given: {
      'prometheus-url': 'https://prometheus.test',
      'monitored-app': 'shop',
      report: 'out/report.json',
      'stable-for': '0s',
      ...given,
    },
    // Machines are asked by a flyctl that has a token of its own.
    environment: { ...(world.machines && { FLY_ACCESS_TOKEN: 'FlyV1 a' }), ...environment },
  };
  const report = await (await verifyTargets.prepare(raw, visit.tools)).run();
  const json = JSON.parse(visit.written.get('/checkout/out/report.json') ?? '{}') as {
    checks: { name: string; verdict: string; blame: string; evidence: string; hint: string }[];
    targets: { instance: string; health: string; failure: string | null; error: string }[];
  };
  const check = (name: string) => json.checks.find((one) => one.name === name);
  return { ...visit, report, json, check };
}
