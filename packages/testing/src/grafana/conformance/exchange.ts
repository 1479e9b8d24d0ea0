import type { Answer, Caller, Exchange } from './probe.js';

/** What is sent as Authorization for each caller; nothing for who is nobody. */
export type Credentials = Readonly<Partial<Record<Caller, string>>>;

/** Of the form of a service account's token, which no server has given out. */
export const wrongToken = `Bearer glsa_${'x'.repeat(32)}_00000000`;

const answerTimeoutMs = 30_000;

export async function exchangeWith(url: string, credentials: Credentials, exchange: Exchange): Promise<Answer> {
  const { method, path, body, by } = exchange;
  const authorization = credentials[by];
  const response = await fetch(`${url}${path}`, {
    method,
    redirect: 'manual',
    signal: AbortSignal.timeout(answerTimeoutMs),
    headers: {
      accept: 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const contentType = response.headers.get('content-type') ?? '';
  return { status: response.status, contentType, text: await response.text() };
}
