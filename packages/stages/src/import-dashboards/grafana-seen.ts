import type { Datasource } from '@fly-monitoring/grafana';

/** The server that was asked, for the report. */
export interface GrafanaSeen {
  readonly url: string;
  readonly version: string;
  readonly organisation: string | undefined;
  /** The data source that the dashboards show. */
  readonly datasource: Pick<Datasource, 'uid' | 'name'>;
  /** Why this one, or what was done with it. */
  readonly because: string;
}
