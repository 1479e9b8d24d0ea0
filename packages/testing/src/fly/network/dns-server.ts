import dgram from 'node:dgram';
import { type Answer, aaaaBody, aBody, RCODE, readQuestion, TYPE, txtBody, writeAnswer } from './dns-message.js';
import { lookUp, type NamedMachine } from './internal-names.js';

export interface DnsSource {
  /** Every machine of the private network the asker is in. */
  machines(askerAddress: string): readonly NamedMachine[];
  /** IPv4 addresses of names outside Fly. */
  outside(name: string): string | undefined;
  isFailing(): boolean;
}

/** Serves DNS on one address until closed. */
export async function serveDns(address: string, source: DnsSource): Promise<() => void> {
  const socket = dgram.createSocket('udp6');
  socket.on('message', (query, asker) => {
    const question = readQuestion(query);
    socket.send(
      writeAnswer(query, question, answer(question, { source, asker: asker.address })),
      asker.port,
      asker.address,
    );
  });
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.bind(53, address, resolve);
  });
  return () => socket.close();
}

function answer(question: { name: string; type: number }, at: { source: DnsSource; asker: string }): Answer {
  if (at.source.isFailing()) return { rcode: RCODE.serverFailure, records: [] };
  const four = at.source.outside(question.name.toLowerCase());
  if (four !== undefined) {
    return { rcode: RCODE.ok, records: question.type === TYPE.A ? [{ type: TYPE.A, body: aBody(four) }] : [] };
  }
  const zone = lookUp(question.name, at.source.machines(at.asker));
  if (zone === undefined) return { rcode: RCODE.noSuchName, records: [] };
  if (question.type === TYPE.AAAA)
    return { rcode: RCODE.ok, records: zone.aaaa.map((six) => ({ type: TYPE.AAAA, body: aaaaBody(six) })) };
  if (question.type !== TYPE.TXT) return { rcode: RCODE.ok, records: [] };
  return { rcode: RCODE.ok, records: zone.txt.map((text) => ({ type: TYPE.TXT, body: txtBody(text) })) };
}
