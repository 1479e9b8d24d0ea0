import { isObject, numberIn, textIn } from '../json.js';
import { type Answer, ok } from './answer.js';
import type { Transport } from './transport.js';

/** What the token may do; undefined where this Grafana cannot tell. */
export async function readPermissions(transport: Transport): Promise<Answer<ReadonlySet<string> | undefined>> {
  const answer = await transport.ask({ path: '/api/access-control/user/permissions' });
  if (answer.kind === 'not-found' || answer.kind === 'forbidden') return ok(undefined);
  if (answer.kind !== 'ok') return answer;
  return ok(isObject(answer.value) ? new Set(Object.keys(answer.value)) : undefined);
}

export interface Organisation {
  readonly id: number | undefined;
  readonly name: string | undefined;
}

/** The organisation that the token belongs to: the usual reason for "the dashboard is not there". */
export async function readOrganisation(transport: Transport): Promise<Organisation | undefined> {
  const answer = await transport.ask({ path: '/api/org' });
  if (answer.kind !== 'ok') return undefined;
  return { id: numberIn(answer.value, 'id'), name: textIn(answer.value, 'name') };
}
