/** The server that was asked, for the report. */
export interface GrafanaSeen {
  readonly url: string;
  readonly version: string;
  readonly organisation: string | undefined;
  readonly datasourceName: string;
  /** Why this data source. */
  readonly because: string;
}
