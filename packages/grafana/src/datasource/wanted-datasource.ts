import type { Secret } from '@fly-monitoring/kit';
import { type JsonObject, objectIn } from '../json.js';

/** How Grafana shows itself to Prometheus. */
export type DatasourceAuth =
  | { readonly kind: 'basic'; readonly user: string; readonly password: Secret }
  | { readonly kind: 'bearer'; readonly token: Secret }
  | { readonly kind: 'none' };

/** The data source of one Prometheus, as it should be in Grafana. */
export interface WantedDatasource {
  readonly uid: string;
  /** For one that is made; somebody may give it another name later. */
  readonly name: string;
  readonly url: string;
  readonly auth: DatasourceAuth;
  /** Of a scrape, such as "15s": the smallest step of a graph. Undefined: left as it is. */
  readonly scrapeInterval: string | undefined;
}

const type = 'prometheus';
/** The header that a bearer token goes into; Grafana numbers headers of one's own from 1. */
const bearerHeader = { name: 'httpHeaderName1', value: 'httpHeaderValue1' } as const;

/** For POST /api/datasources. */
export function newDatasource(wanted: WantedDatasource, { isDefault }: { readonly isDefault: boolean }): JsonObject {
  const { uid, name } = wanted;
  return { uid, name, isDefault, ...settings(wanted, {}), secureJsonData: secretsOf(wanted) };
}

/** For PUT /api/datasources/uid/:uid: what somebody set beside ours stays. */
export function changedDatasource(wanted: WantedDatasource, existing: JsonObject): JsonObject {
  const { secureJsonFields: _shown, ...rest } = existing;
  return { ...rest, ...settings(wanted, objectIn(existing, 'jsonData') ?? {}), secureJsonData: secretsOf(wanted) };
}

/** What is not as wanted, in words. Secrets cannot be read, so whether they are right only a query tells. */
export function datasourceDifferences(wanted: WantedDatasource, existing: JsonObject): readonly string[] {
  const current = objectIn(existing, 'jsonData') ?? {};
  const { jsonData, ...own } = settings(wanted, {});
  return [...differing(own, existing), ...differing(jsonData, current), ...missingSecrets(wanted, existing)];
}

function differing(wanted: JsonObject, existing: JsonObject): readonly string[] {
  return Object.keys(wanted).filter((name) => !isSame(wanted[name], existing[name]));
}

/** Lists leave out what is empty. */
function isSame(wanted: unknown, existing: unknown): boolean {
  return wanted === existing || ((wanted === '' || wanted === false) && existing === undefined);
}

function missingSecrets(wanted: WantedDatasource, existing: JsonObject): readonly string[] {
  const kept = objectIn(existing, 'secureJsonFields') ?? {};
  return Object.keys(secretsOf(wanted)).filter((name) => kept[name] !== true);
}

function settings({ url, auth, scrapeInterval }: WantedDatasource, current: JsonObject) {
  const header = auth.kind === 'bearer' ? { [bearerHeader.name]: 'Authorization' } : {};
  const interval = scrapeInterval === undefined ? {} : { timeInterval: scrapeInterval };
  return {
    type,
    access: 'proxy',
    url,
    basicAuth: auth.kind === 'basic',
    basicAuthUser: auth.kind === 'basic' ? auth.user : '',
    jsonData: { ...current, httpMethod: 'POST', ...interval, ...header },
  };
}

function secretsOf({ auth }: WantedDatasource): Readonly<Record<string, string>> {
  switch (auth.kind) {
    case 'basic':
      return { basicAuthPassword: auth.password.reveal() };
    case 'bearer':
      return { [bearerHeader.value]: `Bearer ${auth.token.reveal()}` };
    case 'none':
      return {};
  }
}
