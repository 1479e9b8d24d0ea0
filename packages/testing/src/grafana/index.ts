export type { Json } from './json.js';
export type { Misbehaviour } from './misbehaviour.js';
export {
  type DatasourceSeed,
  GRAFANA_VERSIONS,
  type GrafanaOptions,
  type GrafanaVersion,
  type Role,
} from './options.js';
export type { Placed } from './seeding.js';
export { type Call, type GrafanaStandIn, type GrafanaState, startGrafana } from './stand-in.js';
export type {
  DashboardVersion,
  StoredAnnotation,
  StoredDashboard,
  StoredDatasource,
  StoredFolder,
  StoredLibraryElement,
} from './store.js';
