import type { RemoteStore } from './remote-store.js';
import type { ActionRun } from './run-action.js';
import type { Stage, World } from './world.js';

/** In the order of the chain. */
export const stages: readonly Stage[] = ['deploy-monitoring', 'deploy-app', 'import-dashboards', 'verify-targets'];

export type Runs = Readonly<Record<Stage, ActionRun>>;

/** The remote store as machines know it; this name leads to it from inside only. */
export const remoteName = 'store.internal:8428';

/** Runs the four actions, each when the one before has ended. */
export async function runChain(world: World, store: RemoteStore, onDeployed: () => Promise<void>): Promise<Runs> {
  const monitoring = await world.run('deploy-monitoring', {
    'remote-write-url': `http://${remoteName}/api/v1/write`,
    'remote-write-user': store.user,
    'remote-write-password': store.password,
  });
  const app = await world.run('deploy-app');
  await onDeployed();
  const dashboards = await world.run('import-dashboards');
  const { 'started-at': since = '' } = app.outputs;
  const verify = await world.run('verify-targets', { since, report: 'verify.json' });
  return {
    'deploy-monitoring': monitoring,
    'deploy-app': app,
    'import-dashboards': dashboards,
    'verify-targets': verify,
  };
}
