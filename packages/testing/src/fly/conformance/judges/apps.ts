import type { RunResult } from '../probe.js';

/** What a judge with real apps can do: run flyctl and fail loudly when preparation does not work. */
export interface AppRunner {
  readonly app: string;
  readonly org: string;
  readonly projectFolder: string;
  run(argv: readonly string[], stdin?: string): Promise<RunResult>;
}

export interface LiveApp {
  readonly machine: string;
  readonly image: string;
}

interface ListedMachine {
  readonly id: string;
  readonly image_ref: { readonly registry: string; readonly repository: string; readonly tag: string };
}

const service = `import http from 'node:http';
if (process.env.CRASH) process.exit(Number(process.env.CRASH));
http.createServer((_request, response) => response.end('ok')).listen(8080, '::');
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
`;

/** The smallest app that has all that is probed: a service, a check and a volume. */
export const projectFiles: Readonly<Record<string, string>> = {
  Dockerfile: 'FROM node:20\nWORKDIR /app\nCOPY service.mjs ./\nCMD ["node", "service.mjs"]\n',
  'service.mjs': service,
  'fly.toml': `primary_region = "nrt"
[[mounts]]
source = "data"
destination = "/data"
initial_size = "1gb"
[http_service]
internal_port = 8080
[checks.ready]
type = "http"
port = 8080
path = "/"
interval = "5s"
timeout = "2s"
grace_period = "5s"
[[vm]]
size = "shared-cpu-1x"
memory = "256mb"
`,
};

/** One secret in the machines, one that waits for the next deploy. */
export async function createLiveApp(runner: AppRunner): Promise<LiveApp> {
  const { app, org, projectFolder } = runner;
  await must(runner, ['apps', 'create', app, '--org', org]);
  await must(runner, ['secrets', 'import', '--stage', '-a', app], 'OLD="old"\n');
  const config = ['-c', `${projectFolder}/fly.toml`, '-a', app];
  await must(runner, ['deploy', projectFolder, ...config, '--ha=false', '--wait-timeout', '300s']);
  await must(runner, ['secrets', 'import', '--stage', '-a', app], 'YOUNG="young"\n');
  const listed = await must(runner, ['machine', 'list', '-a', app, '--json']);
  const [machine]: readonly ListedMachine[] = JSON.parse(listed.stdout);
  if (machine === undefined) throw new Error(`"${app}" has no machine after its deploy.`);
  const { registry, repository, tag } = machine.image_ref;
  return { machine: machine.id, image: `${registry}/${repository}:${tag}` };
}

export async function createEmptyApp(runner: AppRunner, app: string): Promise<void> {
  await must(runner, ['apps', 'create', app, '--org', runner.org]);
}

export async function destroyApps(runner: AppRunner, apps: readonly string[]): Promise<void> {
  for (const app of apps) await runner.run(['apps', 'destroy', app, '--yes']);
}

/** Secrets as a machine sees them: the only place where Fly shows a value. */
export async function readSecrets(
  runner: AppRunner,
  machine: string,
  names: readonly string[],
): Promise<Readonly<Record<string, string | null>>> {
  await must(runner, ['secrets', 'deploy', '-a', runner.app]);
  const values: Record<string, string | null> = {};
  for (const name of names) {
    const executed = await must(runner, ['machine', 'exec', machine, `printenv ${name}`, '-a', runner.app, '--json']);
    const { stdout }: { readonly stdout?: string } = JSON.parse(executed.stdout);
    values[name] = stdout?.replace(/\n$/, '') ?? null;
  }
  return values;
}

async function must(runner: AppRunner, argv: readonly string[], stdin?: string): Promise<RunResult> {
  const result = await runner.run(argv, stdin);
  if (result.exitCode === 0) return result;
  throw new Error(
    `"flyctl ${argv.join(' ')}" exited with ${String(result.exitCode)}: ${result.stderr || result.stdout}`,
  );
}
