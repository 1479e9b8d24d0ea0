import { changedDatasource, newDatasource, type WantedDatasource } from '../datasource/wanted-datasource.js';
import { isObject, type JsonObject, objectsIn, textIn } from '../json.js';
import { type Answer, isDoubtful, ok } from './answer.js';
import { backoffMs, type Transport } from './transport.js';

/** As the list shows it. */
export interface Datasource {
  readonly uid: string;
  readonly name: string;
  readonly type: string;
  readonly url: string;
  readonly isDefault: boolean;
  /** Provisioned by a file: its settings cannot be changed here. */
  readonly isReadOnly: boolean;
}

/** All of them: Grafana does not page this list. */
export async function listDatasources(transport: Transport): Promise<Answer<readonly Datasource[]>> {
  const answer = await transport.ask({ path: '/api/datasources' });
  if (answer.kind !== 'ok') return answer;
  return ok(objectsIn({ list: answer.value }, 'list').map(datasourceOf));
}

function datasourceOf(source: JsonObject): Datasource {
  return {
    uid: textIn(source, 'uid') ?? '',
    name: textIn(source, 'name') ?? '',
    type: textIn(source, 'type') ?? '',
    url: textIn(source, 'url') ?? '',
    isDefault: source['isDefault'] === true,
    isReadOnly: source['readOnly'] === true,
  };
}

/** All settings of one; `ok` with undefined when it is not there. */
export async function readDatasource(transport: Transport, uid: string): Promise<Answer<JsonObject | undefined>> {
  const answer = await transport.ask({ path: pathOf(uid) });
  if (answer.kind === 'not-found') return ok(undefined);
  if (answer.kind !== 'ok') return answer;
  return ok(isObject(answer.value) ? answer.value : {});
}

const maxTries = 4;

/**
 * Makes it under the uid that is wanted. A lost answer, and another run that was quicker, end as made: who comes second
 * finds it and has nothing to do. Where something else has the name, the uid goes behind it.
 */
export async function createDatasource(
  transport: Transport,
  wanted: WantedDatasource,
  place: { readonly isDefault: boolean },
): Promise<Answer<Datasource>> {
  let { name } = wanted;
  for (let tries = 1; ; tries++) {
    const body = newDatasource({ ...wanted, name }, place);
    const created = await transport.ask({ method: 'POST', path: '/api/datasources', body });
    if (created.kind === 'ok') return ok(shownIn(created.value, wanted));
    const isTaken = created.status === 409;
    if (tries === maxTries || !(isTaken || isDoubtful(created))) return created;
    const existing = await readDatasource(transport, wanted.uid);
    if (existing.kind === 'ok' && existing.value !== undefined) return ok(datasourceOf(existing.value));
    if (isTaken) name = `${wanted.name} (${wanted.uid})`;
    else await transport.clock.sleep(backoffMs(tries));
  }
}

/**
 * Changes what is ours in it, and keeps the rest. Its version is sent along, so that nobody's change is lost: after a
 * lost answer, and when somebody else was quicker, it is read again and changed once more.
 */
export async function updateDatasource(
  transport: Transport,
  wanted: WantedDatasource,
  existing: JsonObject,
): Promise<Answer<Datasource>> {
  let current = existing;
  for (let tries = 1; ; tries++) {
    const body = changedDatasource(wanted, current);
    const answer = await transport.ask({ method: 'PUT', path: pathOf(wanted.uid), body });
    if (answer.kind === 'ok') return ok(shownIn(answer.value, wanted));
    if (tries === maxTries || !(answer.status === 409 || isDoubtful(answer))) return answer;
    await transport.clock.sleep(backoffMs(tries));
    const again = await readDatasource(transport, wanted.uid);
    if (again.kind !== 'ok' || again.value === undefined) return answer;
    current = again.value;
  }
}

function shownIn(value: unknown, { uid, name, url }: WantedDatasource): Datasource {
  const shown = isObject(value) && isObject(value['datasource']) ? value['datasource'] : {};
  return datasourceOf({ uid, name, url, type: 'prometheus', ...shown });
}

export type DatasourceHealth =
  | { readonly kind: 'healthy' }
  | { readonly kind: 'unhealthy'; readonly message: string }
  /** This Grafana, or this token, cannot tell. */
  | { readonly kind: 'unknown' };

/** Whether Grafana reaches it with what it has. */
export async function datasourceHealth(transport: Transport, uid: string): Promise<DatasourceHealth> {
  const answer = await transport.ask({ path: `${pathOf(uid)}/health` });
  if (answer.kind === 'ok') return { kind: 'healthy' };
  return answer.kind === 'refused' && answer.status === 400
    ? { kind: 'unhealthy', message: answer.message }
    : { kind: 'unknown' };
}

function pathOf(uid: string): string {
  return `/api/datasources/uid/${encodeURIComponent(uid)}`;
}
