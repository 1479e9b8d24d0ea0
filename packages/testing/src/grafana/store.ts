import { randomBytes } from 'node:crypto';
import type { Json } from './json.js';
import type { DatasourceSeed, GrafanaOptions } from './options.js';

export type DashboardVersion = {
  readonly version: number;
  /** 0 for what was made without a version: the list of versions calls it "Initial save". */
  readonly parentVersion: number;
  /** 0 unless it is an old version that came back. */
  readonly restoredFrom: number;
  readonly message: string;
  readonly created: string;
  readonly createdBy: string;
  readonly folderUid: string;
  readonly dashboard: Json;
};

export type StoredDashboard = {
  readonly id: number;
  readonly uid: string;
  readonly provisionedBy?: 'file' | 'git-sync';
  /** Stored in the schema v2, which the new editor saves; without it in the classic one. */
  readonly schema?: 'v2';
  /** Oldest first; the last one is what Grafana shows. */
  readonly versions: readonly [DashboardVersion, ...DashboardVersion[]];
};

export type StoredFolder = {
  readonly id: number;
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly parentUid: string;
  readonly version: number;
};

export type StoredDatasource = {
  readonly id: number;
  readonly uid: string;
  readonly name: string;
  readonly type: string;
  readonly url: string;
  readonly access: string;
  readonly isDefault: boolean;
  /** Provisioned from a file. */
  readonly isReadOnly: boolean;
  readonly basicAuth: boolean;
  readonly basicAuthUser: string;
  readonly jsonData: Json;
  readonly secureJsonData: Json;
  readonly version: number;
};

export type StoredAnnotation = {
  readonly id: number;
  readonly time: number;
  readonly timeEnd: number;
  readonly tags: readonly string[];
  readonly text: string;
  readonly dashboardUID?: string;
};

export type StoredLibraryElement = {
  readonly id: number;
  readonly uid: string;
  readonly folderUid: string;
  readonly name: string;
  readonly kind: number;
  readonly model: Json;
  readonly version: number;
};

/** Everything Grafana keeps in its database. */
export type Store = {
  readonly dashboards: Map<string, StoredDashboard>;
  readonly folders: Map<string, StoredFolder>;
  readonly datasources: Map<string, StoredDatasource>;
  readonly annotations: StoredAnnotation[];
  readonly libraryElements: Map<string, StoredLibraryElement>;
  nextId(): number;
};

export function createStore(options: GrafanaOptions): Store {
  let last = 0;
  const nextId = (): number => {
    last += 1;
    return last;
  };
  const store: Store = {
    dashboards: new Map(),
    folders: new Map(),
    datasources: new Map(),
    annotations: [],
    libraryElements: new Map(),
    nextId,
  };
  for (const seed of seedsOf(options)) {
    store.datasources.set(seed.uid, datasourceOf(seed, nextId()));
  }
  return store;
}

/** Grafana's own generated uids are 14 characters of this alphabet. */
export function newUid(): string {
  return randomBytes(7).toString('hex');
}

export function latest(dashboard: StoredDashboard): DashboardVersion {
  return dashboard.versions.at(-1) ?? dashboard.versions[0];
}

function seedsOf(options: GrafanaOptions): readonly DatasourceSeed[] {
  const seeds = options.datasources ?? [];
  if (options.prometheusUrl === undefined) {
    return seeds;
  }
  return [...seeds, { uid: 'prometheus', name: 'Prometheus', url: options.prometheusUrl, isDefault: true }];
}

function datasourceOf(seed: DatasourceSeed, id: number): StoredDatasource {
  const password = seed.basicAuthPassword;
  return {
    id,
    uid: seed.uid,
    name: seed.name,
    type: seed.type ?? 'prometheus',
    url: seed.url,
    access: 'proxy',
    isDefault: seed.isDefault ?? false,
    isReadOnly: seed.isReadOnly ?? false,
    basicAuth: seed.basicAuthUser !== undefined,
    basicAuthUser: seed.basicAuthUser ?? '',
    jsonData: seed.jsonData ?? {},
    secureJsonData: password === undefined ? {} : { basicAuthPassword: password },
    version: 1,
  };
}
