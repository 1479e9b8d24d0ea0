import type { Flags } from '@fly-monitoring/prometheus';

export interface ServerSeen {
  /** As it was asked; through a tunnel the app's name. */
  readonly address: string;
  readonly version: string | undefined;
  /** Its clock minus this machine's; undefined when it could not be asked. */
  readonly clockSkewMs: number | undefined;
  /** Its command line flags, empty until they were asked; a server that is not Prometheus itself has none. */
  readonly flags: Flags;
  /** It scrapes and forwards, and answers neither queries nor rules. */
  readonly isAgent: boolean;
}
