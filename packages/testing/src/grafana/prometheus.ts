import { listIn, numberIn, parseRecord, recordIn, textIn } from './json.js';
import type { Outbound } from './outbound.js';
import type { StoredDatasource } from './store.js';

export type Sample = readonly [unixSeconds: number, value: string];
export type Series = { readonly labels: Readonly<Record<string, string>>; readonly samples: readonly Sample[] };

export type PrometheusAnswer =
  | { readonly kind: 'answered'; readonly resultType: string; readonly series: readonly Series[] }
  | { readonly kind: 'failed'; readonly message: string };

export type PrometheusQuestion = { readonly path: string; readonly form: Readonly<Record<string, string>> };

/** Asks as the datasource is set up: its URL, its stored basic auth. */
export async function askPrometheus(
  outbound: Outbound,
  datasource: StoredDatasource,
  question: PrometheusQuestion,
): Promise<PrometheusAnswer> {
  const form = new URLSearchParams(question.form).toString();
  const post = textIn(datasource.jsonData, 'httpMethod') !== 'GET';
  const url = datasource.url.replace(/\/$/, '') + question.path + (post ? '' : `?${form}`);
  const headers = { ...credentialsOf(datasource), 'content-type': 'application/x-www-form-urlencoded' };
  try {
    return parseAnswer(await outbound({ url, method: post ? 'POST' : 'GET', headers, body: post ? form : '' }));
  } catch (error) {
    return { kind: 'failed', message: `${post ? 'Post' : 'Get'} "${url}": ${reasonOf(error)}` };
  }
}

/** What Grafana sends of what is stored: the header of its own, and the password. */
export function credentialsOf(datasource: StoredDatasource): Record<string, string> {
  const header = textIn(datasource.jsonData, 'httpHeaderName1');
  const own =
    header === undefined ? {} : { [header.toLowerCase()]: textIn(datasource.secureJsonData, 'httpHeaderValue1') ?? '' };
  if (!datasource.basicAuth) {
    return own;
  }
  const password = textIn(datasource.secureJsonData, 'basicAuthPassword') ?? '';
  const pair = Buffer.from(`${datasource.basicAuthUser}:${password}`).toString('base64');
  return { ...own, authorization: `Basic ${pair}` };
}

function parseAnswer(answer: { status: number; text: string }): PrometheusAnswer {
  const body = parseRecord(answer.text);
  if (textIn(body, 'status') === 'success') {
    const data = recordIn(body, 'data');
    return { kind: 'answered', resultType: textIn(data, 'resultType') ?? 'matrix', series: seriesIn(data) };
  }
  const type = textIn(body, 'errorType');
  const error = textIn(body, 'error');
  const seen = error === undefined ? `unexpected status ${answer.status}: ${answer.text.slice(0, 200)}` : error;
  return { kind: 'failed', message: type === undefined ? seen : `${type}: ${seen}` };
}

function seriesIn(data: Record<string, unknown>): readonly Series[] {
  if (textIn(data, 'resultType') === 'scalar') {
    return [{ labels: {}, samples: [sampleOf(data['result'])] }];
  }
  return listIn(data, 'result').map((item) => {
    const samples = listIn(item, 'values');
    const single = recordIn({ item }, 'item')['value'];
    return {
      labels: labelsOf(recordIn(item, 'metric')),
      samples: (single === undefined ? samples : [single]).map(sampleOf),
    };
  });
}

function sampleOf(pair: unknown): Sample {
  const list: readonly unknown[] = Array.isArray(pair) ? pair : [];
  return [numberIn({ at: list[0] }, 'at') ?? 0, textIn({ value: list[1] }, 'value') ?? 'NaN'];
}

function labelsOf(metric: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(metric).map(([name, value]) => [name, String(value)]));
}

function reasonOf(error: unknown): string {
  const code = textIn(error, 'code');
  const message = textIn(error, 'message');
  return code === 'ECONNREFUSED' ? 'connect: connection refused' : (message ?? String(error));
}
