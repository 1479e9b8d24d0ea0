import { RELEASE_VERSION_KEY } from '../config/machine-config.js';
import { autostopView } from '../config/services.js';
import type { Machine } from '../machines/machine.js';
import {
  type App,
  appStatus,
  currentRelease,
  type Ip,
  isDeployed,
  launchMachines,
  type Release,
  type Secret,
  type Volume,
} from './model.js';

const USER = { id: 'usr_standin', name: 'Stand In', email: 'standin@example.com' };

export { USER };

/** The shapes flyctl prints with --json; field names and their capitals are its own. */
export function machineView(machine: Machine): Record<string, unknown> {
  const isReached = machine.hostStatus === 'ok';
  return {
    id: machine.id,
    name: machine.name,
    state: machine.state,
    region: machine.region,
    image_ref: isReached ? imageRefView(machine) : {},
    instance_id: machine.instanceId,
    version: machine.instanceId,
    private_ip: machine.addresses.six,
    created_at: machine.createdAt,
    updated_at: machine.updatedAt,
    ...(isReached ? { config: configView(machine) } : {}),
    events: machine.events.slice(0, 10),
    checks: [...machine.checks.values()],
    host_status: machine.hostStatus,
    cordoned: false,
    ...(isReached ? {} : { incomplete_config: incompleteView(machine) }),
  };
}

/** "off" and "stop" are printed as they were before there was "suspend". */
function configView(machine: Machine): Record<string, unknown> {
  const { config } = machine;
  const services = config.services.map(({ autostop, ...service }) =>
    autostop === undefined ? service : { ...service, autostop: autostopView(autostop) },
  );
  return { ...config, services };
}

/** What the platform can put together of a machine whose computer does not answer. */
function incompleteView({ config }: Machine): Record<string, unknown> {
  const { metadata, guest, mounts, image } = config;
  return { image, metadata, guest, ...(mounts.length === 0 ? {} : { mounts }) };
}

export function imageRefView(machine: Machine): Record<string, unknown> {
  const { image, imageRef } = machine.definition;
  const parsed = parseImageRef(imageRef);
  return { ...parsed, digest: image.digest, labels: image.labels };
}

export function parseImageRef(reference: string): { registry: string; repository: string; tag: string } {
  const [bare = ''] = reference.split('@');
  const cut = bare.indexOf('/');
  const rest = bare.slice(cut + 1);
  const [repository = '', tag = 'latest'] = rest.split(':');
  return { registry: bare.slice(0, cut), repository, tag };
}

/** Fields flyctl does not ask for stay at Go's zero. */
export function releaseView(release: Release): Record<string, unknown> {
  return {
    ID: release.id,
    Version: release.version,
    Stable: release.status === 'complete',
    InProgress: false,
    Reason: release.reason,
    Description: release.description,
    Status: release.status,
    DeploymentStrategy: '',
    Metadata: null,
    User: { ID: USER.id, Name: USER.name, Email: USER.email },
    EvaluationID: '',
    CreatedAt: release.createdAt,
    ImageRef: release.imageRef,
  };
}

export function organisationView(app: App): Record<string, unknown> {
  return {
    ID: app.org,
    InternalNumericID: '1',
    Name: app.org,
    RemoteBuilderImage: '',
    RemoteBuilderApp: null,
    Slug: app.org,
    Type: app.org === 'personal' ? 'PERSONAL' : 'SHARED',
  };
}

export function appView(app: App): Record<string, unknown> {
  const release = currentRelease(app);
  return {
    ID: app.name,
    Name: app.name,
    Status: appStatus(app),
    Deployed: isDeployed(app),
    Hostname: `${app.name}.fly.dev`,
    PlatformVersion: 'machines',
    Network: app.network,
    Organization: organisationView(app),
    CurrentRelease: release === undefined ? null : { CreatedAt: release.createdAt, Status: release.status },
  };
}

/** In the order of their ids, backwards; machines that deploys do not look after are not shown. */
function shownMachines(app: App): readonly Machine[] {
  return [...launchMachines(app)].sort((a, b) => (a.id > b.id ? -1 : 1));
}

export function statusView(app: App): Record<string, unknown> {
  const view = appView(app);
  return {
    ID: view['ID'],
    Name: view['Name'],
    Deployed: view['Deployed'],
    Status: view['Status'],
    Hostname: view['Hostname'],
    Version: currentRelease(app)?.version ?? 0,
    AppURL: app.ips.length > 0 ? `https://${app.name}.fly.dev` : '',
    Organization: view['Organization'],
    PlatformVersion: 'machines',
    Machines: shownMachines(app).map(machineView),
  };
}

export function volumeView(volume: Volume): Record<string, unknown> {
  return {
    id: volume.id,
    name: volume.name,
    state: 'created',
    size_gb: volume.sizeGb,
    region: volume.region,
    zone: 'standin',
    encrypted: true,
    attached_machine_id: volume.attachedMachineId ?? null,
    attached_alloc_id: null,
    created_at: volume.createdAt,
    host_dedication_id: '',
    snapshot_retention: 5,
    auto_backup_enabled: true,
    host_status: volume.hostStatus,
  };
}

export function ipView(ip: Ip): Record<string, unknown> {
  return {
    ID: ip.id,
    Address: ip.address,
    Type: ip.type,
    Region: ip.region,
    CreatedAt: ip.createdAt,
    Network: null,
    ServiceName: '',
  };
}

/** Told machine by machine: is the release it runs younger than the secret? Unknown releases count as older. */
export function secretView(
  app: App,
  [name, secret]: readonly [string, Secret],
  releases: readonly Release[],
): Record<string, unknown> {
  const machines = launchMachines(app);
  const having = machines.filter(({ config }) => {
    const version = Number(config.metadata[RELEASE_VERSION_KEY]);
    const release = releases.find((one) => one.version === version);
    return release !== undefined && release.createdAt >= secret.updatedAt;
  });
  const status = having.length === 0 ? 'Staged' : having.length === machines.length ? 'Deployed' : 'Partial';
  return { name, digest: secret.digest, status };
}

export function imageShowView(machine: Machine): Record<string, string> {
  const reference = imageRefView(machine);
  return {
    MachineID: machine.id,
    Registry: String(reference['registry']),
    Repository: String(reference['repository']),
    Tag: String(reference['tag']),
    Version: 'N/A',
    Digest: String(reference['digest']),
    Labels: JSON.stringify(reference['labels']),
  };
}
