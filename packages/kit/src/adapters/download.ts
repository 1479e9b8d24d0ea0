import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Dispatcher, fetch, type Response } from 'undici';
import type { Downloaded, DownloadOptions, HttpResponse, Unreachable } from '../ports.js';
import { explain, whole } from './http-outcome.js';

/** Of silence. A slow line is no error: 40 MB at half a megabit a second take eleven minutes and arrive. */
const stallTimeoutMs = 30_000;
/** GitHub's releases need one or two. */
const mostRedirects = 5;

export interface Download extends DownloadOptions {
  readonly url: string;
  readonly path: string;
  /** By address: each host of a redirect may be reached in another way. */
  dispatcherFor(url: string): Dispatcher | undefined;
  readonly stallTimeoutMs?: number;
}

export async function download(wanted: Download): Promise<Downloaded | HttpResponse | Unreachable> {
  const silence = watchSilence(wanted.stallTimeoutMs ?? stallTimeoutMs);
  try {
    const response = await follow(wanted, silence.signal);
    if ('kind' in response) return response;
    if (!response.ok || response.body === null) return await whole(response);
    return { kind: 'downloaded', sha256: await save(response, wanted, silence.reset) };
  } catch (error) {
    return { kind: 'unreachable', ...explain(error, wanted.stallTimeoutMs ?? stallTimeoutMs) };
  } finally {
    silence.end();
  }
}

async function follow({ url, dispatcherFor }: Download, signal: AbortSignal): Promise<Response | Unreachable> {
  let at = url;
  for (let hops = 0; hops <= mostRedirects; hops++) {
    const dispatcher = dispatcherFor(at);
    const response = await fetch(at, { redirect: 'manual', signal, ...(dispatcher && { dispatcher }) });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    const next = new URL(location, at);
    if (at.startsWith('https:') && next.protocol !== 'https:') return insecure(next);
    at = next.href;
  }
  return { kind: 'unreachable', reason: 'other', detail: `more than ${mostRedirects} redirects` };
}

function insecure({ protocol, host }: URL): Unreachable {
  return { kind: 'unreachable', reason: 'insecure', detail: `redirected to ${protocol}//${host}, which has no TLS` };
}

/** @returns the digest of what was written */
async function save(response: Response, { path, onProgress }: Download, onPiece: () => void): Promise<string> {
  const hash = createHash('sha256');
  const total = Number(response.headers.get('content-length')) || undefined;
  let received = 0;
  const measure = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece);
      received += piece.length;
      onPiece();
      onProgress?.(received, total);
      done(null, piece);
    },
  });
  if (response.body === null) throw new Error('There is no body.');
  await pipeline(Readable.fromWeb(response.body), measure, createWriteStream(path, { mode: 0o600 }));
  return hash.digest('hex');
}

function watchSilence(timeoutMs: number) {
  const controller = new AbortController();
  const abort = () => controller.abort(new DOMException('No data came.', 'TimeoutError'));
  let timer = setTimeout(abort, timeoutMs);
  const end = () => clearTimeout(timer);
  const reset = () => {
    end();
    timer = setTimeout(abort, timeoutMs);
  };
  return { signal: controller.signal, reset, end };
}
