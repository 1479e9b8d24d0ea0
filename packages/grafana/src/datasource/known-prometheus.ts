import { createHash } from 'node:crypto';

/** A Prometheus, as a data source of Grafana can be told to show it. */
export interface KnownPrometheus {
  /** Of the data source that an import makes for it. */
  readonly uid: string;
  /** All addresses at which it answers somebody. */
  readonly addresses: readonly string[];
  /** Its samples go to Grafana Cloud, whose own data source shows them. */
  readonly sendsToGrafanaCloud: boolean;
}

export interface NamedPrometheus extends KnownPrometheus {
  /** What people call it: the app, or the host. */
  readonly name: string;
}

interface PrometheusFacts {
  /** Of the app that runs it. */
  readonly app: string | undefined;
  /** Those of the app among them. */
  readonly addresses: readonly (string | undefined)[];
  readonly remoteWriteUrls: readonly (string | undefined)[];
}

/** By what a data source shows that it is this Prometheus; undefined when nothing names one. */
export function knownPrometheus({ app, addresses, remoteWriteUrls }: PrometheusFacts): NamedPrometheus | undefined {
  const known = addresses.flatMap((one) => one ?? []);
  const [first] = known;
  const name = app ?? (first && new URL(first).host);
  if (name === undefined) return undefined;
  const sendsToGrafanaCloud = remoteWriteUrls.some((one) => one !== undefined && isGrafanaCloud(one));
  return { name, uid: datasourceUidFor(name), addresses: known, sendsToGrafanaCloud };
}

/** "uid too long, max 40 characters" (pkg/services/datasources/service/datasource.go, pkg/util/shortid_generator.go). */
const uidMaxLength = 40;
const prefix = 'prometheus-';
const hashLength = 8;

/** The same for the same app in every run, and another for every other app. */
export function datasourceUidFor(app: string): string {
  const slug = app
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const plain = `${prefix}${slug}`;
  if (slug === app && plain.length <= uidMaxLength) return plain;
  const hash = createHash('sha256').update(app).digest('hex').slice(0, hashLength);
  return `${plain.slice(0, uidMaxLength - hashLength - 1).replace(/-+$/, '')}-${hash}`;
}

/** As a server understands them: the case of the host, usual ports and a slash at the end make no difference. */
export function sameAddress(one: string, other: string): boolean {
  const [first, second] = [normalised(one), normalised(other)];
  return first !== undefined && first === second;
}

function normalised(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}

/** Stacks of Grafana Cloud, and where they take samples, are below this domain. */
export function isGrafanaCloud(address: string): boolean {
  return URL.canParse(address) && new URL(address).hostname.endsWith('.grafana.net');
}
