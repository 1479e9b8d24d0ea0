import { asText, either, fields, type Http, listOf, type Read, recordOf } from '@fly-monitoring/kit';
import { type Answer, bareAnswer } from './answer.js';
import type { Labels } from './targets.js';
import { asTime } from './time.js';

/** Addresses to which Prometheus sends alerts, such as http://alerts:9093/api/v2/alerts. */
export const asAlertmanagers: Read<readonly string[]> = (value, path) =>
  fields({ activeAlertmanagers: listOf(fields({ url: asText })) })(value, path).activeAlertmanagers.map(
    ({ url }) => url,
  );

export interface ReceivedAlert {
  readonly labels: Labels;
  /** `active`, `suppressed` or `unprocessed`. */
  readonly state: string;
  /** When it last came, by the Alertmanager's clock; undefined when it does not say. */
  readonly updatedMs: number | undefined;
}

/** /api/v2/alerts of an Alertmanager: a bare list. */
const asReceivedAlerts: Read<readonly ReceivedAlert[]> = listOf((value, path) => {
  const read = fields({
    labels: recordOf(asText),
    status: either(fields({ state: either(asText, '') }), undefined),
    updatedAt: either(asTime, undefined),
  });
  const { labels, status, updatedAt } = read(value, path);
  return { labels, state: status?.state ?? '', updatedMs: updatedAt };
});

const timeoutMs = 10_000;

/** `url` as Prometheus shows it. */
export async function receivedAlerts(http: Http, url: string): Promise<Answer<readonly ReceivedAlert[]>> {
  return bareAnswer(`GET ${url}`, await http.send({ url, timeoutMs }), asReceivedAlerts);
}
