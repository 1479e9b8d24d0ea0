import type { Scene } from '../probe.js';
import type { Fields } from './graphql.js';
import { healthyMachines, unreachableMachines } from './machines.js';

const when = '2026-01-02T03:04:05Z';

/** What the answerer holds of one app, in the words of GraphQL and of the machines API. */
export interface World {
  readonly graphql: Fields;
  readonly app: Fields;
  readonly organization: Fields;
  readonly machines: readonly Fields[];
  readonly volumes: readonly Fields[];
  readonly secrets: readonly Fields[];
  readonly releases: readonly Fields[];
}

const organization = {
  id: 'org-1',
  internalNumericId: '1',
  name: 'Personal',
  slug: 'personal',
  rawSlug: 'personal',
  type: 'PERSONAL',
  paidPlan: true,
  billable: true,
  viewerRole: 'admin',
};

const image = {
  id: 'img_conformance',
  digest: `sha256:${'b'.repeat(64)}`,
  ref: 'registry.fly.io/conformance:deployment-1',
  compressedSizeFull: '1024',
  manifest: {},
};

const user = { id: 'user-1', name: 'Some One', email: 'someone@example.com' };

function release(version: number, status: string): Fields {
  return {
    id: `release-${version}`,
    version,
    status,
    description: 'Deployed',
    reason: 'deploy',
    stable: status === 'complete',
    imageRef: `registry.fly.io/conformance:deployment-${version}`,
    createdAt: when,
    user,
    configDefinition: { app: 'conformance', primary_region: 'nrt', env: { PORT: '8080' } },
    metadata: null,
    deploymentStrategy: 'ROLLING',
    evaluationId: '',
    inProgress: false,
  };
}

/** The shared address stands in a field of its own; flyctl puts it into its list. */
const addresses = [
  { id: 'ip-1', address: '2a09:8280:1::1', type: 'v6', region: 'global' },
  { id: 'ip-3', address: 'fdaa:0:1:0:1::2', type: 'private_v6', region: 'global' },
].map((ip) => ({ ...ip, createdAt: when, network: null, serviceName: '' }));

const volume = {
  id: 'vol_conformance1',
  name: 'data',
  state: 'created',
  size_gb: 1,
  region: 'nrt',
  zone: 'abcd',
  encrypted: true,
  attached_machine_id: '1781973c03d789',
  attached_alloc_id: null,
  created_at: when,
  blocks: 1,
  snapshot_retention: 5,
  auto_backup_enabled: true,
  host_status: 'ok',
};

const volumes = [volume, { ...volume, id: 'vol_conformance2', attached_machine_id: '3d8d9a4eb47e89' }];

/** `old` was there before the release, `young` was changed since. */
const secrets = [
  { name: 'OLD', digest: '0123456789abcdef', created_at: when, updated_at: '2026-01-01T00:00:00Z' },
  { name: 'YOUNG', digest: 'fedcba9876543210', created_at: when, updated_at: '2026-01-03T00:00:00Z' },
];

const liveScenes: ReadonlySet<Scene> = new Set([
  'live-app',
  'host-unreachable',
  'unhealthy-app',
  'crashing-app',
  'never-starts',
  'lease-held',
]);

export function buildWorld(app: string, scene: Scene): World {
  const live = liveScenes.has(scene);
  const releases = live ? [release(2, 'complete'), release(1, 'failed')] : [];
  const current = releases[0] ?? null;
  return {
    graphql: {
      app: {
        id: app,
        internalNumericId: 1,
        name: app,
        hostname: `${app}.fly.dev`,
        cnameTarget: '',
        deployed: live,
        network: 'default',
        state: 'DEPLOYED',
        status: live ? 'deployed' : 'pending',
        appUrl: live ? `https://${app}.fly.dev` : null,
        version: live ? 2 : 0,
        platformVersion: 'machines',
        organization,
        role: null,
        releasesUnprocessed: { nodes: releases },
        image,
        currentReleaseUnprocessed: current,
        currentRelease: current,
        config: null,
        services: [],
        imageDetails: null,
        machines: { nodes: [] },
        ipAddresses: { nodes: live ? addresses : [] },
        egressIpAddresses: { nodes: [] },
        sharedIpAddress: live ? '66.241.124.1' : null,
      },
      organizations: { nodes: [organization] },
      platform: { requestRegion: 'nrt', regions: [region('nrt', 'Tokyo'), region('fra', 'Frankfurt')] },
      viewer: { ...user, __typename: 'User' },
      allocateIpAddress: { ipAddress: addresses[0], app: { sharedIpAddress: '66.241.124.1' } },
    },
    app: {
      id: app,
      name: app,
      internal_numeric_id: 1,
      network: 'default',
      status: live ? 'deployed' : 'pending',
      machine_count: 0,
      volume_count: 0,
      organization: { name: 'Personal', slug: 'personal', internal_numeric_id: 1 },
    },
    organization: {
      id: 'org-1',
      internal_numeric_id: 1,
      slug: 'personal',
      raw_slug: 'personal',
      name: 'Personal',
      paid_plan: true,
      personal: true,
      billing_status: 'CURRENT',
      billable: true,
    },
    machines: live ? (scene === 'host-unreachable' ? unreachableMachines : healthyMachines) : [],
    volumes: live ? volumes : [],
    secrets: live ? secrets : [],
    releases: releases.map((one) => ({
      id: one['id'],
      version: one['version'],
      status: one['status'],
      stable: one['stable'],
      in_progress: false,
      strategy: 'ROLLING',
      user: 'someone@example.com',
      created_at: when,
      image_ref: one['imageRef'],
    })),
  };
}

function region(code: string, name: string): Fields {
  const place = { latitude: 0, longitude: 0, gatewayAvailable: true, requiresPaidPlan: false, deprecated: false };
  return { code, name, ...place };
}
