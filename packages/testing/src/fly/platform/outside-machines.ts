import {
  CONSOLE_GROUP,
  GROUP_KEY,
  type MachineConfig,
  PLATFORM_KEY,
  PLATFORM_VERSION,
} from '../config/machine-config.js';
import { FLYCTL_VERSION } from '../deploy/machine-definition.js';
import { type App, machinesOf } from './model.js';
import type { Platform } from './platform.js';

/** Machines of an app that no deploy has made. */
export type OutsideMachine = 'console' | 'machine-run';

/** A console belongs to the platform and to no release, and has no name in DNS; a machine that was run is nobody's. */
const METADATA: Readonly<Record<OutsideMachine, Readonly<Record<string, string>>>> = {
  console: { fly_flyctl_version: FLYCTL_VERSION, [PLATFORM_KEY]: PLATFORM_VERSION, [GROUP_KEY]: CONSOLE_GROUP },
  'machine-run': { fly_flyctl_version: FLYCTL_VERSION },
};

/** Takes the image and the environment of a machine that is there, and sleeps. */
export async function addMachine(platform: Platform, app: App, kind: OutsideMachine): Promise<string> {
  const [model] = machinesOf(app);
  if (model === undefined) throw new Error(`app ${app.name} has no machine whose image another could take`);
  const config: MachineConfig = {
    ...model.config,
    metadata: METADATA[kind],
    init: { entrypoint: ['/bin/sleep'], cmd: ['inf'] },
    services: [],
    checks: {},
    mounts: [],
    restart: { policy: 'no', max_retries: 0 },
    ...(kind === 'console' ? { dns: { skip_registration: true } } : {}),
  };
  const machine = platform.createMachine(app, {
    region: model.region,
    definition: { ...model.definition, config },
  });
  await machine.start();
  return machine.id;
}
