import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Http, HttpResponse, Unreachable } from '@fly-monitoring/kit';

export interface TarEntry {
  readonly name: string;
  readonly text?: string;
  /** "0" is a file, "2" a symbolic link. */
  readonly type?: string;
  readonly link?: string;
}

/** A .tar.gz, byte by byte, so that it can hold what tar would never write. */
export function makeArchive(entries: readonly TarEntry[]): Buffer {
  const blocks = entries.flatMap(({ name, text = '', type = '0', link = '' }) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write('0000755\0', 100);
    header.write(`${text.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write(type, 156);
    header.write(link, 157);
    header.write('ustar\u000000', 257);
    return [header, Buffer.from(text), Buffer.alloc((512 - (text.length % 512)) % 512)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

export const program = '#!/bin/sh\necho flyctl v0.4.87\n';
export const goodArchive = makeArchive([{ name: 'flyctl', text: program }]);
export const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

type Answer = Buffer | string | HttpResponse | Unreachable;

export const says = (status: number): HttpResponse => ({ kind: 'response', status, headers: {}, body: '' });
export const closed: Unreachable = { kind: 'unreachable', reason: 'reset', detail: 'the connection was closed' };

/** GitHub's downloads by the last part of their address; a list gives one answer after the other. */
export function releaseServer(assets: Readonly<Record<string, Answer | readonly Answer[]>>) {
  const asked: string[] = [];
  const http: Http = {
    send: async () => closed,
    download: async (url, path, options) => {
      const name = url.split('/').at(-1) ?? '';
      const earlier = asked.filter((one) => one === url).length;
      asked.push(url);
      const known = assets[name];
      const answer = Array.isArray(known) ? known[Math.min(earlier, known.length - 1)] : known;
      if (answer === undefined) return says(404);
      if (typeof answer === 'object' && 'kind' in answer) return answer;
      const bytes = Buffer.from(answer);
      options?.onProgress?.(bytes.length, bytes.length);
      await writeFile(path, bytes);
      return { kind: 'downloaded', sha256: sumOf(bytes) };
    },
  };
  return { http, asked, names: () => asked.map((url) => url.split('/').at(-1)) };
}
