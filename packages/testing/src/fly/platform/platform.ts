import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ImageStore } from '../build/image-store.js';
import type { ImageTable } from '../build/registered-image.js';
import type { HostStatus } from '../machines/host-status.js';
import { newUlid, newVolumeId } from '../machines/ids.js';
import { Machine } from '../machines/machine.js';
import type { MachineDefinition } from '../machines/machine-definition.js';
import type { MachineHost } from '../machines/machine-host.js';
import type { NamedMachine } from '../network/internal-names.js';
import type { Runtime } from '../network/runtime.js';
import { Agents } from './agents.js';
import { Misbehaviours } from './misbehaviours.js';
import { type App, type Ip, type IpType, launchMachines, machinesOf, type Volume } from './model.js';
import { type IssuedToken, Tokens } from './tokens.js';

/** Log lines kept for each app. */
const LOG_LIMIT = 5000;

export interface PlatformOptions {
  readonly folder: string;
  readonly org: string;
  readonly images: ImageTable;
  readonly tokens: readonly IssuedToken[];
  /** App names that belong to other organisations. */
  readonly foreignApps: readonly string[];
  readonly runtime: Runtime;
}

export interface FlyctlCall {
  readonly argv: readonly string[];
  readonly cwd: string;
  input: string;
  output: string;
  exitCode: number | undefined;
}

/** Everything Fly knows. Commands, the edge and DNS all look here. */
export class Platform {
  readonly options: PlatformOptions;
  readonly apps = new Map<string, App>();
  readonly images: ImageStore;
  readonly misbehaviours = new Misbehaviours();
  readonly tokens: Tokens;
  readonly agents = new Agents();
  readonly calls: FlyctlCall[] = [];
  #machines = 0;

  constructor(options: PlatformOptions) {
    this.options = options;
    this.images = new ImageStore(path.join(options.folder, 'images'), options.images);
    this.tokens = new Tokens(options.tokens);
  }

  isTaken(name: string): boolean {
    return this.apps.has(name) || this.options.foreignApps.includes(name);
  }

  createApp(name: string, network: string): App {
    const app: App = {
      id: name,
      name,
      org: this.options.org,
      network,
      createdAt: new Date().toISOString(),
      secrets: new Map(),
      secretsVersion: 0,
      releases: [],
      machines: new Map(),
      volumes: new Map(),
      ips: [],
      logs: [],
      wasLaunched: false,
    };
    this.apps.set(name, app);
    return app;
  }

  async destroyApp(app: App): Promise<void> {
    await Promise.all(machinesOf(app).map((machine) => machine.destroy()));
    for (const volume of app.volumes.values()) rmSync(volume.folder, { recursive: true, force: true });
    this.apps.delete(app.name);
  }

  /** A fresh volume belongs to root. */
  createVolume(app: App, wanted: { name: string; region: string; sizeGb: number }): Volume {
    const id = newVolumeId();
    const folder = path.join(this.options.folder, 'volumes', id);
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    if (process.getuid?.() === 0) chownSync(folder, 0, 0);
    const volume: Volume = {
      ...wanted,
      id,
      folder,
      createdAt: new Date().toISOString(),
      attachedMachineId: undefined,
      hostStatus: 'ok',
    };
    app.volumes.set(id, volume);
    return volume;
  }

  createMachine(app: App, wanted: { region: string; definition: MachineDefinition }): Machine {
    this.#machines += 1;
    const four = `172.19.${1 + Math.floor(this.#machines / 250)}.${1 + (this.#machines % 250)}`;
    const machine = new Machine(this.#hostFor(app), { ...wanted, four });
    app.machines.set(machine.id, machine);
    if (launchMachines(app).includes(machine)) app.wasLaunched = true;
    for (const mount of wanted.definition.config.mounts) attach(app, { volume: mount.volume, machine: machine.id });
    return machine;
  }

  async destroyMachine(app: App, machine: Machine): Promise<void> {
    await machine.destroy();
    app.machines.delete(machine.id);
    for (const volume of app.volumes.values())
      if (volume.attachedMachineId === machine.id) volume.attachedMachineId = undefined;
  }

  /** A computer that does not answer takes its machine's volumes along. */
  setHostStatus(app: App, machine: Machine, status: HostStatus): void {
    machine.hostStatus = status;
    for (const volume of app.volumes.values()) if (volume.attachedMachineId === machine.id) volume.hostStatus = status;
  }

  allocateIp(app: App, type: IpType): Ip {
    const region = type === 'v6' ? 'global' : '';
    const ip: Ip = { id: newUlid(), address: addressOf(type), type, region, createdAt: new Date().toISOString() };
    app.ips.push(ip);
    return ip;
  }

  namedMachines(): readonly NamedMachine[] {
    return [...this.apps.values()].flatMap((app) =>
      machinesOf(app).map((machine) => ({
        id: machine.id,
        app: app.name,
        network: app.network,
        group: machine.group,
        region: machine.region,
        six: machine.addresses.six,
        started: machine.state === 'started',
        hidden: machine.config.dns?.skip_registration === true,
      })),
    );
  }

  async close(): Promise<void> {
    await this.options.runtime.close();
  }

  #hostFor(app: App): MachineHost {
    return {
      app: app.name,
      runtime: this.options.runtime,
      volumeFolder: (id) => app.volumes.get(id)?.folder ?? '',
      checksAreBlocked: () => this.misbehaviours.isOn('checks-never-pass', app.name),
      log: (line) => {
        app.logs.push(line);
        app.logs.splice(0, Math.max(0, app.logs.length - LOG_LIMIT));
      },
    };
  }
}

function attach(app: App, pair: { volume: string; machine: string }): void {
  const volume = app.volumes.get(pair.volume);
  if (volume !== undefined) volume.attachedMachineId = pair.machine;
}

function addressOf(type: IpType): string {
  const bytes = [...randomBytes(4)];
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (type === 'v4' || type === 'shared_v4') return `66.241.${a % 255}.${b % 255}`;
  const prefix = type === 'v6' ? '2a09:8280:1' : 'fdaa:0:18:0';
  return `${prefix}::${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}
