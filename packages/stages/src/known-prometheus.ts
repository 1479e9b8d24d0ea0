import { datasourceUidFor, isGrafanaCloud, type KnownPrometheus } from '@fly-monitoring/grafana';

/** Port of Prometheus on Fly's private network. */
const port = 9090;

export function publicUrl(app: string): string {
  return `https://${app}.fly.dev`;
}

export function privateUrl(app: string): string {
  return `http://${app}.internal:${port}`;
}

interface PrometheusFacts {
  /** Fly app that runs it. */
  readonly app: string | undefined;
  /** That inputs give. */
  readonly addresses: readonly (string | undefined)[];
  readonly remoteWriteUrls: readonly (string | undefined)[];
}

export interface NamedPrometheus extends KnownPrometheus {
  /** What people call it: the app, or the host. */
  readonly name: string;
}

/** By what a data source of Grafana shows that it is this Prometheus; undefined when nothing names one. */
export function knownPrometheus({ app, addresses, remoteWriteUrls }: PrometheusFacts): NamedPrometheus | undefined {
  const given = addresses.flatMap((one) => one ?? []);
  const [first] = given;
  const name = app ?? (first && new URL(first).host);
  if (name === undefined) return undefined;
  const ofApp = app === undefined ? [] : [publicUrl(app), privateUrl(app), `http://${app}.flycast:${port}`];
  return {
    name,
    uid: datasourceUidFor(name),
    addresses: [...given, ...ofApp],
    sendsToGrafanaCloud: remoteWriteUrls.some((one) => one !== undefined && isGrafanaCloud(one)),
  };
}
