import { spawn } from 'node:child_process';
import type { World } from './world.js';

/** What one run has and another may not: made from time, chance, or by whoever runs it. */
const ownOfAMachine = new Set(['metadata', 'image']);
/**
 * The fingerprint is for the next automated run. The other two say what is so anyway: their effect is compared, in the
 * configuration and the flags of Prometheus.
 */
const ownOfAutomation = /FINGERPRINT|^PROMETHEUS_CONFIG$|^PROMETHEUS_EXTERNAL_URL$/;

/** All that Fly, Prometheus and Grafana hold after a deploy, without what no two deploys have in common. */
export async function reachedState(world: World): Promise<unknown> {
  const { apps } = await world.platform.fly.state();
  const fly = Object.fromEntries(
    await Promise.all(
      Object.values(apps).map(async (app) => [
        app.name,
        {
          secrets: app.secrets,
          volumes: app.volumes.map(({ name, region, sizeGb }) => ({ name, region, sizeGb })),
          ips: app.ips.map(({ type }) => type).sort(),
          releases: app.releases.map(({ version, status }) => ({ version, status })),
          machines: await machineConfigs(world, app.name),
        },
      ]),
    ),
  );
  return { fly, prometheus: await prometheusState(world), grafana: grafanaState(world) };
}

interface MachineView {
  readonly region: string;
  readonly state: string;
  readonly config: Readonly<Record<string, unknown>> & { readonly env?: Readonly<Record<string, string>> };
}

async function machineConfigs(world: World, app: string): Promise<readonly unknown[]> {
  const views = JSON.parse(await flyctl(world, ['machine', 'list', '--json', '--app', app])) as readonly MachineView[];
  const machines = views.map(({ region, state, config }) => {
    const kept = Object.entries(config).filter(([name]) => !ownOfAMachine.has(name));
    const env = Object.entries(config.env ?? {}).filter(([name]) => !ownOfAutomation.test(name));
    return { region, state, ...Object.fromEntries(kept), env: Object.fromEntries(env) };
  });
  return machines.map((machine) => JSON.parse(withoutIds(JSON.stringify(machine)))).sort(byText);
}

/** Volumes and standbys name each other by ids of chance. */
function withoutIds(text: string): string {
  return text.replace(/"vol_[0-9a-z]+"/g, '"volume"').replace(/"[0-9a-f]{14}"/g, '"machine"');
}

function byText(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

async function prometheusState(world: World): Promise<unknown> {
  const [config, flags, rules] = await Promise.all([
    world.prometheus('/api/v1/status/config'),
    world.prometheus('/api/v1/status/flags'),
    world.prometheus('/api/v1/rules'),
  ]);
  const { data } = rules as { data: { groups: readonly { name: string; rules: readonly { name: string }[] }[] } };
  const groups = data.groups.map(({ name, rules: all }) => ({ name, rules: all.map((rule) => rule.name) }));
  return { config, flags, groups };
}

function grafanaState({ platform }: World): unknown {
  const { folders, dashboards } = platform.grafana.state();
  const shown = dashboards.map(({ uid, versions }) => {
    const { dashboard } = versions[versions.length - 1] ?? versions[0];
    const { id: _id, ...content } = dashboard;
    return { uid, versions: versions.length, content };
  });
  return { folders: folders.map(({ title }) => title), dashboards: shown };
}

function flyctl(world: World, args: readonly string[]): Promise<string> {
  const env = { ...world.machine, FLY_API_TOKEN: world.platform.fly.token };
  const child = spawn('flyctl', args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', () => resolve(printed));
  });
}
