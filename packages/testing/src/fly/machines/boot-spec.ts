import type { MachineConfig } from '../config/machine-config.js';
import type { BootSpec, MachineAddresses } from '../network/runtime.js';
import type { MachineDefinition } from './machine-definition.js';
import type { MachineHost } from './machine-host.js';

/** What of a machine decides how it boots. */
export interface MachineToBoot {
  readonly id: string;
  readonly instanceId: string;
  readonly region: string;
  readonly group: string;
  readonly addresses: MachineAddresses;
  readonly config: MachineConfig;
  readonly definition: MachineDefinition;
}

/** What a machine's definition means for the runtime. Throws when the machine could not come up on Fly either. */
export function bootSpec(machine: MachineToBoot, host: MachineHost): BootSpec {
  const { config, image, secrets } = machine.definition;
  const command = [...(config.init.entrypoint ?? image.entrypoint), ...(config.init.cmd ?? image.cmd)];
  if (command.length === 0) throw new Error('no command to run: the image has neither ENTRYPOINT nor CMD');
  return {
    id: machine.id,
    addresses: machine.addresses,
    command,
    env: {
      HOME: '/root',
      ...image.env,
      ...config.env,
      ...Object.fromEntries(secrets),
      ...flyEnvironment(machine, host.app),
    },
    loopbackEnv: image.loopbackEnv,
    user: image.user,
    workdir: image.workdir,
    imageFolder: image.folder,
    mounts: [
      ...image.mounts.map((mount) => ({ ...mount, writable: false })),
      ...config.mounts.map((mount) => ({
        source: host.volumeFolder(mount.volume),
        target: mount.path,
        writable: true,
      })),
    ],
    files: config.files.map((file) => ({ path: file.guest_path, content: fileContent(file, secrets) })),
    port: mainPort(machine),
  };
}

function fileContent(file: { secret_name?: string; raw_value?: string }, secrets: ReadonlyMap<string, string>): Buffer {
  const encoded = file.secret_name === undefined ? file.raw_value : secrets.get(file.secret_name);
  if (encoded === undefined) throw new Error(`secret ${file.secret_name ?? ''} of [[files]] does not exist`);
  return Buffer.from(encoded, 'base64');
}

function flyEnvironment(machine: MachineToBoot, app: string): Record<string, string> {
  const { config, imageRef } = machine.definition;
  return {
    FLY_APP_NAME: app,
    FLY_MACHINE_ID: machine.id,
    FLY_ALLOC_ID: machine.id,
    FLY_REGION: machine.region,
    FLY_PROCESS_GROUP: machine.group,
    FLY_IMAGE_REF: imageRef,
    FLY_PRIVATE_IP: machine.addresses.six,
    FLY_MACHINE_VERSION: machine.instanceId,
    FLY_VM_MEMORY_MB: String(config.guest.memory_mb),
  };
}

/** The port a machine is called on first: where machines share a computer, it is moved. */
function mainPort({ config }: MachineToBoot): number | undefined {
  const [service] = config.services;
  const [check] = Object.values(config.checks);
  return service?.internal_port ?? check?.port ?? config.metrics?.port;
}
