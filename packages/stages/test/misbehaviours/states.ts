import { join } from 'node:path';
import { childProcesses, diskFiles as files } from '@fly-monitoring/kit';
import type { FlyWorld, RunOptions } from '../fly-world.js';
import type { Lane } from './row.js';
import type { StateKind } from './state-kind.js';

export interface Place {
  readonly world: FlyWorld;
  readonly workspace: string;
  readonly lane: Lane;
}

export interface Arranged extends Pick<RunOptions, 'environment'> {
  readonly given?: Readonly<Record<string, string>>;
  /** What the message tells the person to do. */
  mend(): Promise<void>;
}

export const arrange: Readonly<Record<StateKind, (place: Place) => Promise<Arranged>>> = {
  /** Somebody has made the volume for the first deploy, and in another region than the machine's. */
  'volume-elsewhere': async ({ world, lane: { app } }) => {
    await flyctl(world, ['apps', 'create', app, '--org', 'personal']);
    await flyctl(world, ['volumes', 'create', 'data', '--region', 'ams', '--yes', '-a', app]);
    return { mend: () => flyctl(world, ['volumes', 'create', 'data', '--region', 'nrt', '--yes', '-a', app]) };
  },
  /** What is wrong in the file is something that only flyctl looks at. */
  'config-refused': async ({ workspace, lane: { app } }) => {
    const file = join(workspace, `${app}.toml`);
    const good = (await files.readText(file)) ?? '';
    await files.writeText(file, `${good}[checks.hasty]\n  type = "tcp"\n  port = 8080\n  interval = "1s"\n`);
    return { mend: () => files.writeText(file, good) };
  },
  'no-token': async () => ({ given: { 'fly-api-token': '' }, mend: async () => {} }),
  /** As versions of flyctl before the limit of 30 days have written it; a newer one does not take it. */
  'login-without-date': async ({ world: { fly }, workspace }) => {
    const folder = join(workspace, 'old-login');
    await files.writeText(join(folder, 'config.yml'), `access_token: ${fly.token}\n`);
    return { given: { 'fly-api-token': '' }, environment: { FLY_CONFIG_DIR: folder }, mend: async () => {} };
  },
};

async function flyctl({ fly }: FlyWorld, args: readonly string[]): Promise<void> {
  const outcome = await childProcesses.run({ file: 'flyctl', args, env: fly.environment });
  if (outcome.kind !== 'exited' || outcome.exitCode !== 0) throw new Error(JSON.stringify(outcome));
}
