import { listIn, objectIn, objectsIn, textIn } from '../json.js';
import { type Answer, ok } from './answer.js';
import type { Transport } from './transport.js';

export interface PanelQuestion {
  readonly datasourceUid: string;
  /** Grafana's own macros may stand in it, such as $__rate_interval; variables of the dashboard may not. */
  readonly expr: string;
}

/** What a page of an hour on a usual screen asks for. */
const lastHour = { from: 'now-1h', to: 'now' } as const;
const resolution = { intervalMs: 15_000, maxDataPoints: 240 } as const;
const refId = 'A';

/** One value of what a query shows, and whose it is. */
export interface ShownValue {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The values that a panel shows now. */
export async function queryPanel(transport: Transport, question: PanelQuestion): Promise<Answer<readonly number[]>> {
  const answer = await queryValues(transport, question);
  return answer.kind === 'ok' ? ok(answer.value.map(({ value }) => value)) : answer;
}

/**
 * What a query shows now, asked as the page asks: through Grafana, with its data source. A wrong query is a failure of
 * kind `refused` with the reason `query-failed`.
 */
export async function queryValues(
  transport: Transport,
  { datasourceUid, expr }: PanelQuestion,
): Promise<Answer<readonly ShownValue[]>> {
  const datasource = { type: 'prometheus', uid: datasourceUid };
  const query = { refId, datasource, expr, instant: true, range: false, ...resolution };
  const answer = await transport.ask({
    method: 'POST',
    path: '/api/ds/query',
    body: { queries: [query], ...lastHour },
  });
  return answer.kind === 'ok' ? ok(valuesIn(answer.value)) : answer;
}

function valuesIn(body: unknown): readonly ShownValue[] {
  const result = objectIn(objectIn(body, 'results'), refId);
  return objectsIn(result, 'frames').flatMap((frame) => {
    const fields = objectsIn(objectIn(frame, 'schema'), 'fields');
    return fields.flatMap((field, index) => {
      const labels = labelsOf(field);
      return textIn(field, 'type') === 'number' ? columnOf(frame, index).map((value) => ({ labels, value })) : [];
    });
  });
}

function labelsOf(field: unknown): Readonly<Record<string, string>> {
  const texts = Object.entries(objectIn(field, 'labels') ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return Object.fromEntries(texts);
}

/** JSON has neither NaN nor infinities: Grafana writes null and lists the places beside it. */
function columnOf(frame: unknown, index: number): readonly number[] {
  const data = objectIn(frame, 'data');
  const column = listIn(data, 'values')[index];
  const odd = listIn(data, 'entities')[index];
  const values: readonly unknown[] = Array.isArray(column) ? column : [];
  return values.flatMap((value, place) => {
    if (typeof value === 'number') return [value];
    const special = specials.find(([name]) => listIn(odd, name).includes(place));
    return special === undefined ? [] : [special[1]];
  });
}

const specials = [
  ['NaN', Number.NaN],
  ['Inf', Number.POSITIVE_INFINITY],
  ['NegInf', Number.NEGATIVE_INFINITY],
] as const;
