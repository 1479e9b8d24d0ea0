import type { Machine } from '../machines/machine.js';
import {
  type App,
  appStatus,
  currentRelease,
  type Ip,
  machinesOf,
  type Release,
  type Secret,
  type Volume,
} from './model.js';

const USER = { id: 'usr_standin', name: 'Stand In', email: 'standin@example.com' };
const NO_DATE = '0001-01-01T00:00:00Z';

export { USER };

/** The shapes flyctl prints with --json; field names and their capitals are its own. */
export function machineView(machine: Machine): Record<string, unknown> {
  const { definition } = machine;
  return {
    id: machine.id,
    name: machine.name,
    state: machine.state,
    region: machine.region,
    image_ref: imageRefView(machine),
    instance_id: machine.instanceId,
    version: machine.instanceId,
    private_ip: machine.addresses.six,
    created_at: machine.createdAt,
    updated_at: machine.updatedAt,
    config: definition.config,
    events: machine.events.slice(0, 10),
    checks: [...machine.checks.values()],
    host_status: 'ok',
  };
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
    Status: machinesOf(app).some((machine) => machine.state === 'started') ? 'deployed' : appStatus(app),
    Deployed: app.releases.length > 0,
    Hostname: `${app.name}.fly.dev`,
    PlatformVersion: 'machines',
    Network: app.network,
    Organization: organisationView(app),
    CurrentRelease: release === undefined ? null : { CreatedAt: release.createdAt, Status: release.status },
  };
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
    Machines: machinesOf(app).map(machineView),
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
    host_status: 'ok',
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

/** A secret is deployed when the current release is younger than its last change. */
export function secretView(app: App, [name, secret]: readonly [string, Secret]): Record<string, unknown> {
  const released = currentRelease(app)?.createdAt ?? NO_DATE;
  return { name, digest: secret.digest, status: released >= secret.updatedAt ? 'Deployed' : 'Staged' };
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
