export const TYPE = { A: 1, TXT: 16, AAAA: 28 } as const;
export const RCODE = { ok: 0, serverFailure: 2, noSuchName: 3 } as const;

/** Fly answers with this many seconds. */
const TTL_SECONDS = 5;
const MAX_TEXT_BYTES = 255;

export interface Question {
  readonly name: string;
  readonly type: number;
  /** Where the question ends in the message. */
  readonly end: number;
}

export interface Answer {
  readonly rcode: number;
  readonly records: readonly { readonly type: number; readonly body: Buffer }[];
}

export function readQuestion(message: Buffer): Question {
  const labels: string[] = [];
  let at = 12;
  for (let length = message.readUInt8(at); length > 0; length = message.readUInt8(at)) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.'), type: message.readUInt16BE(at + 1), end: at + 5 };
}

export function writeAnswer(query: Buffer, question: Question, answer: Answer): Buffer {
  const head = Buffer.alloc(12);
  query.copy(head, 0, 0, 2);
  // A response, authoritative, recursion wished and available.
  head.writeUInt16BE(0x8580 | answer.rcode, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(answer.records.length, 6);
  const records = answer.records.map(({ type, body }) => {
    const record = Buffer.alloc(12);
    record.writeUInt16BE(0xc00c, 0);
    record.writeUInt16BE(type, 2);
    record.writeUInt16BE(1, 4);
    record.writeUInt32BE(TTL_SECONDS, 6);
    record.writeUInt16BE(body.length, 10);
    return Buffer.concat([record, body]);
  });
  return Buffer.concat([head, query.subarray(12, question.end), ...records]);
}

export function aaaaBody(address: string): Buffer {
  const [head = '', tail = ''] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = address.includes('::') ? Array.from({ length: 8 - left.length - right.length }, () => '0') : [];
  const body = Buffer.alloc(16);
  for (const [index, part] of [...left, ...zeros, ...right].entries())
    body.writeUInt16BE(Number.parseInt(part, 16), index * 2);
  return body;
}

export function aBody(address: string): Buffer {
  return Buffer.from(address.split('.').map(Number));
}

/** A long text goes out in several strings of one record, as Fly's does. */
export function txtBody(text: string): Buffer {
  const bytes = Buffer.from(text);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += MAX_TEXT_BYTES) {
    const part = bytes.subarray(at, at + MAX_TEXT_BYTES);
    parts.push(Buffer.from([part.length]), part);
  }
  return Buffer.concat(parts);
}
