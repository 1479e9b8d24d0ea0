import { addressesOfApp, privateUrl, publicUrl } from '@fly-monitoring/fly';
import {
  type DatasourceAuth,
  knownPrometheus,
  type NamedPrometheus,
  type WantedDatasource,
} from '@fly-monitoring/grafana';
import type { InputsOf } from '@fly-monitoring/kit';
import type { datasourceInputs } from './inputs.js';
import type { MonitoringFiles } from './monitoring-files.js';

/** How a data source can get to it. */
export type WayToPrometheus =
  | { readonly kind: 'known'; readonly url: string; readonly auth: DatasourceAuth }
  /** Only machines of the same Fly organisation get there: without a password it is deployed so. */
  | { readonly kind: 'private'; readonly url: string };

/** The Prometheus that the dashboards of this repository show. */
export interface ThisPrometheus {
  readonly known: NamedPrometheus;
  readonly way: WayToPrometheus;
  readonly scrapeInterval: string | undefined;
}

/** Of Prometheus on Fly's private network. */
const port = 9090;

type Given = InputsOf<Omit<typeof datasourceInputs, 'datasource'>>;

/** Undefined when neither an input nor a file tells of a Prometheus: then Grafana's own choice has to do. */
export function thisPrometheus(given: Given, files: MonitoringFiles): ThisPrometheus | undefined {
  const { monitoringApp: app, scrapeInterval } = files;
  const { datasourceUrl, prometheusUrl, remoteWriteUrl } = given;
  const known = knownPrometheus({
    app,
    addresses: [datasourceUrl, prometheusUrl, ...(app === undefined ? [] : addressesOfApp(app, port))],
    remoteWriteUrls: [remoteWriteUrl, ...files.remoteWriteUrls],
  });
  const way = wayTo({ app, address: datasourceUrl ?? prometheusUrl, auth: authOf(given) });
  return known && { known, way, scrapeInterval };
}

interface Facts {
  readonly app: string | undefined;
  readonly address: string | undefined;
  readonly auth: DatasourceAuth;
}

function wayTo({ app = '', address, auth }: Facts): WayToPrometheus {
  if (address !== undefined) return { kind: 'known', url: address, auth };
  if (auth.kind !== 'none') return { kind: 'known', url: publicUrl(app), auth };
  return { kind: 'private', url: privateUrl(app, port) };
}

function authOf({ prometheusUser, prometheusPassword, prometheusToken }: Given): DatasourceAuth {
  if (prometheusToken !== undefined) return { kind: 'bearer', token: prometheusToken };
  if (prometheusPassword === undefined) return { kind: 'none' };
  return { kind: 'basic', user: prometheusUser, password: prometheusPassword };
}

/** As it would be made. */
export function wantedDatasource({ known, way, scrapeInterval }: ThisPrometheus): WantedDatasource {
  const auth: DatasourceAuth = way.kind === 'known' ? way.auth : { kind: 'none' };
  return { uid: known.uid, name: `Prometheus ${known.name}`, url: way.url, auth, scrapeInterval };
}
