import type { Answer, Caller, Exchange } from './probe.js';

/** What is sent as Authorization for each caller; nothing for who is nobody. */
export type Credentials = Readonly<Partial<Record<Caller, string>>>;

/** Of the form of a service account's token, which no server has given out. */
export const wrongToken = `Bearer glsa_${'x'.repeat(32)}_00000000`;

const answerTimeoutMs = 30_000;

/** A connection that is refused or cut is an answer too: what was made before must still be deleted. */
export async function exchangeWith(url: string, credentials: Credentials, exchange: Exchange): Promise<Answer> {
  try {
    const response = await send(url, credentials, exchange);
    const contentType = response.headers.get('content-type') ?? '';
    return { status: response.status, contentType, text: await response.text() };
  } catch (thrown) {
    return { status: 0, contentType: '', text: reasonOf(thrown) };
  }
}

async function send(url: string, credentials: Credentials, exchange: Exchange): Promise<Response> {
  const { method, path, body, headers, by } = exchange;
  const authorization = credentials[by];
  return await fetch(`${url}${path}`, {
    method,
    redirect: 'manual',
    signal: AbortSignal.timeout(answerTimeoutMs),
    headers: {
      accept: 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** fetch says what happened in the cause alone. */
function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  return thrown.cause instanceof Error ? thrown.cause.message : thrown.message;
}
