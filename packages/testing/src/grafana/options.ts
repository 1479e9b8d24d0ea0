import type { Json } from './json.js';

/** Releases whose behaviour differs in ways an importer can feel. */
export const GRAFANA_VERSIONS = ['9', '10.4.19', '11.6.6', '12.4.3', '13.1.3'] as const;
export type GrafanaVersion = (typeof GRAFANA_VERSIONS)[number];

export type Role = 'admin' | 'editor' | 'viewer';

export type DatasourceSeed = {
  readonly uid: string;
  readonly name: string;
  readonly type?: string;
  readonly url: string;
  readonly isDefault?: boolean;
  readonly isReadOnly?: boolean;
  readonly basicAuthUser?: string;
  readonly basicAuthPassword?: string;
  readonly jsonData?: Json;
};

export type GrafanaOptions = {
  readonly version?: GrafanaVersion;
  /** One service account token per role; a role without one cannot sign in. */
  readonly tokens: Partial<Record<Role, string>>;
  readonly datasources?: readonly DatasourceSeed[];
  /** Short for one default Prometheus datasource, uid `prometheus`. */
  readonly prometheusUrl?: string;
  /** Grafana Cloud names its namespace after the stack, an own server `default`. */
  readonly stackId?: number;
  /** The way to the internet, for datasources whose addresses only a proxy knows. */
  readonly outbound?: { readonly proxyUrl: string; readonly caPem?: string };
  readonly port?: number;
  /** Feature toggles that are on, beside those that the release turns on. */
  readonly toggles?: readonly 'datasourceQueryMultiStatus'[];
};

/** 9 stands for the last 9.x; the others are exact releases. */
export function buildVersion(version: GrafanaVersion): string {
  return version === '9' ? '9.5.21' : version;
}

export function majorOf(version: GrafanaVersion): number {
  return Number.parseInt(version, 10);
}
