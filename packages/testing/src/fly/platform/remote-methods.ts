import http from 'node:http';
import { RELEASE_VERSION_KEY } from '../config/machine-config.js';
import type { HostStatus } from '../machines/host-status.js';
import type { Machine } from '../machines/machine.js';
import type { Misbehaviour } from '../misbehaviour.js';
import { lookUp } from '../network/internal-names.js';
import type { AppSnapshot, ExecSnapshot, FetchedInside, FlyctlCallSnapshot, FlySnapshot } from '../snapshot.js';
import { type App, machinesOf } from './model.js';
import { addMachine, type OutsideMachine } from './outside-machines.js';
import type { Platform } from './platform.js';

/** What a test may do that no Fly user can. */
export interface RemoteMethods {
  state(): FlySnapshot;
  /** Every run of flyctl, or those whose command line names an app. */
  calls(app?: string): readonly FlyctlCallSnapshot[];
  logs(app: string): readonly string[];
  misbehave(what: Misbehaviour): void;
  /** Ends all misbehaviour, or that of one app. */
  behave(app?: string): void;
  startMachine(app: string, id: string): Promise<void>;
  stopMachine(app: string, id: string): Promise<void>;
  killProcess(app: string, id: string, matching?: string): void;
  sleepGroup(app: string, group: string): Promise<void>;
  /** What `fly console` and `fly machine run` leave in an app; gives the machine's id. */
  addMachine(app: string, kind: OutsideMachine): Promise<string>;
  setHostStatus(app: string, id: string, status: HostStatus): void;
  /** A lease that somebody else holds for so long. */
  holdLease(app: string, id: string, milliseconds: number): void;
  exec(app: string, id: string, command: string): Promise<ExecSnapshot>;
  fetchInside(url: string, headers?: Readonly<Record<string, string>>): Promise<FetchedInside>;
  issueToken(scope: 'org' | { app: string }): string;
}

export type Reply = { readonly result: unknown } | { readonly error: string };

export async function callMethod(
  platform: Platform,
  call: { method: string; params: readonly unknown[] },
): Promise<Reply> {
  const methods: Record<string, unknown> = { ...remoteMethods(platform) };
  const method = methods[call.method];
  try {
    if (typeof method !== 'function') throw new Error(`the Fly stand-in has no method ${call.method}`);
    return { result: (await method(...call.params)) ?? null };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function remoteMethods(platform: Platform): RemoteMethods {
  return {
    state: () => ({
      apps: Object.fromEntries([...platform.apps].map(([name, app]) => [name, appSnapshot(app)])),
      agents: platform.agents.all(),
    }),
    calls: (app) =>
      platform.calls
        .filter(({ argv }) => app === undefined || argv.includes(app))
        .map(({ exitCode, ...call }) => (exitCode === undefined ? call : { ...call, exitCode })),
    logs: (app) => appNamed(platform, app).logs,
    misbehave: (what) => platform.misbehaviours.add(what),
    behave: (app) => platform.misbehaviours.clear(app),
    startMachine: (app, id) => machineNamed(platform, app, id).start(),
    stopMachine: (app, id) => machineNamed(platform, app, id).stop(),
    killProcess: (app, id, matching) => machineNamed(platform, app, id).killProcess(matching),
    sleepGroup: async (app, group) => {
      const asleep = machinesOf(appNamed(platform, app)).filter((machine) => machine.group === group);
      await Promise.all(asleep.map((machine) => machine.stop('proxy')));
    },
    addMachine: async (app, kind) => await addMachine(platform, appNamed(platform, app), kind),
    setHostStatus: (app, id, status) =>
      platform.setHostStatus(appNamed(platform, app), machineNamed(platform, app, id), status),
    holdLease: (app, id, milliseconds) => {
      machineNamed(platform, app, id).lease = { expiresAt: Date.now() + milliseconds, isRefreshed: false };
    },
    exec: async (app, id, command) => {
      const result = await machineNamed(platform, app, id).exec(command);
      if (result === undefined) throw new Error(`machine ${id} of ${app} is not running`);
      return result;
    },
    fetchInside: (url, headers) => fetchInside(platform, url, headers),
    issueToken: (scope) => platform.tokens.issue(scope),
  };
}

function appNamed(platform: Platform, name: string): App {
  const app = platform.apps.get(name);
  if (app === undefined) throw new Error(`there is no app ${name}`);
  return app;
}

function machineNamed(platform: Platform, app: string, id: string): Machine {
  const machine = appNamed(platform, app).machines.get(id);
  if (machine === undefined) throw new Error(`app ${app} has no machine ${id}`);
  return machine;
}

function appSnapshot(app: App): AppSnapshot {
  return {
    name: app.name,
    org: app.org,
    secrets: [...app.secrets.keys()].sort(),
    releases: app.releases.map(({ version, status, imageRef, reason, createdAt }) => ({
      version,
      status,
      imageRef,
      reason,
      createdAt,
    })),
    machines: machinesOf(app).map((machine) => ({
      id: machine.id,
      group: machine.group,
      state: machine.state,
      region: machine.region,
      privateIp: machine.addresses.six,
      releaseVersion: machine.config.metadata[RELEASE_VERSION_KEY] ?? '',
      imageRef: machine.definition.imageRef,
      digest: machine.definition.image.digest,
      instanceId: machine.instanceId,
      isStandby: machine.isStandby,
      hostStatus: machine.hostStatus,
      restarts: machine.restarts,
      env: machine.config.env,
      checks: [...machine.checks.values()],
      mounts: machine.config.mounts,
    })),
    volumes: [...app.volumes.values()].map(({ id, name, region, sizeGb, attachedMachineId }) => ({
      id,
      name,
      region,
      sizeGb,
      attachedMachineId,
    })),
    ips: app.ips.map(({ type, address }) => ({ type, address })),
  };
}

/** Asks as a machine of the private network would, over 6PN. */
function fetchInside(
  platform: Platform,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<FetchedInside> {
  const url = new URL(text);
  const bare = url.hostname.replace(/^\[|\]$/g, '');
  const six = bare.includes(':') ? bare : lookUp(bare, platform.namedMachines())?.aaaa[0];
  const machines = [...platform.apps.values()].flatMap((app) => machinesOf(app));
  const machine = machines.find(({ addresses }) => addresses.six === six);
  const socket = machine?.connect(Number(url.port || 80), 6);
  if (socket === undefined) return Promise.reject(new Error(`getaddrinfo ENOTFOUND ${bare}`));
  return new Promise((resolve, reject) => {
    const request = http.get({
      createConnection: () => socket,
      path: url.pathname + url.search,
      headers: { ...headers, host: url.host, connection: 'close' },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const headers = Object.fromEntries(
          Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
        );
        resolve({ status: response.statusCode ?? 0, headers, body: Buffer.concat(chunks).toString() });
      });
    });
  });
}
